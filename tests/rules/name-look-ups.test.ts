import { describe, expect, it } from 'vitest';
import { classifyBare } from '../../lib/rules/bare-reply.ts';
import { classifyFailure } from '../../lib/rules/client-failure.ts';

/** Postfix, Sendmail, Exim, qmail, Google and getaddrinfo: nobody answered, or the answer was no. */
const UNANSWERED = [
  'Host or domain name not found. Name service error for name=mx.example.net type=A: Host not found, try again',
  'Name service error for name=example.net type=MX: Malformed or unexpected name server reply',
  'Deferred: Name server: mx.example.net.: host name lookup failure',
  'host lookup for mx.example.net did not complete (DNS timeout?)',
  'CNAME lookup failed temporarily. (#4.4.3)',
  'DNS Error: DNS type mx lookup of example.net responded with code SERVFAIL',
  'getaddrinfo EAI_AGAIN smtp.example.net',
];
const WITHOUT_NAME = [
  'Host or domain name not found. Name service error for name=example.net type=MX: Host not found',
  'Host unknown (Name server: example.net: host not found)',
  "Sorry, I couldn't find any host named example.net. (#5.1.2)",
  'DNS Error: DNS type mx lookup of example.net responded with code NXDOMAIN',
  'getaddrinfo ENOTFOUND smtp.example.net',
];

describe('the look-up of a name', () => {
  it.each(UNANSWERED)('got no answer: %s', (words) => {
    expect(classifyFailure(words)).toMatchObject({ cause: 'dns-failure', isUnanswered: true });
    expect(classifyBare(words)).toBe('connection-failed');
  });

  it.each(WITHOUT_NAME)('found nothing: %s', (words) => {
    expect(classifyFailure(words)?.isUnanswered).toBe(false);
    expect(classifyBare(words)).toMatch(/^(?:dns-failure|domain-not-found)$/);
  });
});
