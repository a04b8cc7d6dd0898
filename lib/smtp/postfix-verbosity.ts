import { readDialogue } from './postfix-dialogue.ts';
import { readPostfixLine } from './postfix-line.ts';

/**
 * Whether these lines are of a log that Postfix was told to write in detail (`-v`,
 * `debug_peer_list`): lines of a dialogue, or those on Postfix itself around them.
 */
export function isVerbose(lines: readonly string[]): boolean {
  return lines.some((line) => {
    const text = readPostfixLine(line)?.text;
    return text !== undefined && (INSIDE.test(text) || readDialogue(text, false) !== undefined);
  });
}

/** `smtp_connect_addr: trying: mx1.example.net[127.0.2.20] port 25...` */
const INSIDE =
  /^(?:name_mask|smtp_stream_setup|smtp_connect_addr|smtp_get|match_list_match|match_hostname|match_string|auto_clnt_open|deliver_message|vstream_tweak_tcp|maps_find): |^(?:send attr|input attribute) /;
