/** A problem in words, for the terminal. */

import type { Problem } from '@tilth/domain/problem';
import { say } from '@tilth/domain/say';
import words from '@tilth/words/en.json' with { type: 'json' };

const sentences: Readonly<Record<string, string>> = words;

export function sentenceOf(p: Problem): string {
  return say(sentences[`problem.${p.code}`] ?? p.code, p.facts);
}
