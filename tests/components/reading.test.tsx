import { expect, test, vi } from 'vitest';
import { render } from 'preact';
import { Reading } from '../../components/Reading.tsx';
import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';
import { show } from '../../lib/show.ts';
import type { Shown } from '../../lib/shown.ts';

const text = `220 mail.example.com ESMTP
EHLO shop.example.com
250 mail.example.com
MAIL FROM:<shop@example.com>
550 5.7.1 Sender address rejected`;

function draw(result: Shown | 'none' | undefined, onClose = vi.fn()): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  render(
    <Reading
      {...(result === undefined ? {} : { result })}
      verbosity="problems"
      theme="dark"
      anchor={undefined}
      onClose={onClose}
    />,
    root,
  );
  return root;
}

test('shows verdict and steps, each in the colours of the page', () => {
  const root = draw(show(explain(analyze(text)), text));
  expect(root.querySelector('.verdict')?.getAttribute('data-theme')).toBe('dark');
  expect(root.querySelector('.reading')?.getAttribute('data-theme')).toBe('dark');
  expect(root.querySelector('[data-outcome=rejected]')).not.toBeNull();
  expect(root.querySelectorAll('.row').length).toBeGreaterThan(3);
  render(null, root);
  root.remove();
});

test('a note is one calm sentence, and closes', () => {
  const onClose = vi.fn();
  const root = draw('none', onClose);
  expect(root.textContent).toContain('No mail log in the marked text');
  expect(root.querySelector('.verdict')).toBeNull();
  root.querySelector<HTMLElement>('[aria-label=Close]')?.click();
  expect(onClose).toHaveBeenCalledOnce();
  render(null, root);
  root.remove();
});

test('says that it reads, and takes the focus', () => {
  const root = draw(undefined);
  expect(root.textContent).toContain('Reading…');
  expect(document.activeElement).toBe(root.querySelector('[role=dialog]'));
  render(null, root);
  root.remove();
});
