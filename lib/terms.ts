import type { Definition, Glossary } from './shown.ts';

/** A stretch of a text; one with a definition is a term. */
export type TextPart = string | (Definition & { words: string });

/**
 * A way to mark the terms of texts that are read together: a function from a text to its parts.
 * Each term is marked where it comes first, and not again. Linear in the text.
 */
export function termMarker({ pattern, definitions }: Glossary): (text: string) => TextPart[] {
  const seen = new Set<string>();
  const terms = new RegExp(pattern, 'g');
  return (text) => {
    const parts: TextPart[] = [];
    let from = 0;
    for (const { index, 1: words = '' } of text.matchAll(terms)) {
      const definition = definitions[words];
      if (!definition || seen.has(definition.term)) continue;
      seen.add(definition.term);
      parts.push(text.slice(from, index), { ...definition, words });
      from = index + words.length;
    }
    parts.push(text.slice(from));
    return parts;
  };
}
