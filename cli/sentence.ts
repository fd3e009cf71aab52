/** A problem in words, for the terminal. */

import type { Problem } from '@tilth/domain/problem';
import { say } from '@tilth/domain/say';
import words from '@tilth/words/en.json' with { type: 'json' };

const sentences: Readonly<Record<string, string>> = words;

/** Names the file that the problem is of, also where the sentence itself does not. */
export function sentenceOf(p: Problem): string {
  const sentence = say(sentences[`problem.${p.code}`] ?? p.code, p.facts);
  const { file } = p.facts;
  return typeof file !== 'string' || sentence.includes(file) ? sentence : `${file}: ${sentence}`;
}
