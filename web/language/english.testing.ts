/** The app's words in English, for tests of what is shown. */
import { say } from '@tilth/domain/say';
import words from '@tilth/words/en.json' with { type: 'json' };
import { makeFormats } from './formats.ts';
import type { Language } from './language.tsx';

const sentences: Readonly<Record<string, string>> = words;

export const english: Language = {
  tag: 'en',
  direction: 'ltr',
  say: (key, facts = {}) => say(sentences[key] ?? key, facts, 'en'),
  sayIf: () => null,
  labels: {},
  ...makeFormats('en'),
};
