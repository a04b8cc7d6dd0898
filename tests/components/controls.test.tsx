import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { verdictText } from '../../components/copy-text.ts';
import { LogInput } from '../../components/LogInput.tsx';
import { SiteSwitch } from '../../components/SiteSwitch.tsx';
import { toClipboard } from '../../components/to-clipboard.ts';
import { words } from '../../lib/locales/index.ts';
import { draw, pick, press } from './draw.ts';
import { accepted, authFailed, connectionFailed, fixtures } from './fixtures.ts';

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
  const css = ['tokens', 'own-pages']
    .map((name) => readFileSync(`components/styles/${name}.css`, 'utf8'))
    .join('');
  const blocks = css.split('  color-scheme: ').slice(1).map(tokens);
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
    expect(blocks).toHaveLength(3);
    for (const block of blocks) {
      expect(contrast(block[text], block[ground])).toBeGreaterThanOrEqual(least);
    }
  });

  it('are the same in both dark blocks', () => {
    expect(blocks[2]).toEqual(blocks[1]);
  });

  it('have an outcome word each', () => {
    expect(Object.keys(words.outcomes)).toHaveLength(9);
  });
});

function tokens(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--lens-([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
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
