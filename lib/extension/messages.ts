import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import type { Words } from '../locales/index.ts';
import type { Shown } from '../shown.ts';
import type { Outcome, Severity } from '../types.ts';

/** One log of a page, as the popup lists it. */
export interface PageLog {
  /** Stable while the log stands on the page. */
  id: string;
  outcome: Outcome;
  /** The verdict's sentence. */
  title: string;
  severity: Severity | 'ok';
  /** The server's name, where the log tells it. */
  server: string | null;
  lines: number;
}

/** What the content script tells of its page. */
export interface PageState {
  host: string;
  logs: readonly PageLog[];
}

/** The looks of what is drawn into pages: style sheet, words, and the icons' paths by name. */
export interface Looks {
  css: string;
  words: Words;
  shapes: Readonly<Record<string, string>>;
}

/** Every message of the extension: who is asked is in the name's first word. */
export interface Messages {
  /** Content script → background: the report on a block's text. Refused as `too-long` over MAX_BLOCK. */
  'background:explain': { ask: { text: string }; answer: Shown };
  /** Content script → background: what is needed to draw, for pages that have a log. */
  'background:looks': { ask: Record<string, never>; answer: Looks };
  /**
   * Content script → background: what became of this frame's logs, for the toolbar icon. To be
   * sent when the list changes; an empty list takes the mark away. The answer says nothing.
   */
  'background:logs': { ask: { outcomes: readonly Outcome[] }; answer: boolean };
  /** Popup → content script of the active tab. */
  'page:state': { ask: Record<string, never>; answer: PageState };
  /** Popup → content script: scroll to this log and flash its verdict. False when it is gone. */
  'page:show': { ask: { id: string }; answer: boolean };
}

export type MessageName = keyof Messages;
type Ask<N extends MessageName> = Messages[N]['ask'];
type Answer<N extends MessageName> = Messages[N]['answer'];

/**
 * Why a message has no answer.
 * - `gone`: the extension was updated, reloaded or removed under this script; nothing will answer any more.
 * - `nobody`: nobody listens, as on a page where the content script does not run.
 * - `too-long`: the text is longer than the other side reads.
 * - `failed`: the other side answered with an error; it is in `detail`, for the console and not for people.
 */
export type NoAnswer = 'gone' | 'nobody' | 'too-long' | 'failed';
export type Sent<T> = { ok: true; answer: T } | { ok: false; why: NoAnswer; detail: string };

/** Where to send a message: a tab, and one of its frames (0 is the page itself; left out: all of them, first answer wins). */
export interface Target {
  tabId: number;
  frameId?: number;
}

interface Envelope {
  smtpLens: MessageName;
  ask: unknown;
}

/** An error with a reason which the asking side gets to know. */
export class Refusal extends Error {
  readonly why: NoAnswer;
  constructor(why: NoAnswer) {
    super(why);
    this.why = why;
  }
}

/**
 * Asks another part of the extension and waits for its answer. Never rejects: what can go wrong
 * is in the result. Without `target` the background is asked, else the content script of that tab.
 */
export async function send<N extends MessageName>(
  name: N,
  ask: Ask<N>,
  target?: Target,
): Promise<Sent<Answer<N>>> {
  const message: Envelope = { smtpLens: name, ask };
  try {
    // An orphaned content script has lost its `runtime.id`, in some browsers `runtime` as a whole.
    if (!isAlive()) return { ok: false, why: 'gone', detail: 'the extension was reloaded' };
    const got: unknown = await (target === undefined
      ? browser.runtime.sendMessage(message)
      : browser.tabs.sendMessage(
          target.tabId,
          message,
          target.frameId === undefined ? {} : { frameId: target.frameId },
        ));
    return isSent<Answer<N>>(got) ? got : { ok: false, why: 'nobody', detail: 'no answer' };
  } catch (error) {
    return { ok: false, ...reasonOf(error) };
  }
}

/**
 * Answers one kind of message until the signal aborts. Only this extension's own messages of the
 * right shape reach the handler. A handler that throws is answered as `failed`, a `Refusal` with its reason.
 */
export function answer<N extends MessageName>(
  name: N,
  handler: (ask: Ask<N>, from: Sender) => Answer<N> | Promise<Answer<N>>,
  signal?: AbortSignal,
): void {
  if (signal?.aborted === true) return;
  // An answer by `sendResponse` and `true` is what both browsers, and the polyfill, understand.
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    respond: (answer: Sent<Answer<N>>) => void,
  ): true | undefined => {
    if (sender.id !== browser.runtime.id || !isEnvelope(message)) return undefined;
    if (message.smtpLens !== name || !shapes[name](message.ask)) return undefined;
    void reply(() => handler(message.ask as Ask<N>, sender)).then(respond);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener(
    'abort',
    () => {
      // In an orphaned script there is nothing left to remove it from.
      if (isAlive()) browser.runtime.onMessage.removeListener(listener);
    },
    { once: true },
  );
}

/** Who asks: page, frame and tab, which is unknown for the extension's own pages. */
export type Sender = Pick<Browser.runtime.MessageSender, 'tab' | 'frameId' | 'url'>;

async function reply<T>(work: () => T | Promise<T>): Promise<Sent<T>> {
  try {
    return { ok: true, answer: await work() };
  } catch (error) {
    const why = error instanceof Refusal ? error.why : 'failed';
    return { ok: false, why, detail: wordsOf(error) };
  }
}

function isAlive(): boolean {
  try {
    return typeof browser.runtime.id === 'string';
  } catch {
    return false;
  }
}

/** The browsers tell these apart by words only; the words are those of Chromium and Firefox. */
function reasonOf(error: unknown): { why: NoAnswer; detail: string } {
  const detail = wordsOf(error);
  if (/context invalidated|^Extension has been/i.test(detail) || !isAlive()) {
    return { why: 'gone', detail };
  }
  const nobody =
    /Receiving end does not exist|Could not establish connection|message port closed|No tab with id|Invalid tab ID/i;
  return { why: nobody.test(detail) ? 'nobody' : 'failed', detail };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const shapes: Record<MessageName, (ask: unknown) => boolean> = {
  'background:explain': (ask) => isRecord(ask) && typeof ask['text'] === 'string',
  'background:looks': isRecord,
  'background:logs': (ask) =>
    isRecord(ask) &&
    Array.isArray(ask['outcomes']) &&
    ask['outcomes'].every((outcome) => typeof outcome === 'string'),
  'page:state': isRecord,
  'page:show': (ask) => isRecord(ask) && typeof ask['id'] === 'string',
};

function isEnvelope(value: unknown): value is Envelope {
  return isRecord(value) && typeof value['smtpLens'] === 'string' && value['smtpLens'] in shapes;
}

function isSent<T>(value: unknown): value is Sent<T> {
  if (!isRecord(value)) return false;
  return value['ok'] === true ? 'answer' in value : value['ok'] === false && 'why' in value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
