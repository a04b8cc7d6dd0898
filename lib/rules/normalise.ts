import { fold } from '../smtp/fold.ts';
import { unscramble } from './unscramble.ts';

/** Words beyond this do not change a verdict; it bounds the work for a hostile log. */
const LONGEST = 4096;
/** RFC 791 section 2.3, without the loopback network; and what is quickly seen of one. */
const IPV4 = /(?<![\d.])(?!127\.)\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)/g;
const DOTTED = /\.\d{1,3}\.\d{1,3}\./;
/** A word of a refusal that many hosts have in their names, and the lists whose names are the reason. */
const NAMED_SO = ['spam', 'virus', 'relay'];
const LISTS = /spamhaus|spamcop|spamrl|spameating|rbl|ordb/;
/** `antispam.example.com`, and not `spam.Please`. */
const HOST = /^(?:[\w-]+\.){2,}[a-z]{2,}\.?$|\.(?:com|net|org|info|biz|eu|io|cloud|[a-z]{2})\.?$/;
/** What .NET puts between its own name for the code and the server's words. */
const QUOTES = 'the server response was:';

/**
 * Makes a reply's words comparable: lower case, no accents, plain quotes, single blanks, addresses
 * masked (a mailbox called `spam@` says nothing about spam, nor does a host), IPv4 addresses but those
 * of lookups in lists the same one, and of a reply that quotes another one only the inner one, which is the reason.
 */
export function normalise(words: string): string {
  if (words !== last.words) last = { words, text: make(words) };
  return last.text;
}

/** A reply is looked at several times in a row. */
let last = { words: '', text: '' };

function make(words: string): string {
  let text = words.length > LONGEST ? words.slice(0, LONGEST) : words;
  if (/[^\0-\x7f]/.test(text)) text = fold(unscramble(text).toLowerCase());
  else text = text.toLowerCase();
  // Most replies have none of these, and a search is cheaper than a replacement.
  if (/\s\s|[^\S ]/.test(text)) text = text.replace(/\s+/g, ' ');
  if (text.includes('`')) text = text.replaceAll('`', "'");
  if (text.includes('@')) {
    // Not what stands before it in a link: http://spf.example/why.html?sender=anna@site.example
    text = text.replace(/[^\s<>"(),;:/?&]{1,64}@[^\s<>"(),;:]{1,255}/g, 'a@b');
  }
  // 550 Mail from 192.0.2.10 refused; a list answers 127.0.0.2 for "listed".
  if (DOTTED.test(text)) text = text.replace(IPV4, '0.0.0.0');
  // Visit https://antispam.example.org/help: a filter's name, and no verdict on the message.
  for (const name of NAMED_SO) text = maskHosts(text, name);
  const inner = text.indexOf(QUOTES);
  return inner < 0 ? text : text.slice(inner + QUOTES.length);
}

/** Puts `host.example` for hosts that have such a word in their names. */
function maskHosts(text: string, name: string): string {
  let masked = text;
  let at = masked.indexOf(name);
  while (at >= 0) {
    let from = at;
    while (from > 0 && isOfHost(masked, from - 1)) from -= 1;
    let to = at + name.length;
    while (to < masked.length && isOfHost(masked, to)) to += 1;
    const word = masked.slice(from, to);
    if (word.includes('.') && !LISTS.test(word) && HOST.test(word)) {
      masked = `${masked.slice(0, from)}host.example${masked.slice(to)}`;
      to = from;
    }
    at = masked.indexOf(name, to);
  }
  return masked;
}

/** A letter, a digit, or what joins them in a host's name. */
function isOfHost(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2e ||
    code === 0x2d ||
    code === 0x5f
  );
}
