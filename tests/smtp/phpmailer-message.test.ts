import { describe, expect, it } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';
import { fold } from '../../lib/smtp/fold.ts';
import { phpmailerMessage } from '../../lib/smtp/phpmailer-message.ts';
import { PHPMAILER_MESSAGES } from '../../lib/smtp/phpmailer-messages.ts';

describe('PHPMailer’s messages', () => {
  it.each([
    ['SMTP Error: Could not authenticate.', 'authenticate'],
    ['SMTP-Fehler: Konnte keine Verbindung zum SMTP-Host herstellen.', 'connect_host'],
    ['Mailer Error: Błąd SMTP: Dane nie zostały przyjęte.', 'data_not_accepted'],
    ['Échec de la connexion SMTP.', 'smtp_connect_failed'],
    ['SMTP 错误：登录失败。', 'authenticate'],
    ['SMTPエラー: 次の受信者アドレスに 間違いがあります: a@example.jp', 'recipients_failed'],
    ['Неверный адрес отправителя: a@example.ru', 'from_failed'],
    ['SMTP is a protocol', undefined],
    ['', undefined],
  ])('%s', (text, id) => {
    expect(phpmailerMessage(text)).toBe(id);
  });

  it('are written as they are compared', () => {
    const begins = Object.values(PHPMAILER_MESSAGES).flatMap((table) => Object.values(table));
    expect(begins.filter((begin) => begin !== fold(begin.toLowerCase()))).toEqual([]);
  });

  it('are told apart: none begins with another message’s beginning', () => {
    const all = Object.entries(PHPMAILER_MESSAGES).flatMap(([id, table]) =>
      Object.values(table).map((begin) => ({ id, begin })),
    );
    const mixed = all.filter(({ id, begin }) =>
      all.some((other) => other.id !== id && begin.startsWith(other.begin)),
    );
    expect(mixed).toEqual([]);
  });

  it.each([
    ['SMTP-Fehler: Authentifizierung fehlgeschlagen.', 'wrong-credentials'],
    ['Erreur SMTP : impossible de se connecter au serveur SMTP.', 'connection-failed'],
    ['Ошибка SMTP: ошибка авторизации.', 'wrong-credentials'],
  ])('make a verdict alone: %s', (text, cause) => {
    const [session] = explain(analyze(text)).sessions;
    expect(session?.findings.find(({ severity }) => severity === 'error')?.id).toBe(cause);
  });
});
