import { expect, test } from 'vitest';
import { themeOf } from '../../lib/page/theme.ts';
import { setBody } from './sample.ts';

const theme = (html: string) => {
  setBody(html);
  return themeOf(document.querySelector('i') as Element);
};

test('what really stands behind an element decides', () => {
  expect(theme('<div style="background-color: rgb(17, 17, 17)"><p><i>x</i></p></div>')).toBe(
    'dark',
  );
  expect(
    theme(
      '<div style="background-color: rgb(17, 17, 17)"><p style="background-color: rgb(250, 250, 250)"><i>x</i></p></div>',
    ),
  ).toBe('light');
  expect(theme('<div style="background-color: rgba(0, 0, 0, 0.1)"><i>x</i></div>')).toBe('light');
});
