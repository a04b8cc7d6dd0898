import { readDialogue } from './postfix-dialogue.ts';
import { readPostfixLine } from './postfix-line.ts';

/** Whether these lines of Postfix's log hold lines of a dialogue (`-v`, `debug_peer_list`). */
export function showsDialogue(lines: readonly string[]): boolean {
  return lines.some((line) => {
    const read = readPostfixLine(line);
    return read !== undefined && readDialogue(read.text, false) !== undefined;
  });
}
