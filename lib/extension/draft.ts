import { storage } from 'wxt/utils/storage';

/**
 * The log that was pasted into the popup. It lives in `storage.session`: in memory, out of reach
 * of pages and content scripts, and gone with the browser, because logs hold addresses.
 */
const item = storage.defineItem<unknown>('session:draft', { version: 1 });

let waiting: string | undefined;
let writing: Promise<boolean> | undefined;

/** The kept text, or an empty one. */
export async function readDraft(): Promise<string> {
  try {
    const kept = await item.getValue();
    return typeof kept === 'string' ? kept : '';
  } catch {
    return '';
  }
}

/**
 * Keeps the text for as long as the browser runs. Calls that come while a text is being written
 * are one: the last wins. Tells whether the text is kept; the browser refuses more than some 10 MB.
 */
export async function keepDraft(text: string): Promise<boolean> {
  waiting = text;
  writing ??= writeAll().finally(() => {
    writing = undefined;
  });
  return writing;
}

async function writeAll(): Promise<boolean> {
  let kept = true;
  while (waiting !== undefined) {
    const text = waiting;
    waiting = undefined;
    try {
      await (text === '' ? item.removeValue() : item.setValue(text));
      kept = true;
    } catch {
      kept = false;
    }
  }
  return kept;
}
