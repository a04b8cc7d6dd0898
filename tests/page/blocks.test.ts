import { beforeEach, describe, expect, test } from 'vitest';
import { findBlocks } from '../../lib/page/blocks.ts';
import { escaped, sampleLines, sampleLog, setBody } from './sample.ts';

const find = () => findBlocks(document.body, (node) => node.data);
const lines = sampleLines.map(escaped);

beforeEach(() => setBody(''));

describe('the shapes of a log', () => {
  test.each([
    ['pre', `<pre>${escaped(sampleLog)}</pre>`],
    ['pre in a pre', `<pre><b>Versions</b><br>PHP 8<pre>${escaped(sampleLog)}</pre></pre>`],
    ['code', `<p>See <code style="white-space: pre">\n${escaped(sampleLog)}</code></p>`],
    ['br in a div', `<div>${lines.join('<br>\n')}</div>`],
    ['list items', `<ul>\n${lines.map((line) => `<li>${line}</li>`).join('\n')}\n</ul>`],
    ['paragraphs', lines.map((line) => `<p>${line}</p>`).join('\n')],
    [
      'divs with spans',
      `<div>${lines.map((line) => `<div><span>${line}</span></div>`).join('')}</div>`,
    ],
    ['line ends in the text only', `<div><h1></h1>\n\t\t${escaped(sampleLog)}\n\t</div>`],
    ['textarea', `<p><textarea readonly>${escaped(sampleLog)}</textarea></p>`],
  ])('%s', (_name, html) => {
    setBody(html);
    const blocks = find().filter(({ strength }) => strength === 'dialogue');
    expect(blocks).toHaveLength(1);
    const text = blocks[0]?.read().text.trimEnd() ?? '';
    expect(text.slice(text.indexOf('2026'))).toBe(sampleLog);
  });

  test('bare text of the body between other blocks', () => {
    setBody(`<h1>Contact us</h1>\n${lines.join('<br>\n')}<br>\n<p>Message could not be sent.</p>`);
    const [block, ...others] = find();
    expect(others).toHaveLength(0);
    expect(block?.read().text.trimEnd()).toBe(sampleLog);
    expect(block?.before.previousSibling?.nodeName).toBe('H1');
  });

  test('elements that the browser made of addresses', () => {
    setBody(`<h1>x</h1>\n${sampleLog}\n<p>Mailer Error</p>`);
    expect(find()[0]?.read().text).toContain('MAIL FROM:<shop@example.com>\n2026');
    expect(find()[0]?.read().text).not.toContain('Mailer Error');
  });

  test('one table row a line, cells joined by a tab', () => {
    const rows = sampleLines.map((line, index) => {
      return `<tr>\n<td>12:00:0${index}</td><td>${escaped(line.slice(20))}</td>\n</tr>`;
    });
    setBody(
      `<table><thead><tr><th>Time</th><th>Line</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
    );
    const [block] = find();
    expect(block?.kind).toBe('rows');
    expect(block?.before.nodeName).toBe('TABLE');
    expect(block?.read().lines.slice(0, 2)).toEqual([
      `12:00:00\t${sampleLines[0]?.slice(20)}`,
      `12:00:01\t${sampleLines[1]?.slice(20)}`,
    ]);
  });

  test('a log that the HTML of its own mail tears apart is one block', () => {
    setBody(
      `${lines.slice(0, 3).join('<br>')}<br>CLIENT -&gt; SERVER: <table><tr><td>Hello</td></tr></table>${lines.slice(3).join('<br>')}`,
    );
    const [block, ...others] = find();
    expect(others).toHaveLength(0);
    expect(block?.read().text).toContain(sampleLines.at(-1));
  });
});

describe('what is left alone', () => {
  test.each([
    ['contenteditable', `<div contenteditable="true"><pre>${escaped(sampleLog)}</pre></div>`],
    ['an editor', `<div class="CodeMirror"><pre>${escaped(sampleLog)}</pre></div>`],
    ['a script', `<script type="text/plain">${sampleLog}</script>`],
    ['a menu', `<nav><a>SMTP Error: Could not authenticate.</a></nav>`],
    ['prose', '<p>First the client says EHLO example.org, then it goes on.</p>'],
    [
      'settings',
      '<label>SMTP Host <input value="smtp.example.com"></label><label>Port <input value="587"></label>',
    ],
    [
      'cells of a list',
      '<table><thead><tr><th>Error</th></tr></thead><tbody><tr><td>SMTP Error: Could not authenticate.</td></tr></tbody></table>',
    ],
  ])('%s', (_name, html) => {
    setBody(html);
    expect(find()).toHaveLength(0);
  });
});

test('a sentence alone is a candidate', () => {
  setBody('<div role="alert"><span>SMTP Error: Could not authenticate.</span></div>');
  const [block] = find();
  expect(block?.strength).toBe('sentence');
  expect(block?.read().text).toBe('SMTP Error: Could not authenticate.');
});
