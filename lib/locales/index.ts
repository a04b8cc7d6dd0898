import { en, type Words } from './en.ts';

export type { Words };

/** Every language of the UI, by its code. English is complete; the others override it by id. */
export const locales = { en } as const;

/** The words in use. */
export const words: Words = en;
