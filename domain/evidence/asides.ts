/** "The paper, citing two officials, said …": what stands between who speaks and what they say is no part of either. English. */
import { saying } from './lexicon.ts';
import { anyIn, isTensed, isVerb } from './stretch.ts';
import type { Word } from './tag.ts';

const ASIDE = /^(?:citing|quoting|referring)$/;

/** The words without what stands beside a name in brackets, "(Example Party, Example Town)", and without a source in between. */
export const withoutAsides = (words: readonly Word[]): readonly Word[] =>
  withoutSource(withoutBrackets(words));

/** Brackets with no verb in them, between a name and what it does. */
function withoutBrackets(words: readonly Word[]): readonly Word[] {
  const from = words.findIndex((w, i) => w.text === '(' && words[i - 1]?.pos === 'PROPN');
  const to = from < 0 ? -1 : words.findIndex((w, i) => i > from && w.text === ')');
  if (to < 0 || !isTensed(words, to + 1) || anyIn({ from, to }, (i) => isVerb(words, i))) return words;
  return [...words.slice(0, from), ...words.slice(to + 1)];
}

/** As they are where no such stretch stands before "that" or a speaker's verb. */
function withoutSource(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex((w, i) => i > 1 && ASIDE.test(w.text) && words[i - 1]?.text === ',');
  if (at < 0) return words;
  for (let i = at + 1; i + 1 < words.length; i++) {
    if (words[i]?.text !== ',') continue;
    const next = words[i + 1];
    const speaks =
      next?.text === 'that' ||
      (isTensed(words, i + 1) && (saying.has(next?.lemma ?? '') || next?.text === 'said'));
    if (speaks) return [...words.slice(0, at - 1), ...words.slice(i + 1)];
  }
  return words;
}
