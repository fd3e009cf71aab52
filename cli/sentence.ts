/** A problem in words, for the terminal. */

import type { Problem } from '@tilth/domain/problem';
import { say } from '@tilth/domain/say';
import words from '@tilth/words/en.json' with { type: 'json' };

const sentences: Readonly<Record<string, string>> = words;

/** Without what would steer a terminal: files may hold anything, and what they hold is repeated to people. */
export function harmless(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}

/** Names the file that the problem is of, also where the sentence itself does not. */
export function sentenceOf(p: Problem): string {
  const sentence = harmless(say(sentences[`problem.${p.code}`] ?? p.code, p.facts));
  const { file } = p.facts;
  return typeof file !== 'string' || sentence.includes(file) ? sentence : `${file}: ${sentence}`;
}
