import type { Dialect, Event, Reader, Said } from '../types.ts';
import { isGitSendEmail, readGitSendEmail } from '../smtp/git-send-email.ts';
import { isGarbage } from '../smtp/words.ts';

/**
 * Perl's Net::SMTP with Debug, also under Email::Sender, MIME::Lite and git send-email. Checked with Net::SMTP
 * 3.14. The modules are listed first, with `>>>` and no GLOB; logins are shown decoded as well.
 *
 *     Net::SMTP=GLOB(0x55f0e0a69498)<<< 220 mail.example.org ESMTP
 *     Net::SMTP=GLOB(0x55f0e0a69498)>>> EHLO client.example.org
 *     Net::SMTP::_SSL=GLOB(0x55f0e0a69498)>>> (decoded) lab@example.com
 */
export const perlNetSmtp: Dialect = { id: 'perl-net-smtp', title: 'Perl Net::SMTP', open };

const MARK = /^\s{0,8}([A-Za-z][\w:]{2,80})(=GLOB\(0x[0-9a-f]{4,16}\))?(<<<|>>>)(?: |$)/;
const DECODED = '(decoded) ';

function open(sample: readonly string[] = []): Reader {
  const isGit = isGitSendEmail(sample);
  /** The enhanced code of a reply that may go on. */
  let code: string | undefined;
  /** A note with bytes in it goes on over the next line. */
  let garbage = false;
  let known = false;

  return (line) => {
    const mark = MARK.exec(line);
    const ofGit = isGit && !mark && !known ? readGitSendEmail(line, code) : undefined;
    code = ofGit ? /^[45]\.\d\.\d{1,3}/.exec(line)?.[0] : undefined;
    if (ofGit) return ofGit;
    if (!mark) {
      const said = note(line, known, garbage);
      garbage = said?.event === 'garbage';
      return said;
    }
    garbage = false;
    known = true;
    const at = mark[0].length;
    const text = line.slice(at).trimEnd();
    if (mark[2] === undefined) {
      const remark: Said = { side: 'note', event: 'remark', text, at };
      // The list begins with the object's own class, as soon as the connection stands.
      if (/^\s/.test(text)) return remark;
      return [
        { ...remark, event: 'connecting' },
        { ...remark, event: 'connected' },
      ];
    }
    const decoded = text.startsWith(DECODED);
    if (mark[3] === '>>>') {
      if (!decoded) return { side: 'client', text, at };
      const words = text.slice(DECODED.length);
      return { side: 'client', text: words, at: at + DECODED.length, echo: true };
    }
    if (decoded) return { side: 'note', event: 'remark', text, at };
    return { side: 'server', text, at };
  };
}

/** Net::Cmd's complaints, and what scripts print of `$@` and of the last reply. */
function note(line: string, known: boolean, garbage: boolean): Said | undefined {
  const text = line.trim();
  if (text === '') return undefined;
  const said = (event: Event): Said => ({ side: 'note', event, text, at: line.indexOf(text) });
  if (garbage && /^'? ?at \S+ line \d+/.test(text)) return { ...said('garbage'), continues: true };
  if (/^[\w:]{3,80}(?:=GLOB\(0x[0-9a-f]+\))?: /.test(text)) {
    if (/unexpected EOF on command channel/i.test(text)) return said('lost');
    if (/\): timeout|Net::Cmd.{0,60}time[d ]?\s?out/i.test(text)) return said('timeout');
    if (isGarbage(text)) return said('garbage');
    if (/connect: .|Bad hostname/.test(text) && /SMTP|IO::Socket/.test(text)) {
      return said('connect-failed');
    }
  }
  if (
    /^(?:cannot|can't|could ?n[o']t|unable to|failed to) connect(?: to [\w.:-]{1,80})?: .{0,80}(?:refused|timed out|unreachable|No route|not known)/i.test(
      text,
    )
  ) {
    return said('connect-failed');
  }
  if (!known) return undefined;
  if (/verif(?:y|ication) failed|SSL connect attempt failed|certificate/i.test(text)) {
    return said('tls-failed');
  }
  return undefined;
}
