import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { Badge } from '../../components/Badge.tsx';
import { Prose } from '../../components/Prose.tsx';
import { Verdict } from '../../components/Verdict.tsx';
import { glossaryOf } from '../../lib/glossary.ts';
import { words } from '../../lib/locales/index.ts';
import { termMarker } from '../../lib/terms.ts';
import { draw, key, pick, press } from './draw.ts';
import { authFailed, fixtures } from './fixtures.ts';
import { entryOf } from './fixtures/fixture.ts';
import { shown } from './shown.ts';

const text = 'The server offers TLS, and the server asks for a login.';
const prose = (own = text) => <Prose parts={termMarker(glossaryOf([own]))(own)} />;
const terms = (root: ParentNode): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.term')];

describe('terms in a text', () => {
  it('are buttons named by the word, each once, and the text stays the same', () => {
    const root = draw(prose());
    expect(root.textContent).toBe(text);
    expect(terms(root).map((term) => term.textContent)).toEqual(['server', 'TLS', 'login']);
    for (const term of terms(root)) {
      expect(term.getAttribute('role')).toBe('button');
      expect(term.tabIndex).toBe(0);
      expect(term.getAttribute('aria-expanded')).toBe('false');
    }
  });

  it('leave names of code in one piece', () => {
    const own = 'Type the password ($mail->Password in code) afresh for your server.';
    const root = draw(prose(own));
    expect(root.textContent).toBe(own);
    expect(pick(root, '.piece').textContent).toBe('$mail->Password');
  });

  it('open their meaning below the text, one at a time', () => {
    const root = draw(prose());
    const [server, tls] = terms(root);
    press(server as HTMLElement);
    const meaning = pick(root, '.meaning');
    expect(meaning.textContent).toContain('A computer that takes mail');
    expect(document.activeElement).toBe(meaning);
    expect(server?.getAttribute('aria-expanded')).toBe('true');
    press(tls as HTMLElement);
    expect(root.querySelectorAll('.meaning')).toHaveLength(1);
    expect(pick(root, '.meaning').textContent).toContain('SSL is its old name');
    press(tls as HTMLElement);
    expect(root.querySelector('.meaning')).toBeNull();
  });

  it('open by Enter and by the space bar', () => {
    const root = draw(prose());
    for (const name of ['Enter', ' ']) {
      expect(key(name, terms(root)[1])).toBe(false);
      expect(pick(root, '.meaning').textContent).toContain('TLS');
      key('Escape');
      expect(root.querySelector('.meaning')).toBeNull();
    }
    expect(key('a', terms(root)[1])).toBe(true);
  });

  it('have a way back, with the focus where it was', () => {
    const root = draw(prose());
    const tls = terms(root)[1] as HTMLElement;
    press(tls);
    const back = pick(root, '.meaning button');
    expect(back.textContent).toBe(words.backToText);
    press(back);
    expect(root.querySelector('.meaning')).toBeNull();
    expect(document.activeElement).toBe(tls);
    press(tls);
    expect(key('Escape')).toBe(false);
    expect(root.querySelector('.meaning')).toBeNull();
    expect(document.activeElement).toBe(tls);
    expect(key('Escape')).toBe(true);
  });

  it('keep a meaning only as long as its term stands in the text', () => {
    const root = draw(prose());
    press(terms(root)[1] as HTMLElement);
    draw(prose('Nothing of the kind.'), root);
    expect(root.querySelector('.meaning')).toBeNull();
  });
});

/** What a shown entry has besides. */
const place = { time: '', text: '', at: 12 };

describe('terms in a popover', () => {
  const open = () => {
    const { glossary } = shown(authFailed);
    const entry = {
      ...entryOf(authFailed, 12),
      ...place,
      full: 'The server wants a login by app password.',
    };
    const root = draw(<Badge entry={entry} line={12} glossary={glossary} />);
    const badge = pick(root, '.badge');
    badge.focus();
    press(badge);
    return { root, badge, box: pick(root, '[popover]') };
  };

  it('are reached by Tab in turn; behind the last one the popover ends', () => {
    const { root, badge, box } = open();
    const stops = terms(box);
    expect(stops.length).toBeGreaterThan(1);
    for (const stop of stops) {
      expect(key('Tab')).toBe(false);
      expect(document.activeElement).toBe(stop);
    }
    expect(key('Tab')).toBe(true);
    expect(root.querySelector('[popover]')).toBeNull();
    expect(document.activeElement).toBe(badge);
  });

  it('close on Escape before the popover does', () => {
    const { root, badge, box } = open();
    key('Tab');
    const term = document.activeElement as HTMLElement;
    press(term);
    expect(pick(box, '.meaning')).toBe(document.activeElement);
    expect(key('Escape')).toBe(false);
    expect(root.querySelector('.meaning')).toBeNull();
    expect(root.querySelector('[popover]')).not.toBeNull();
    expect(document.activeElement).toBe(term);
    key('Escape');
    expect(root.querySelector('[popover]')).toBeNull();
    expect(document.activeElement).toBe(badge);
  });

  it('keep a popover that was opened by pointing, once one is pressed', () => {
    vi.useFakeTimers();
    const { glossary } = shown(authFailed);
    const root = draw(
      <Badge entry={{ ...entryOf(authFailed, 12), ...place }} line={12} glossary={glossary} />,
    );
    const point = (type: string, target: Element): void =>
      void act(() => {
        target.dispatchEvent(Object.assign(new Event(type), { pointerType: 'mouse' }));
        vi.advanceTimersByTime(500);
      });
    point('pointerenter', pick(root, '.badge'));
    const box = pick(root, '[popover]');
    const [term] = terms(box);
    void act(() => term?.focus());
    press(term as HTMLElement);
    expect(document.activeElement).toBe(pick(box, '.meaning'));
    point('pointerleave', box);
    expect(root.querySelector('[popover]')).toBe(box);
    vi.useRealTimers();
  });
});

it('marks a term once in a whole panel', () => {
  for (const fixture of Object.values(fixtures)) {
    const { session, glossary } = shown(fixture);
    const root = draw(
      <Verdict
        session={session}
        glossary={glossary}
        verbosity="brief"
        onGoTo={() => {}}
        defaultOpen
      />,
    );
    const names = terms(root).map(
      ({ textContent }) => glossary.definitions[textContent ?? '']?.term,
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain(undefined);
  }
});
