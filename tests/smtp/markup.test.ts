import { expect, test } from 'vitest';
import { unescapeHtml, withoutBreak } from '../../lib/smtp/markup.ts';

test.each(['220 x<br>', '220 x<br />  ', '220 x <BR/>', '220 x'])(
  '%j ends without its break',
  (words) => expect(withoutBreak(words)).toBe('220 x'),
);

test('escapes are undone once', () => {
  expect(unescapeHtml('&lt;a@b&gt; &quot;c&quot; &#039;d&#39; &amp;lt;')).toBe(
    `<a@b> "c" 'd' &lt;`,
  );
});
