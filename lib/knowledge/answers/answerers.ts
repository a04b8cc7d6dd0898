// Source: the tables that it joins.
import type { Answerer } from './answer-row.ts';
import { FILTER_ANSWERS } from './filter-answers.ts';
import { GOOGLE_ANSWERS } from './google-answers.ts';
import { MAILBOX_ANSWERS } from './mailbox-answers.ts';
import { MICROSOFT_ANSWERS } from './microsoft-answers.ts';
import { NETWORK_ANSWERS } from './network-answers.ts';
import { SPAM_FILTER_ANSWERS } from './spam-filter-answers.ts';

/** Everybody whose answers are known; a list that another one cites comes before who cites it. */
export const ANSWERERS: readonly Answerer[] = [
  ...FILTER_ANSWERS,
  GOOGLE_ANSWERS,
  MICROSOFT_ANSWERS,
  ...MAILBOX_ANSWERS,
  ...NETWORK_ANSWERS,
  ...SPAM_FILTER_ANSWERS,
];
