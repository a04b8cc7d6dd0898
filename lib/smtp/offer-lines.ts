import type { Reply, ReplyLine } from '../types.ts';

/** One feature of an EHLO reply: `SIZE 157286400`. */
export type OfferLine = Pick<ReplyLine, 'text' | 'enhanced'>;

const KEYWORD =
  /\b(?:SIZE|PIPELINING|DSN|ENHANCEDSTATUSCODES|STARTTLS|AUTH|8BITMIME|BINARYMIME|CHUNKING|SMTPUTF8|VRFY|ETRN|EXPN|HELP|X-[A-Z]{3,20}|XRDST|XEXCH50)\b/g;

/**
 * The features that a reply to EHLO lists, one for each line but the first. RFC 5321 section
 * 4.1.1.1. Exchange's logs join the lines: there the keywords part them.
 *
 *     250  mail.example.org Hello [192.0.2.1] SIZE 37748736 PIPELINING …
 *
 * @param reply the reply to EHLO
 */
export function offerLines({ lines }: Reply): readonly OfferLine[] {
  const [first] = lines;
  if (!first || lines.length > 1) return lines.slice(1);
  const starts = [...first.text.matchAll(KEYWORD)].map(({ index }) => index);
  if (starts.length < 2) return [];
  return starts.map((start, index) => ({
    text: first.text.slice(start, starts[index + 1]).trim(),
  }));
}
