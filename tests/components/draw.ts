import { render, type JSX } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach } from 'vitest';

const mounts: HTMLElement[] = [];

/** Draws a component into a page of its own, gone after the test. */
export function draw(view: JSX.Element, into?: HTMLElement): HTMLElement {
  const mount = into ?? document.createElement('div');
  if (!into) {
    document.body.append(mount);
    mounts.push(mount);
  }
  void act(() => render(view, mount));
  return mount;
}

afterEach(() => {
  for (const mount of mounts.splice(0)) {
    void act(() => render(null, mount));
    mount.remove();
  }
});

/** The first element of that selector; the test fails when there is none. */
export function pick(root: ParentNode, selector: string): HTMLElement {
  const element = root.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`Nothing matches ${selector}`);
  return element;
}

/** Presses an element as a pointer does. */
export function press(element: HTMLElement): void {
  void act(() => element.click());
}

/** Presses a key where the focus is, or on an element. Tells whether its default was left alone. */
export function key(
  name: string,
  on: EventTarget = document.activeElement ?? document.body,
): boolean {
  let untouched = true;
  void act(() => {
    untouched = on.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, composed: true }),
    );
  });
  return untouched;
}
