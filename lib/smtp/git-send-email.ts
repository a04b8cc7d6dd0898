import type { Said } from '../types.ts';
import { answeredBy } from './answered-by.ts';

/** Lines that no other program prints. */
const OWN =
  /^\s{0,4}(?:[$#%>] ?)?git (?:-c \S{1,200} )?send-email\b|^Send this email\? \(|^\((?:mbox|body|cc-cmd|to-cmd)\) Adding (?:cc|to): |^Password for 'smtps?:\/\/|^OK\. Log says:/;

/** Whether lines are what git send-email printed. */
export function isGitSendEmail(sample: readonly string[]): boolean {
  return sample.some((line) => OWN.test(line));
}

/**
 * What git send-email prints around a conversation that it does not show: whom it asks for a
 * password, and the last reply, without its three digits. After the source of git 2.34.
 *
 *     Password for 'smtp://me@example.org@mail.example.org:587':
 *     5.7.8 Username and Password not accepted. For more information, go to
 *     5.7.8  https://support.example/help
 *
 * @param before the enhanced code of the line before, if that was such a reply
 */
export function readGitSendEmail(line: string, before: string | undefined): Said | undefined {
  const asked = /^Password for 'smtps?:\/\/(\S{1,320})@([^\s@:/]{1,255}):(\d{1,5})'/.exec(line);
  if (asked) {
    const peer = { host: asked[2] ?? '', port: Number(asked[3]) };
    const login = { user: asked[1] ?? '' };
    return { side: 'note', event: 'connecting', text: line.trim(), at: 0, peer, login };
  }
  const code = /^([45]\.[0-7]\.\d{1,3})(?: |$)/.exec(line)?.[1];
  if (code === undefined) return undefined;
  const text = line.trimEnd();
  if (code === before) {
    return { side: 'note', text: text.slice(code.length).trim(), at: 0, continues: true };
  }
  const verb = answeredBy(text);
  return {
    side: 'note',
    event: 'refused',
    text,
    at: 0,
    quote: { text: '', at: 0, ...(verb === undefined ? {} : { verb }) },
  };
}
