import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { LogInput } from '../../components/LogInput.tsx';
import { Choice } from '../../components/Choice.tsx';
import { SiteSwitch } from '../../components/SiteSwitch.tsx';
import { toClipboard } from '../../components/to-clipboard.ts';
import { words } from '../../lib/locales/index.ts';
import { verdictText } from '../../lib/verdict-text.ts';
import { draw, pick, press } from './draw.ts';
import { accepted, authFailed, connectionFailed, fixtures } from './fixtures.ts';

it('a choice shows what holds and asks for the other', () => {
  const onChange = vi.fn();
  const root = draw(
    <Choice on={false} onChange={onChange}>
      Always
    </Choice>,
  );
  const box = root.querySelector('input');
  box?.click();
  expect(onChange).toHaveBeenCalledWith(true);
  // Whoever draws it says when it is so.
  expect(box?.checked).toBe(false);
  expect(root.querySelector('label')?.textContent).toBe('Always');
});

describe('site switch', () => {
  it('is a switch, disabled where extensions can do nothing', () => {
    const onChange = vi.fn();
    const root = draw(<SiteSwitch host="shop.example.org" on onChange={onChange} />);
    const button = pick(root, '[role="switch"]');
    expect(button.getAttribute('aria-checked')).toBe('true');
    press(button);
    expect(onChange).toHaveBeenCalledWith(false);
    draw(<SiteSwitch host={null} on onChange={onChange} />, root);
    expect((button as HTMLButtonElement).disabled).toBe(true);
    expect(button.getAttribute('aria-checked')).toBe('false');
  });
});

describe('log input', () => {
  it('is labelled, tells every change and keeps what is in it', () => {
    const onInput = vi.fn();
    const root = draw(<LogInput value={'220 a\n250 b'} onInput={onInput} error="No mail log." />);
    const field = pick(root, 'textarea') as HTMLTextAreaElement;
    expect(field.value).toBe('220 a\n250 b');
    expect(pick(root, 'label').getAttribute('for')).toBe(field.id);
    expect(
      pick(root, `#${CSS.escape(field.getAttribute('aria-describedby') ?? '')}`).textContent,
    ).toBe('No mail log.');
    field.value = 'more';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    expect(onInput).toHaveBeenCalledWith('more');
  });
});

describe('text of a verdict', () => {
  it('says outcome, sentence, evidence, party and steps', () => {
    expect(verdictText(connectionFailed.session)).toBe(
      [
        'SMTP Lens: Not connected',
        'Your web host does not let mail out through port 587.',
        'Server: smtp.example.com:587',
        '',
        'Shown by:',
        '- line 2: No answer from smtp.example.com',
        '',
        'The connection attempt got no answer at all, neither yes nor no. The password plays no part in this: the log ends before it would have been asked for.',
        '',
        'Your web host must act. Waiting does not help.',
        '',
        'What to do:',
        '1. Send the text below to your web host.',
        '2. Until then, try port 465 with the encryption “SSL/TLS”.',
        '',
      ].join('\n'),
    );
  });

  it('holds nothing of the log, so no secret either', () => {
    for (const { session, lines } of Object.values(fixtures)) {
      const text = verdictText(session);
      for (const line of lines) if (line.length > 12) expect(text).not.toContain(line);
      expect(text).not.toContain('aHVudGVyMi1odW50ZXIy');
    }
    expect(verdictText(accepted.session)).toContain('4XkZ1p2qR7z');
    expect(verdictText(authFailed.session)).toContain('line 12: 535 5.7.8 Login refused');
  });
});

describe('clipboard', () => {
  it('says that nothing was copied where neither way works', async () => {
    vi.stubGlobal('navigator', {});
    await expect(toClipboard('text')).resolves.toBe(false);
    vi.unstubAllGlobals();
  });
});

describe('colours', () => {
  const css = readFileSync('components/styles/tokens.css', 'utf8');
  const themes = [tokens(css, 0), tokens(css, 1)];
  const pairs: readonly [text: string, ground: string, least: number][] = [
    ['text', 'bg', 7],
    ['text', 'soft', 7],
    ['text', 'hover', 7],
    ['text', 'bad-bg', 7],
    ['text', 'wait-bg', 7],
    ['text', 'selected', 7],
    ['dim', 'bg', 4.5],
    ['dim', 'soft', 4.5],
    ['dim', 'hover', 4.5],
    ['dim', 'bad-bg', 4.5],
    ['dim', 'selected', 4.5],
    ['accent', 'bg', 4.5],
    ['accent', 'soft', 4.5],
    ['accent', 'hover', 4.5],
    ['accent', 'selected', 4.5],
    ['accent', 'bad-bg', 4.5],
    ['good', 'bg', 4.5],
    ['wait', 'bg', 4.5],
    ['wait', 'wait-bg', 4.5],
    ['wait', 'selected', 4.5],
    ['bad', 'bg', 4.5],
    ['bad', 'bad-bg', 4.5],
    ['bad', 'selected', 4.5],
    ['badge-text', 'badge', 4.5],
    ['control-edge', 'bg', 3],
    ['control-edge', 'soft', 3],
  ];

  it.each(pairs)('%s on %s is at least %s to 1', (text, ground, least) => {
    for (const theme of themes) {
      expect(contrast(theme[text], theme[ground])).toBeGreaterThanOrEqual(least);
    }
  });

  it('have an outcome word each', () => {
    expect(Object.keys(words.outcomes)).toHaveLength(9);
  });
});

/** The colours of one theme: light is 0, dark 1. */
function tokens(css: string, theme: 0 | 1): Record<string, string> {
  const pairs = css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
  return Object.fromEntries([...pairs].map(([, name = '', ...both]) => [name, both[theme] ?? '']));
}

/** WCAG 2.2, contrast ratio of two #rrggbb colours. */
function contrast(a = '', b = ''): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
