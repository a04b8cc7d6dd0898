import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';
import { canon } from '../../lib/smtp/phpmailer-canon.ts';
import { phpmailerMessage } from '../../lib/smtp/phpmailer-message.ts';
import { ENGLISH, PHPMAILER_IDS } from '../../lib/smtp/phpmailer-messages.ts';
import { PHPMAILER_WORDS } from '../../lib/smtp/phpmailer-words.ts';
import { registry } from '../knowledge/registry.ts';

/** Language → message → how it begins. */
const TABLE = new Map(
  PHPMAILER_WORDS.trim()
    .split('\n')
    .map((line) => {
      const [language = '', ...begins] = line.split('|');
      const row = begins.flatMap((begin, column) =>
        begin === '' ? [] : ([[PHPMAILER_IDS[column], begin]] as const),
      );
      return [language, new Map(row)] as const;
    }),
);
const ALL = [...TABLE.values()].flatMap((row) => [...row]);

/**
 * Messages that begin in two languages of a family alike, or in English and in a language that
 * took it over: the line further up serves both.
 */
const ELSEWHERE = 0.06;

describe('PHPMailer’s messages', () => {
  it.each([
    ['SMTP Error: Could not authenticate.', 'authenticate'],
    ['SMTP-Fehler: Konnte keine Verbindung zum SMTP-Host herstellen.', 'connect_host'],
    ['SMTP Fehler: Authentifizierung fehlgeschlagen.', 'authenticate'],
    ['Mailer Error: Błąd SMTP: Dane nie zostały przyjęte.', 'data_not_accepted'],
    ['Échec de la connexion SMTP.', 'smtp_connect_failed'],
    ['SMTP 错误：登录失败。', 'authenticate'],
    ['SMTP 錯誤：登錄失敗。', 'authenticate'],
    ['SMTPエラー: 次の受信者アドレスに 間違いがあります: a@example.jp', 'recipients_failed'],
    ['Fromアドレスを登録する際にエラーが発生しました: a@example.jp', 'from_failed'],
    ['Неверный адрес отправителя: a@example.ru', 'from_failed'],
    ['Error SMTP: No se pudo autentificar.', 'authenticate'],
    ['La siguiente dirección de remitente falló: a@example.es', 'from_failed'],
    ['SMTP Hatası: Doğrulanamıyor.', 'authenticate'],
    ['Vous devez fournir au moins une adresse de destinataire.', 'provide_address'],
    ['Mail-Funktion konnte nicht initialisiert werden.', 'instantiate'],
    ['Невозможно запустить функцию mail().', 'instantiate'],
    ['Adres e-mail', undefined],
    ['SMTP is a protocol', undefined],
    ['Invalid', undefined],
    ['', undefined],
  ])('%s', (text, id) => {
    expect(phpmailerMessage(text)).toBe(id);
  });

  it('has a line for English and for each language that PHPMailer speaks', () => {
    const languages = registry('phpmailer-languages.csv').map(([language]) => language);
    const lines = [...TABLE.keys()].filter((language) => !language.endsWith(', older'));
    expect(lines).toEqual(['en', ...languages]);
    expect([...(TABLE.get('en')?.keys() ?? [])]).toEqual(Object.keys(ENGLISH));
  });

  it('has no message that the language does not translate, and nearly all that it does', () => {
    let missing = 0;
    let total = 0;
    for (const [language = '', messages = ''] of registry('phpmailer-languages.csv')) {
      const row = new Set<string | undefined>(TABLE.get(language)?.keys());
      const translated = messages.split(' ');
      expect([...row].filter((id) => !translated.includes(id ?? ''))).toEqual([]);
      total += translated.length;
      missing += translated.filter((id) => !row.has(id)).length;
    }
    expect(missing / total).toBeLessThan(ELSEWHERE);
  });

  it('are written as they are compared', () => {
    expect(ALL.filter(([, begin]) => begin !== canon(begin))).toEqual([]);
  });

  it('are told apart: none begins with another message’s beginning', () => {
    const mixed = ALL.filter(([id, begin]) =>
      ALL.some(([other, words]) => other !== id && begin.startsWith(words)),
    );
    expect(mixed).toEqual([]);
  });

  it('are found by their beginnings', () => {
    expect(ALL.filter(([id, begin]) => phpmailerMessage(`${begin} a@example.org`) !== id)).toEqual(
      [],
    );
  });
});

/** Where Debian's package libphp-phpmailer puts them, and this project's demonstration. */
const FOLDER = '/usr/share/php/libphp-phpmailer/language';
/** PHPMailer itself has one text for two messages here. */
const SAME: readonly string[] = [
  'ba smtp_error',
  'be smtp_error',
  'eo smtp_error',
  'pl smtp_error',
];

describe.runIf(existsSync(FOLDER))('a real PHPMailer', () => {
  it('says nothing in any language that is not known', () => {
    const unknown = readdirSync(FOLDER).flatMap((name) => {
      const language = /lang-(\w+)\.php$/.exec(name)?.[1] ?? '';
      const text = readFileSync(`${FOLDER}/${name}`, 'utf8');
      const all = text.matchAll(/^\$PHPMAILER_LANG\['(\w+)'\]\s*=\s*'((?:[^'\\]|\\.)*)'/gm);
      return [...all].flatMap(([, id = '', words = '']) =>
        id in ENGLISH && phpmailerMessage(words.replaceAll("\\'", "'")) !== id
          ? [`${language} ${id}`]
          : [],
      );
    });
    expect(unknown).toEqual(SAME);
  });
});

/** How a log of one line ends: outcome, step, cause. */
function verdict(text: string): string {
  const [session] = explain(analyze(text)).sessions;
  const cause = session?.findings.find(({ severity }) => severity === 'error')?.id;
  return [session?.outcome, session?.failedAt, cause].join(' ');
}

/** What each of PHPMailer's messages means where it stands alone. */
const MEANING: Readonly<Partial<Record<string, string>>> = {
  authenticate: 'auth-failed auth wrong-credentials',
  connect_host: 'connection-failed connect connection-failed',
  smtp_connect_failed: 'connection-failed connect connection-failed',
  from_failed: 'rejected mail sender-rejected',
  recipients_failed: 'rejected rcpt recipient-rejected',
  data_not_accepted: 'rejected message other',
  provide_address: 'rejected rcpt no-recipient',
  invalid_header: 'rejected message message-malformed',
  empty_message: 'rejected message message-malformed',
  encoding: 'rejected message message-malformed',
  file_access: 'rejected message attachment-unreadable',
  file_open: 'rejected message attachment-unreadable',
  instantiate: 'connection-failed connect php-mail-failed',
  execute: 'connection-failed connect php-mail-failed',
  invalid_hostentry: 'connection-failed connect missing-host',
  invalid_host: 'connection-failed connect missing-host',
};

describe('a message makes a verdict', () => {
  it.each(Object.entries(MEANING))(
    'in every language, as an error box shows it: %s',
    (id, meaning) => {
      for (const [language, row] of TABLE) {
        const begin = row.get(id as keyof typeof ENGLISH);
        if (begin === undefined) continue;
        expect(verdict(`Mailer Error: ${begin}`), `${language} ${id}`).toBe(meaning);
      }
    },
  );

  it.each([
    ['Invalid address:  (From): wordpress@localhost', 'rejected mail sender-syntax'],
    ['Ungültige Adresse', 'undefined'],
    ['Die Adresse ist ungültig:  (setFrom): wordpress@localhost', 'rejected mail sender-syntax'],
    ['Die Adresse ist ungültig:  (to): jemand', 'rejected rcpt recipient-syntax'],
    ['Adresse courriel non valide :  (cc): personne', 'rejected rcpt recipient-syntax'],
    ['Mailer Error: Extension missing: openssl', 'tls-failed connect openssl-missing'],
    ['Could not instantiate mail function.', 'connection-failed connect php-mail-failed'],
  ])('%s', (text, meaning) => {
    expect(verdict(text).trim()).toBe(meaning === 'undefined' ? '' : meaning);
  });

  it.each([
    'Invalid host: example.org',
    'Could not access file: /tmp/a',
    'Unknown encoding: utf-9',
    'Could not execute: ls',
  ])('but not where any program may have said it: %s', (text) => {
    expect(explain(analyze(text)).sessions).toEqual([]);
  });

  it.each([
    [
      'SMTP-Fehler: Daten werden nicht akzeptiert. Fehler vom SMTP-Server: DATA END command failed Detail: This message was classified as SPAM SMTP code: 550 Additional SMTP info: 5.7.1',
      'rejected message spam-content',
    ],
    [
      'Erreur SMTP : données incorrectes. Erreur du serveur SMTP : DATA END command failed Détails : message size exceeds limit Code SMTP : 552 Informations supplémentaires SMTP : 5.3.4',
      'rejected message message-too-large',
    ],
    [
      'Erro SMTP: Dados não aceites. Erro do servidor SMTP: DATA END command failed Detalhes: mailbox full Código SMTP: 552 Informações adicionais SMTP: 5.2.2',
      'rejected message mailbox-full',
    ],
    [
      'Die folgende Absenderadresse ist nicht korrekt: a@example.org : MAIL FROM command failed,Authentication required,530,5.7.0',
      'rejected mail auth-required',
    ],
    [
      'SMTP-fout: de volgende ontvangers zijn mislukt: b@example.net: 5.1.1 <b@example.net>: User unknown',
      'rejected rcpt recipient-unknown',
    ],
    [
      '2026-11-24 02:37:37\tSMTP-Fehler: Authentifizierung fehlgeschlagen.',
      'auth-failed auth wrong-credentials',
    ],
  ])('with the reply that it quotes: %s', (text, meaning) => {
    expect(verdict(text)).toBe(meaning);
  });
});

describe('the errors of PHPMailer’s class SMTP', () => {
  it.each([
    ['Authentication is not allowed at this stage', 'auth-failed auth auth-not-offered'],
    ['No supported authentication methods found', 'auth-failed auth auth-mechanism-mismatch'],
    [
      'SMTP Error: Could not authenticate. SMTP server error: The requested authentication method "XOAUTH2" is not supported by the server',
      'auth-failed auth auth-mechanism-mismatch',
    ],
    ['Called DATA without being connected', 'connection-failed connect connection-failed'],
    [
      'SMTP-Fehler: Konnte keine Verbindung zum SMTP-Host herstellen. Failed to connect to server SMTP code: 10061',
      'connection-failed connect connection-refused',
    ],
  ])('%s', (text, meaning) => {
    expect(verdict(text)).toBe(meaning);
  });

  it('has no more to tell of what PHPMailer found out by itself', () => {
    const [session] = explain(analyze('Mailer Error: Message body empty')).sessions;
    expect(session?.findings.map(({ id }) => id)).toEqual(['message-malformed']);
  });
});

describe('a whole session in another language', () => {
  const opening = [
    'Connection: opening to mail.example.com:587, timeout=300, options=array()',
    'Connection: opened',
    'SERVER -> CLIENT: 220 mail.example.com ESMTP',
    'CLIENT -> SERVER: EHLO www.example.org',
    'SERVER -> CLIENT: 250-mail.example.com',
    '250 AUTH LOGIN',
  ];
  const refused = [
    'CLIENT -> SERVER: AUTH LOGIN',
    'SERVER -> CLIENT: 334 VXNlcm5hbWU6',
    'CLIENT -> SERVER: [credentials hidden]',
    'SERVER -> CLIENT: 334 UGFzc3dvcmQ6',
    'CLIENT -> SERVER: [credentials hidden]',
    'SERVER -> CLIENT: 535 5.7.8 Error: authentication failed',
  ];

  it.each([
    ['SMTP-Fehler: Authentifizierung fehlgeschlagen.'],
    ['Erreur SMTP : échec de l’authentification.'],
    ['SMTPエラー: 認証できませんでした。'],
  ])('the server’s reply decides, the sentence only repeats it: %s', (sentence) => {
    const log = [...opening, ...refused, sentence, 'CLIENT -> SERVER: QUIT'].join('\n');
    expect(verdict(log)).toBe('auth-failed auth wrong-credentials');
    const [session] = explain(analyze(log)).sessions;
    expect(session?.entries.find(({ severity }) => severity === 'error')?.line).toBe(12);
  });

  it.each([
    [
      'Ein Verbindungsversuch ist fehlgeschlagen, da die Gegenstelle nicht reagiert hat (10060)',
      'connection-timeout',
    ],
    ['Verbindungsaufbau abgelehnt (111)', 'connection-refused'],
    ['Keine Berechtigung (13)', 'local-policy-blocked'],
    ['Aucune connexion n’a pu être établie (10061)', 'connection-refused'],
    ['接続がタイムアウトしました (110)', 'connection-timeout'],
  ])('the system’s words and number decide: %s', (words, cause) => {
    const log = [
      'Connection: opening to mail.example.com:587, timeout=300, options=array()',
      `SMTP ERROR: Failed to connect to server: ${words}`,
      'SMTP-Fehler: Konnte keine Verbindung zum SMTP-Host herstellen.',
    ].join('\n');
    expect(verdict(log)).toBe(`connection-failed connect ${cause}`);
  });

  it('an address that was left out does no harm to a mail that others got', () => {
    const log = [
      'Die Adresse ist ungültig:  (to): niemand',
      ...opening,
      'CLIENT -> SERVER: MAIL FROM:<a@example.org>',
      'SERVER -> CLIENT: 250 2.1.0 Ok',
      'CLIENT -> SERVER: RCPT TO:<b@example.net>',
      'SERVER -> CLIENT: 250 2.1.5 Ok',
      'CLIENT -> SERVER: DATA',
      'SERVER -> CLIENT: 354 End data with <CR><LF>.<CR><LF>',
      'CLIENT -> SERVER: .',
      'SERVER -> CLIENT: 250 2.0.0 Ok: queued as 4Xyz',
      'CLIENT -> SERVER: QUIT',
      'SERVER -> CLIENT: 221 2.0.0 Bye',
    ].join('\n');
    expect(verdict(log).trim()).toBe('accepted');
  });
});
