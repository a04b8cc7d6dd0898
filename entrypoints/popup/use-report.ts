import { useEffect, useState } from 'preact/hooks';
import type { Shown } from '../../lib/shown.ts';
import { explainText } from './explain-text.ts';

export type Reading =
  | { status: 'empty' }
  | { status: 'reading' }
  | { status: 'too-long' }
  | { status: 'failed' }
  | { status: 'read'; text: string; report: Shown };

/** The longest text that is read here, in UTF-16 units. What is longer stays in the field, unread. */
export const MAX_PASTE = 20_000_000;
/** Milliseconds of quiet after a change before it is read: typing is not read letter by letter. */
const QUIET = 150;
/** Milliseconds after which "Reading…" takes the place of the last result. */
const PATIENCE = 400;

/** Reads the text, again after each change. The last result stays until the next is there, or is late. */
export function useReport(text: string): Reading {
  const [reading, setReading] = useState<Reading>({ status: 'empty' });
  useEffect(() => {
    if (text.trim() === '') {
      setReading({ status: 'empty' });
      return undefined;
    }
    if (text.length > MAX_PASTE) {
      setReading({ status: 'too-long' });
      return undefined;
    }
    const end = new AbortController();
    const start = setTimeout(() => {
      void explainText(text, end.signal).then(
        (report) => {
          clearTimeout(late);
          if (!end.signal.aborted) setReading({ status: 'read', text, report });
        },
        () => {
          clearTimeout(late);
          if (!end.signal.aborted) setReading({ status: 'failed' });
        },
      );
    }, QUIET);
    const late = setTimeout(() => setReading({ status: 'reading' }), PATIENCE);
    return () => {
      clearTimeout(start);
      clearTimeout(late);
      end.abort();
    };
  }, [text]);
  return reading;
}
