import type { Reader } from '../types.ts';
import { createInboundReader } from './postfix-inbound.ts';
import { readPostfixLine } from './postfix-line.ts';
import { createOutboundReader } from './postfix-outbound.ts';
import { createQueue } from './postfix-queue.ts';

/** Reads Postfix's log, line by line: a fresh reader for one log. */
export function createPostfixReader(): Reader {
  const queue = createQueue();
  const inbound = createInboundReader(queue);
  const outbound = createOutboundReader(queue);

  return (line) => {
    const read = readPostfixLine(line);
    if (!read) return undefined;
    return inbound.read(read) ?? outbound.read(read);
  };
}
