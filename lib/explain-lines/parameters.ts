import { mailParameters } from '../knowledge/mail-parameters.ts';
import type { ParameterRow } from '../knowledge/rows.ts';
import { join } from './words.ts';

const PARAMETERS: Readonly<Record<string, ParameterRow>> = mailParameters;

/** More than this in one command is not ordinary mail. */
const MOST = 8;

/**
 * What the words behind the address of MAIL FROM or RCPT TO ask for; SIZE is told elsewhere.
 * RFC 5321 section 4.1.2: each is `KEYWORD` or `KEYWORD=value`.
 */
export function explainParameters(argument: string): string {
  const end = argument.indexOf('>');
  if (end < 0) return '';
  const words = argument.slice(end + 1).split(/\s+/, MOST + 1);
  return join(...words.slice(1).map((word) => explain(word.toUpperCase())));
}

function explain(word: string): string {
  const [keyword = ''] = word.split('=', 1);
  // What is no keyword may be anything, so it is not repeated.
  if (keyword === 'SIZE' || !/^[A-Z\d][A-Z\d-]{1,30}$/.test(keyword)) return '';
  const row = PARAMETERS[word] ?? PARAMETERS[keyword];
  if (row) return row.full;
  return keyword.startsWith('X')
    ? `The client adds a private option (${keyword}), which only programs that know the server use.`
    : `The client adds an option that is not a registered one (${keyword}).`;
}
