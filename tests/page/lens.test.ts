import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Drawing, VerdictView } from '../../lib/page/drawing.ts';
import { type Lens, startLens } from '../../lib/page/lens.ts';
import type { Report, ReportEntry } from '../../lib/report.ts';
import { show } from '../../lib/show.ts';
import type { Shown } from '../../lib/shown.ts';
import type { Verbosity } from '../../lib/types.ts';
import { escaped, sampleLines, sampleLog, setBody } from './sample.ts';

/** An engine that takes every line with a known mark for an entry. */
function explain(text: string): Shown {
  const entries: ReportEntry[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (!/SERVER|CLIENT|Connection:|SMTP Error/.test(line)) continue;
    const bad = line.includes('553');
    entries.push({
      line: index + 1,
      endLine: index + 1,
      from: 'server',
      kind: 'reply',
      verb: null,
      code: null,
      enhanced: null,
      phase: 'mail',
      duplicateOf: null,
      severity: bad ? 'error' : 'ok',
      brief: line.slice(-20),
      full: line,
    });
  }
  if (entries.length === 0) return show({ version: 1, sessions: [] }, '');
  const report: Report = {
    version: 1,
    sessions: [
      {
        dialect: 'phpmailer',
        title: 'PHPMailer',
        firstLine: entries[0]?.line ?? 1,
        lastLine: entries.at(-1)?.line ?? 1,
        server: null,
        tls: 'none',
        auth: { mechanism: null, result: 'none', user: null },
        envelope: { from: null, to: [], rejectedTo: [] },
        outcome: 'rejected',
        failedAt: 'mail',
        queueId: null,
        durationMs: null,
        findings: [],
        entries,
        secrets: [],
      },
    ],
  };
  return show(report, text);
}

const drawn = new Map<HTMLElement, { line?: number; entries?: number }>();
const shown = new Map<HTMLElement, VerdictView>();
/** So often the engine finds the text's session. */
let sessions = 1;
const drawing: Drawing = {
  css: '',
  verdict: (into, view) => {
    drawn.set(into, { entries: view.session.entries.length });
    shown.set(into, view);
  },
  badge: (into, { line }) => void drawn.set(into, { line }),
  clear: (into) => void drawn.delete(into),
};
const badges = () => document.querySelectorAll('smtp-lens-badge').length;
const verdicts = () => document.querySelectorAll('smtp-lens-verdict').length;
const settle = () => vi.advanceTimersByTimeAsync(1000);

let stop: AbortController;
let lens: Lens;
let asked: string[];
const start = async (verbosity: Verbosity = 'brief') => {
  lens = startLens({
    document,
    explain: async (text) => {
      asked.push(text);
      const report = explain(text);
      return {
        ...report,
        sessions: Array.from({ length: sessions }, () => report.sessions).flat(),
      };
    },
    drawing,
    verbosity,
    signal: stop.signal,
  });
  await settle();
};

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  asked = [];
  drawn.clear();
  shown.clear();
  sessions = 1;
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

describe('a page with a log', () => {
  const html = `<h1>Log</h1>\n<pre id="log">${escaped(sampleLog)}\n</pre>\n<p>after</p>`;

  test('gets a verdict and a badge a line, says what it said, and is as before afterwards', async () => {
    setBody(html);
    const before = document.documentElement.outerHTML;
    const text = document.body.textContent;
    const node = document.querySelector('pre')?.firstChild;
    await start();
    expect([verdicts(), badges()]).toEqual([1, sampleLines.length]);
    expect(document.querySelector('smtp-lens-verdict')?.nextElementSibling?.id).toBe('log');
    expect(document.body.textContent).toBe(text);
    expect(lens.logs()).toHaveLength(1);
    stop.abort();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(document.querySelector('pre')?.firstChild).toBe(node);
    expect(drawn.size).toBe(0);
  });

  test('follows the verbosity at once', async () => {
    setBody(html);
    const before = document.documentElement.outerHTML;
    await start('problems');
    expect([verdicts(), badges()]).toEqual([1, 1]);
    lens.setVerbosity('off');
    expect(document.documentElement.outerHTML).toBe(before);
    lens.setVerbosity('brief');
    expect([verdicts(), badges()]).toEqual([1, sampleLines.length]);
    expect(asked).toHaveLength(1);
  });

  test.each(['copy', 'dragstart', 'submit'])('is out of the markup during "%s"', async (type) => {
    setBody(html);
    const before = document.documentElement.outerHTML;
    await start();
    const log = document.querySelector('pre');
    let during = '';
    log?.addEventListener(type, () => {
      during = document.documentElement.outerHTML;
    });
    log?.dispatchEvent(new Event(type, { bubbles: true }));
    expect(during).toBe(before);
    await settle();
    expect([verdicts(), badges()]).toEqual([1, sampleLines.length]);
    // A person who copies from an explanation wants it to stay.
    document.querySelector('smtp-lens-badge')?.dispatchEvent(new Event(type, { bubbles: true }));
    expect([verdicts(), badges()]).toEqual([1, sampleLines.length]);
  });

  test('brings back what was closed when somebody asks for the log', async () => {
    setBody(html);
    await start();
    for (const { onClose } of shown.values()) onClose();
    expect([verdicts(), badges()]).toEqual([0, 0]);
    expect(lens.logs()[0]?.show()).toBe(true);
    expect([verdicts(), badges()]).toEqual([1, sampleLines.length]);
    // Switched off, there is still the log itself to go to.
    lens.setVerbosity('off');
    expect(lens.logs()[0]?.show()).toBe(true);
    expect(verdicts()).toBe(0);
  });

  test('shows five verdicts of a text with more logs, and the others on request', async () => {
    setBody(`<pre>${escaped(sampleLog)}\n</pre>`);
    sessions = 8;
    await start();
    expect(verdicts()).toBe(5);
    expect([...shown.values()].map(({ more }) => more)).toEqual([0, 0, 0, 0, 3]);
    expect(lens.logs()).toHaveLength(8);
    [...shown.values()].at(-1)?.onMore();
    expect(verdicts()).toBe(8);
    expect([...shown.values()].every(({ more }) => more === 0)).toBe(true);
  });

  test('follows what the page writes, and keeps the badges of lines that stay', async () => {
    setBody(html);
    await start();
    const pre = document.querySelector('pre') as HTMLElement;
    const first = document.querySelector('smtp-lens-badge');
    pre.append('2026-11-23 18:19:24\tCLIENT -> SERVER: QUIT\n');
    await Promise.resolve();
    expect(badges()).toBe(sampleLines.length);
    await settle();
    expect(badges()).toBe(sampleLines.length + 1);
    expect(document.querySelector('smtp-lens-badge')).toBe(first);
    pre.textContent = 'The log is empty.';
    await settle();
    expect([verdicts(), badges()]).toEqual([0, 0]);
    expect(pre.childNodes).toHaveLength(1);
  });

  test('lets go of a log that the page takes away', async () => {
    setBody(html);
    const pre = document.querySelector('pre') as HTMLElement;
    const count = pre.childNodes.length;
    await start();
    pre.remove();
    await settle();
    expect([verdicts(), lens.logs().length]).toEqual([0, 0]);
    expect(pre.childNodes).toHaveLength(count);
    expect(pre.textContent).toBe(`${sampleLog}\n`);
  });
});

test('a panel that is filled anew keeps its badges without a gap', async () => {
  setBody(`<div id="box"><pre>${escaped(sampleLog)}</pre></div>`);
  await start();
  const box = document.getElementById('box') as HTMLElement;
  const badge = document.querySelector('smtp-lens-badge');
  const pre = document.createElement('pre');
  pre.textContent = `${sampleLog}\n2026-11-23 18:19:24\tCLIENT -> SERVER: QUIT`;
  box.replaceChildren(pre);
  await vi.advanceTimersByTimeAsync(1);
  expect([verdicts(), badges()]).toEqual([1, sampleLines.length]);
  expect(document.querySelector('smtp-lens-badge')).toBe(badge);
  await settle();
  expect([verdicts(), badges()]).toEqual([1, sampleLines.length + 1]);
});

test('a pop-up that comes later', async () => {
  setBody('<h1>Events</h1>');
  await start();
  expect(asked).toHaveLength(0);
  const box = document.createElement('div');
  box.innerHTML = `<p>Event</p><div>${sampleLines.map(escaped).join('<br>')}</div>`;
  document.body.append(box);
  await settle();
  expect([verdicts(), badges()]).toEqual([1, sampleLines.length]);
});

test('a sentence that repeats a log of the page gets no verdict of its own', async () => {
  setBody(
    `<pre>${escaped(sampleLog)}</pre><p>Mailer Error: SMTP Error: Could not authenticate.</p>`,
  );
  await start();
  expect(verdicts()).toBe(1);
  expect(asked).toHaveLength(1);
});

test('a page without a body, and an engine that has gone', async () => {
  document.body.remove();
  await start();
  document.documentElement.append(document.createElement('body'));
  setBody(`<pre>${escaped(sampleLog)}</pre>`);
  await settle();
  expect(verdicts()).toBe(1);
});

test('an engine that fails leaves the page alone', async () => {
  setBody(`<pre>${escaped(sampleLog)}</pre>`);
  const debug = vi.spyOn(console, 'debug').mockReturnValue();
  startLens({
    document,
    explain: () => Promise.reject(new Error('gone')),
    drawing,
    verbosity: 'brief',
    signal: stop.signal,
  });
  await settle();
  expect([verdicts(), badges()]).toEqual([0, 0]);
  expect(debug).toHaveBeenCalledTimes(1);
});
