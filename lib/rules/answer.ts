import { ANSWERERS } from '../knowledge/answers/answerers.ts';
import type { Answer, Answerer } from '../knowledge/answers/answer-row.ts';
import { normalise } from './normalise.ts';
import { Phrase } from './phrase.ts';

/**
 * What a large provider, a filter or a list is known to mean by an answer, or undefined. Somebody is
 * known by words of the answer or by the server's name, never by the sender or the recipient.
 *
 * @param words the answer's codes and words
 * @param host the server that gave it, where known
 */
export function answerOf(words: string, host = ''): Answer | undefined {
  const text = normalise(words);
  const all = host === '' ? text : `${text} ${normalise(host)}`;
  for (const { marks, answers } of (known ??= ANSWERERS.map(ready))) {
    if (!marks.some((mark) => mark.isIn(all))) continue;
    const found = answers.find(({ phrases }) => phrases.some((phrase) => phrase.isIn(text)));
    if (found) return found.answer;
  }
  return undefined;
}

/** An answerer whose phrases are ready to be compared. */
interface Ready {
  marks: readonly Phrase[];
  answers: readonly { phrases: readonly Phrase[]; answer: Answer }[];
}

/** Nothing is built before the first refusal. */
let known: readonly Ready[] | undefined;

function ready({ marks, answers }: Answerer): Ready {
  return {
    marks: marks.map((mark) => new Phrase(mark)),
    answers: answers.map((answer) => ({
      phrases: answer.phrases.map((phrase) => new Phrase(phrase)),
      answer,
    })),
  };
}
