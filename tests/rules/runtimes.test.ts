import { describe, expect, it } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';
import { ERROR_NUMBERS } from '../../lib/knowledge/error-numbers.ts';
import { FOREIGN_FAILURES } from '../../lib/knowledge/failures/foreign-failures.ts';
import { classifyFailure } from '../../lib/rules/client-failure.ts';
import { fold } from '../../lib/smtp/fold.ts';
import { registry } from '../knowledge/registry.ts';

const rows = registry;
const causeOf = (words: string): string => classifyFailure(words)?.cause ?? '';

/** Those of a list whose cause is not the right one, as `text → cause`. */
function wrong(list: readonly (readonly [words: string, cause: string])[]): readonly string[] {
  expect(list.length).toBeGreaterThan(0);
  return list
    .filter(([words, cause]) => causeOf(words) !== cause)
    .map(([words, cause]) => `${words} → ${causeOf(words)}, not ${cause}`);
}

/** A row's fields, a text for each. */
function field(row: readonly string[], index: number): string {
  return row[index] ?? '';
}

describe('what runtimes say of a failed connection has the right cause', () => {
  it('programs: PHP, Node, Python, Java, .NET, Schannel, Go, Ruby, Perl', () => {
    expect(wrong(rows('programs.tsv').map((row) => [field(row, 1), field(row, 2)]))).toEqual([]);
  });

  it('mail clients and further libraries', () => {
    expect(wrong(rows('clients.tsv').map((row) => [field(row, 0), field(row, 1)]))).toEqual([]);
  });

  it('OpenSSL’s checks of a certificate', () => {
    const list = rows('openssl-verify.tsv').map((row) => {
      return [`certificate verify failed: ${field(row, 1)}`, field(row, 2)] as const;
    });
    expect(wrong(list)).toEqual([]);
  });

  it('OpenSSL’s reasons', () => {
    const list = rows('openssl-reasons.tsv').map((row) => {
      return [`error:0A000000:SSL routines::${field(row, 0)}`, field(row, 1)] as const;
    });
    expect(wrong(list)).toEqual([]);
  });

  it('curl', () => {
    const list = rows('curl.tsv').map((row) => {
      return [`curl: (${field(row, 0)}) ${field(row, 1)}`, field(row, 2)] as const;
    });
    expect(wrong(list)).toEqual([]);
  });

  it('GnuTLS', () => {
    const list = rows('gnutls.tsv').map((row) => {
      return [`TLS handshake failed: ${field(row, 1)}`, field(row, 2)] as const;
    });
    expect(wrong(list)).toEqual([]);
  });

  it('getaddrinfo', () => {
    expect(wrong(rows('getaddrinfo.tsv').map((row) => [field(row, 1), field(row, 2)]))).toEqual([]);
  });
});

describe('errors of the system', () => {
  const all = rows('errno.tsv').map((row) => ({
    name: field(row, 0),
    linux: Number(field(row, 1)),
    macos: Number(field(row, 2)),
    windows: Number(field(row, 3)),
    text: field(row, 4),
    cause: field(row, 5),
  }));

  it('are those of the list, with their numbers on three systems', () => {
    const listed = all.map(({ name, linux, macos, windows, cause }) =>
      windows === 0 ? { name, linux, macos, cause } : { name, linux, macos, windows, cause },
    );
    expect([...ERROR_NUMBERS]).toEqual(listed);
  });

  it('are known by name and by text', () => {
    // Exim notes EINPROGRESS on the way to a connection that then stands.
    const named = all.filter(({ name }) => name !== 'EINPROGRESS');
    const names = named.map(
      ({ name, cause }) => [`connect ${name} 203.0.113.5:587`, cause] as const,
    );
    expect(wrong(names)).toEqual([]);
    const texts = all.map(({ text, cause }) => [`Failed to connect: ${text}`, cause] as const);
    expect(wrong(texts)).toEqual([]);
  });

  it('are known by number alone, in a language that nobody listed', () => {
    const list = all.flatMap(({ linux, macos, windows, cause }) => {
      const unix = [`OSError: [Errno ${linux}] qzx`, `OSError: [Errno ${macos}] qzx`];
      const php = [`send of 6 bytes failed with errno=${linux} qzx`];
      if (linux > 12) php.push(`SMTP ERROR: Failed to connect to server: qzx (${linux})`);
      const win =
        windows === 0
          ? []
          : [
              `[WinError ${windows}] qzx`,
              `Socket Error # ${windows}`,
              `Winsock error: ${windows}`,
              `Failed to connect to server: qzx (${windows})`,
            ];
      return [...unix, ...php, ...win].map((words) => [words, cause] as const);
    });
    expect(wrong(list)).toEqual([]);
  });

  it('do not take one number for a longer one', () => {
    expect(causeOf('OSError: [Errno 1110] qzx')).toBe('');
    expect(causeOf('Socket Error # 110601')).toBe('');
    expect(causeOf('message of 100601 bytes')).toBe('');
  });

  it('are known in the languages of Linux; what servers say as well, by its number', () => {
    const list = rows('glibc-languages.tsv').map((row) => {
      const [, text = '', cause = ''] = row;
      return [cause === 'local-policy-blocked' ? `${text} (13)` : text, cause] as const;
    });
    expect(wrong(list)).toEqual([]);
  });

  it('has foreign words as they are compared', () => {
    const phrases = FOREIGN_FAILURES.flatMap((row) => row.phrases);
    expect(phrases.filter((phrase) => phrase !== fold(phrase.toLowerCase()))).toEqual([]);
  });

  it('are known in the languages of Windows', () => {
    expect(wrong(rows('windows-sockets.tsv').map((row) => [field(row, 2), field(row, 3)]))).toEqual(
      [],
    );
  });
});

it('a virus scanner that answers in the server’s place is known', () => {
  const log = [
    'Connection: opening to mail.example.com:25, timeout=300, options=array()',
    'Connection: opened',
    'SERVER -> CLIENT: 421 Cannot connect to SMTP server 192.0.2.1 (192.0.2.1:25), connect error 10060',
    'SMTP connect() failed.',
  ];
  const [session] = explain(analyze(log.join('\n'))).sessions;
  expect(session?.findings[0]?.id).toBe('antivirus-proxy');
});
