import { describe, expect, it, vi } from 'vitest';
import { logWords, mask } from '../../lib/log-words.ts';
import { SessionView } from '../../components/SessionView.tsx';
import { count } from '../../lib/locales/count.ts';
import { words } from '../../lib/locales/index.ts';
import { draw, pick, press } from './draw.ts';
import { accepted, authFailed, longText, partlyAccepted } from './fixtures.ts';
import { entryOf } from './fixtures/fixture.ts';
import { shown } from './shown.ts';

const password = 'aHVudGVyMi1odW50ZXIy';

describe('session view', () => {
  it('has a heading for each phase, in the log’s order', () => {
    const root = draw(<SessionView {...shown(accepted)} verbosity="full" />);
    const names = [...root.querySelectorAll('.group-name')].map(({ textContent }) => textContent);
    expect(names).toEqual([
      'Connect',
      'Greeting',
      'Introduction (EHLO)',
      'Encryption',
      'Introduction (EHLO), again',
      'Login',
      'Sender',
      'Recipients',
      'Message',
      'Goodbye',
    ]);
  });

  it('masks secrets in every verbosity', () => {
    for (const verbosity of ['off', 'problems', 'brief', 'full'] as const) {
      const root = draw(<SessionView {...shown(accepted)} verbosity={verbosity} />);
      expect(root.innerHTML).not.toContain(password);
      expect(pick(root, '[data-line="22"] .row-text').textContent).toBe(mask);
    }
  });

  it('folds the message, and opens it on request or to show a line', () => {
    const root = draw(<SessionView {...shown(accepted)} verbosity="brief" />);
    const fold = pick(root, '.fold button');
    expect(fold.textContent).toBe(count(words.messageLines, 6));
    expect(root.querySelector('[data-line="33"]')).toBeNull();
    press(fold);
    expect(pick(root, '[data-line="33"] .row-text').textContent).toBe('Subject: Your order');
    press(fold);
    expect(root.querySelector('[data-line="33"]')).toBeNull();
    draw(<SessionView {...shown(accepted)} verbosity="brief" selectedLine={33} />, root);
    expect(pick(root, '[data-line="33"]').getAttribute('aria-current')).toBe('true');
  });

  it('marks repeats and the line that decided', () => {
    const root = draw(<SessionView {...shown(authFailed)} verbosity="full" />);
    expect(root.querySelectorAll('[data-duplicate]')).toHaveLength(1);
    const decided = root.querySelectorAll('[data-decided]');
    expect([...decided].map((row) => row.getAttribute('data-line'))).toEqual(['12']);
    expect(decided[0]?.textContent).toContain(words.decided);
  });

  it('says as much as asked for', () => {
    const root = draw(<SessionView {...shown(authFailed)} verbosity="problems" />);
    expect(root.querySelectorAll('.row-meaning')).toHaveLength(1);
    draw(<SessionView {...shown(authFailed)} verbosity="off" />, root);
    expect(root.querySelectorAll('.row-meaning')).toHaveLength(0);
    draw(<SessionView {...shown(authFailed)} verbosity="brief" />, root);
    const brief = pick(root, '[data-line="2"] .row-brief');
    expect(root.querySelector('[data-line="2"] .row-full')).toBeNull();
    press(brief);
    expect(brief.getAttribute('aria-expanded')).toBe('true');
    expect(pick(root, '[data-line="2"] .row-full').textContent).toContain(
      'asks what the server can do',
    );
    draw(<SessionView {...shown(authFailed)} verbosity="full" />, root);
    expect(root.querySelectorAll('.row:not([data-duplicate]) .row-full')).toHaveLength(
      authFailed.session.entries.length - 1,
    );
    expect(root.querySelectorAll('[data-duplicate] .row-full')).toHaveLength(0);
  });

  it('goes to lines where that is possible', () => {
    const onGoTo = vi.fn();
    const root = draw(<SessionView {...shown(partlyAccepted)} verbosity="brief" onGoTo={onGoTo} />);
    press(pick(root, '[data-line="10"] button.row-line'));
    expect(onGoTo).toHaveBeenCalledWith(10);
    draw(<SessionView {...shown(partlyAccepted)} verbosity="brief" />, root);
    expect(root.querySelector('button.row-line')).toBeNull();
  });

  it('draws a long session in pieces, and reaches a chosen line all the same', () => {
    const entries = Array.from({ length: 1000 }, (_, i) => ({
      ...entryOf(partlyAccepted, 6),
      line: i + 1,
      endLine: i + 1,
    }));
    const lines = entries.map(() => '250 2.1.0 Ok');
    const long = shown({ session: { ...partlyAccepted.session, entries, findings: [] }, lines });
    const root = draw(<SessionView {...long} verbosity="brief" />);
    expect(root.querySelectorAll('.row')).toHaveLength(300);
    press(pick(root, '.session > .button'));
    expect(root.querySelectorAll('.row')).toHaveLength(600);
    draw(<SessionView {...long} verbosity="brief" selectedLine={950} />, root);
    expect(root.querySelectorAll('.row')).toHaveLength(950);
  });

  it('keeps hostile text as text', () => {
    const root = draw(<SessionView {...shown(longText)} verbosity="full" />);
    expect(root.querySelector('img, script')).toBeNull();
    expect(root.textContent).toContain('<script>alert(2)</script>');
  });
});

describe('words of a log', () => {
  const wordsOf = logWords(accepted.session, accepted.lines);
  const text = (line: number): string => wordsOf(entryOf(accepted, line)).text;

  it('are without time stamps and the tool’s marks', () => {
    expect(text(2)).toBe('Connection: opened');
    expect(text(3)).toBe('220 mail.example.com ESMTP ready');
    expect(text(5)).toBe('EHLO shop.example.org');
    expect(text(15)).toBe('250 AUTH LOGIN PLAIN');
    expect(text(20)).toBe('c2hvcEBleGFtcGxlLm9yZw==');
    expect(text(35)).toBe('Thank you for your order.');
    expect(text(36)).toBe('.');
    expect(wordsOf(entryOf(accepted, 2)).time).toBe('18:32:17');
  });

  it('are without quotation marks, typographic ones too', () => {
    const lines = ['SMTP INBOUND: “250-SIZE 1024”', 'SERVER -> CLIENT: 250 say "hi"'];
    const entries = lines.map((_, i) => ({ ...entryOf(accepted, 7), line: i + 1, endLine: i + 1 }));
    const read = logWords({ ...accepted.session, entries, secrets: [] }, lines);
    expect(entries.map((entry) => read(entry).text)).toEqual(['250-SIZE 1024', '250 say "hi"']);
  });

  it('mask several secrets of one line, and those of a thing over several lines', () => {
    const lines = ['AUTH PLAIN abcdefgh', 'ijklmnop rest secret2'];
    const entry = { ...entryOf(accepted, 18), line: 1, endLine: 2, verb: 'AUTH' };
    const session = {
      ...accepted.session,
      entries: [entry],
      secrets: [
        { line: 1, start: 11, end: 19, what: 'password' as const },
        { line: 2, start: 0, end: 8, what: 'password' as const },
        { line: 2, start: 14, end: 21, what: 'token' as const },
      ],
    };
    expect(logWords(session, lines)(entry).text).toBe(`AUTH PLAIN ${mask}\n${mask} rest ${mask}`);
  });
});
