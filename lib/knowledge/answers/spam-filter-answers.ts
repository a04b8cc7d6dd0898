// Source: the default texts of SpamAssassin’s milters, Rspamd and amavis.
import type { Answerer } from './answer-row.ts';

/** Filters that anybody may run, also the providers above them in the list. */
export const SPAM_FILTER_ANSWERS: readonly Answerer[] = [
  {
    name: 'SpamAssassin',
    marks: ['spamassassin', 'spam message rejected', 'amavis', 'rspamd'],
    answers: [
      {
        phrases: ['spam'],
        says: 'The recipient’s spam filter gave this message too many points. It looks at words, links and the sender alike.',
      },
    ],
  },
];
