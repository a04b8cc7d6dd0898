import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Badge } from '../../components/Badge.tsx';
import { place } from '../../components/place.ts';
import { draw, key, pick, press } from './draw.ts';
import { accepted, authFailed, longText } from './fixtures.ts';
import { entryOf, type Fixture } from './fixtures/fixture.ts';
import { shown } from './shown.ts';

const badge = (fixture: Fixture, line: number) => {
  const { glossary } = shown(fixture);
  return { entry: { ...entryOf(fixture, line), time: '', text: '', at: line }, glossary };
};

function wait(ms: number): void {
  void act(() => {
    vi.advanceTimersByTime(ms);
  });
}

describe('badge', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is a labelled button with line and severity, and nothing more until asked', () => {
    const root = draw(<Badge {...badge(authFailed, 12)} line={3} />);
    const button = pick(root, 'button');
    expect(button.dataset).toMatchObject({ line: '3', severity: 'error' });
    expect(button.getAttribute('aria-label')).toBe(
      'Problem, line 12: Login refused: user name or password',
    );
    expect(button.textContent).toBe('Login refused: user name or password');
    expect(root.querySelectorAll('*').length).toBeLessThan(10);
    expect(root.querySelector('[popover]')).toBeNull();
  });

  it('opens its explanation, and closes on Escape with the focus back', () => {
    const root = draw(<Badge {...badge(authFailed, 12)} line={12} />);
    const button = pick(root, 'button');
    button.focus();
    press(button);
    const popover = pick(root, '[popover]');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(popover);
    expect(popover.textContent).toContain('an app password is wanted');
    expect([...popover.querySelectorAll('.chip')].map((chip) => chip.textContent)).toEqual([
      'Reply code 535',
      'Detailed code 5.7.8',
    ]);
    expect(pick(popover, '.explanation-phase').textContent).toBe('Login');
    expect(key('Escape')).toBe(false);
    expect(root.querySelector('[popover]')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('closes when pressed again, by a press elsewhere, and when another one opens', () => {
    const first = draw(<Badge {...badge(accepted, 1)} line={1} />);
    const second = draw(<Badge {...badge(accepted, 2)} line={2} />);
    press(pick(first, 'button'));
    press(pick(first, 'button'));
    expect(first.querySelector('[popover]')).toBeNull();
    press(pick(first, 'button'));
    press(pick(second, 'button'));
    expect(document.querySelectorAll('[popover]')).toHaveLength(1);
    expect(second.querySelector('[popover]')).not.toBeNull();
    void act(() => {
      document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    });
    expect(document.querySelector('[popover]')).toBeNull();
  });

  it('shows for a resting pointer without taking the focus', () => {
    const root = draw(<Badge {...badge(accepted, 1)} line={1} />);
    const button = pick(root, 'button');
    const point = (type: string, target: Element): void =>
      void act(() => {
        const event = new Event(type);
        Object.assign(event, { pointerType: 'mouse' });
        target.dispatchEvent(event);
      });
    point('pointerenter', button);
    wait(300);
    expect(root.querySelector('[popover]')).toBeNull();
    wait(200);
    expect(document.activeElement).toBe(document.body);
    point('pointerleave', button);
    point('pointerenter', pick(root, '[popover]'));
    wait(1000);
    point('pointerleave', pick(root, '[popover]'));
    wait(300);
    expect(root.querySelector('[popover]')).toBeNull();
  });

  it('goes without a trace while open', () => {
    const root = draw(<Badge {...badge(accepted, 1)} line={1} />);
    press(pick(root, 'button'));
    draw(<p>gone</p>, root);
    expect(key('Escape', document.body)).toBe(true);
  });

  it('keeps hostile text as text, and explains each reply of a crowded line', () => {
    const root = draw(<Badge {...badge(longText, 3)} line={3} />);
    press(pick(root, 'button'));
    expect(root.querySelector('img, script')).toBeNull();
    expect(pick(root, '.explanation-full').textContent).toContain('<img src=x');
    draw(<Badge {...badge(longText, 4)} line={4} />, root);
    expect(root.querySelectorAll('.parts li')).toHaveLength(3);
  });
});

describe('place', () => {
  const view = { width: 400, height: 300 };
  const popover = { width: 200, height: 100 };
  it('stands below its anchor, above it where there is no room', () => {
    expect(place({ left: 50, top: 20, width: 80, height: 14 }, popover, view)).toEqual({
      left: 50,
      top: 38,
    });
    expect(place({ left: 50, top: 250, width: 80, height: 14 }, popover, view)).toEqual({
      left: 50,
      top: 146,
    });
  });
  it('never leaves the window', () => {
    expect(place({ left: 350, top: 20, width: 80, height: 14 }, popover, view).left).toBe(192);
    expect(place({ left: -20, top: 20, width: 80, height: 14 }, popover, view).left).toBe(8);
    const tall = { width: 600, height: 900 };
    expect(place({ left: 50, top: 150, width: 80, height: 14 }, tall, view)).toEqual({
      left: 8,
      top: 8,
    });
  });
});
