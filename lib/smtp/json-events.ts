import { createJsonReader, type JsonToken } from './json-reader.ts';

/** A value of an event, with its place. */
export interface EventField {
  /** In lower case, without hyphens and underscores. */
  key: string;
  /** The keys around it, written in the same way: `/bounce/bouncedrecipients`. */
  path: string;
  value: string;
  /** Index of the line, from 0. */
  line: number;
  at: number;
  /** Number of the object that it stands in. */
  object: number;
}

/** One object of a JSON text that tells of one thing that happened. */
export interface JsonEvent {
  lines: readonly { index: number; text: string }[];
  fields: readonly EventField[];
}

/** Finds the events in a JSON text, line by line. */
export interface JsonEvents {
  /** @returns the events that end in this line */
  line(text: string): JsonEvent[];
  /** The text has ended: the event that was cut off, if there is one. */
  end(): JsonEvent[];
}

/** Lists of events in an answer of an API: `{"items": [{…}, {…}]}`. */
const LISTS = new Set(['items', 'records', 'results', 'events', 'bounces', 'blocks', 'messages']);

/** An object with more lines than this is no event: the text is something else. */
const MAX_LINES = 600;
/** The same for its values and for how deep they stand: work on an event stays small. */
const MAX_FIELDS = 1000;
const MAX_DEPTH = 30;

/**
 * Takes a JSON text apart into events: the elements of a list, whether it is the text itself or
 * stands in an envelope, one object for each line, or a single object.
 */
export function createJsonEvents(): JsonEvents {
  const reader = createJsonReader();
  const stack: { splits: boolean; path: string; object: number; begins: boolean }[] = [];
  let current: { lines: { index: number; text: string }[]; fields: EventField[] } | undefined;
  let index = -1;
  let objects = 0;

  const take = (token: JsonToken, text: string): JsonEvent[] => {
    const above = stack.at(-1);
    const key = token.key.toLowerCase().replace(/[-_ ]/g, '');
    if (token.kind === 'open') {
      const base = above?.path ?? '';
      const path = key === '' || stack.length > MAX_DEPTH ? base : `${base}/${key}`;
      const splits = token.list && (above === undefined || above.splits || LISTS.has(key));
      // What stands around a list of events is none.
      if (splits) current = undefined;
      const begins = !token.list && !current && (above === undefined || above.splits);
      if (begins) current = { lines: [{ index, text }], fields: [] };
      stack.push({ splits, path, object: token.list ? (above?.object ?? 0) : ++objects, begins });
      return [];
    }
    if (token.kind === 'close') {
      const event = stack.pop()?.begins === true ? current : undefined;
      if (event) current = undefined;
      return event ? [event] : [];
    }
    const name = key === '' ? (above?.path.split('/').at(-1) ?? '') : key;
    const { path = '', object = 0 } = above ?? {};
    if (!current || current.fields.length >= MAX_FIELDS) return [];
    current.fields.push({
      key: name,
      path,
      value: token.value,
      line: index,
      at: token.at,
      object,
    });
    return [];
  };

  return {
    line(text) {
      index++;
      if (current && current.lines.length >= MAX_LINES) current = undefined;
      current?.lines.push({ index, text });
      return reader.line(text).flatMap((token) => take(token, text));
    },
    end: () => (current ? [current] : []),
  };
}
