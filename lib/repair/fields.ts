import { edited, part, type Edit, type Mended } from './mended.ts';
import type { Change, Repair } from './repair.ts';

/**
 * The log's lines are fields of another format's rows: JSON of a container runtime, CSV of a
 * spreadsheet.
 *
 *     {"log":"220 mail.example.org ESMTP\n","stream":"stdout","time":"…"}
 *     12,"2026-11-23 18:20:01","250-AUTH=""LOGIN"""
 */
export const fields: Repair = {
  id: 'fields',
  lossy: true,
  plan(sample) {
    const lines = sample.filter(({ text }) => text.trim() !== '');
    const json = lines.filter(({ text }) => isObject(text.trim()));
    if (json.length >= lines.length * 0.8 && json.length > 0) return byName(json);
    const csv = lines.filter(({ text }) => /(?:^|[,;\t])"(?:[^"]|"")*"\s*(?:[,;\t]|$)/.test(text));
    return csv.length >= lines.length * 0.8 && csv.length > 0 ? byNumber(csv) : [];
  },
};

/** One row of an array or of a stream. */
function isObject(text: string): boolean {
  return /^[[,]?\{"/.test(text) && /"\}[\],]?$/.test(text);
}

interface Field {
  name: string;
  /** Columns of what stands between the quotes. */
  from: number;
  to: number;
}

function byName(sample: readonly Mended[]): Change[] {
  return best(sample, ofJson).map(
    (name) => (lines: readonly Mended[]) =>
      lines.map((line) => {
        const field = ofJson(line.text).find((one) => one.name === name);
        return field
          ? edited(
              part(line, field.from, field.to),
              literals(line.text.slice(field.from, field.to)),
            )
          : line;
      }),
  );
}

function byNumber(sample: readonly Mended[]): Change[] {
  return best(sample, ofCsv).map(
    (name) => (lines: readonly Mended[]) =>
      lines.map((line) => {
        const field = ofCsv(line.text).find((one) => one.name === name);
        if (!field) return line;
        const words = part(line, field.from, field.to);
        const edits = [...words.text.matchAll(/""/g)].map(({ index }) => ({
          from: index,
          to: index + 2,
          text: '"',
        }));
        return edited(words, edits);
      }),
  );
}

/** The fields that hold most. */
function best(sample: readonly Mended[], fieldsOf: (line: string) => Field[]): string[] {
  const sizes = new Map<string, number>();
  for (const { text } of sample) {
    for (const { name, from, to } of fieldsOf(text)) {
      sizes.set(name, (sizes.get(name) ?? 0) + to - from);
    }
  }
  const names = [...sizes].sort((one, other) => other[1] - one[1]);
  return names.slice(0, 2).map(([name]) => name);
}

const JSON_FIELD = /"([^"\\]{1,40})"\s{0,3}:\s{0,3}"((?:[^"\\]|\\.)*)"/g;

function ofJson(line: string): Field[] {
  return [...line.matchAll(JSON_FIELD)].map((match) => {
    const to = match.index + match[0].length - 1;
    return { name: match[1] ?? '', from: to - (match[2] ?? '').length, to };
  });
}

function ofCsv(line: string): Field[] {
  return [...line.matchAll(/(?<=^|[,;\t])"((?:[^"]|"")*)"(?=\s*(?:[,;\t]|$))/g)].map(
    (match, at) => ({
      name: String(at),
      from: match.index + 1,
      to: match.index + match[0].length - 1,
    }),
  );
}

const LITERAL = /\\(?:u([0-9a-fA-F]{4})|(.))/g;

/** The escapes of a JSON string. RFC 8259 section 7. */
function literals(words: string): Edit[] {
  return [...words.matchAll(LITERAL)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text:
      match[1] === undefined
        ? (PLAIN[match[2] ?? ''] ?? match[2] ?? '')
        : String.fromCharCode(Number.parseInt(match[1], 16)),
  }));
}

const PLAIN: Readonly<Record<string, string>> = { n: '', r: '', t: '\t', b: '', f: '' };
