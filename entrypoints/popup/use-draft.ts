import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { keepDraft, readDraft } from '../../lib/extension/draft.ts';

/** The pasted text, kept for as long as the browser runs. */
export interface Draft {
  text: string;
  /** False while the kept text is still being read. */
  ready: boolean;
  /** Whether the text will be there when the popup is opened again. */
  kept: boolean;
  change(text: string): void;
}

/** Reads the kept text once, and keeps each change at once: a popup can close at any moment. */
export function useDraft(): Draft {
  const [text, setText] = useState('');
  const [ready, setReady] = useState(false);
  const [kept, setKept] = useState(true);
  const touched = useRef(false);
  useEffect(() => {
    void readDraft().then((read) => {
      // Whoever typed while it was being read must not lose that.
      if (!touched.current) setText(read);
      setReady(true);
    });
  }, []);
  const change = useCallback((changed: string): void => {
    touched.current = true;
    setText(changed);
    void keepDraft(changed).then(setKept);
  }, []);
  return { text, ready, kept, change };
}
