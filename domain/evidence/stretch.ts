/** Stretches of a sentence's words, and what can be told of a word from its neighbours. */
import { saying } from './lexicon.ts';
import type { Word } from './tag.ts';

/** A stretch of words, from the first up to and without the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export const CUTS: ReadonlySet<string> = new Set([',', ';', ':', '—', '–', '(', ')', '--']);
export const QUOTES: ReadonlySet<string> = new Set(['"', '“', '”', "'", '‘', '’', '«', '»']);

/** Words a tagger takes for nouns where a speaker's verb stands: "the paper notes that …", "…, warning that …". */
export function retagged(words: readonly Word[]): readonly Word[] {
  return words.map((w, i) => {
    const [before, after] = [words[i - 1], words[i + 1]];
    // a name such as Human Rights Watch
    if (
      w.pos === 'VERB' &&
      /^\p{Lu}\p{Ll}/u.test(w.text) &&
      before?.pos === 'PROPN' &&
      i > 1 &&
      !saying.has(w.lemma)
    )
      return { ...w, pos: 'PROPN' };
    if (w.pos !== 'NOUN' || !after) return w;
    const stem = w.text.toLowerCase().replace(/s$/, '');
    const opens = before !== undefined && (before.text === ',' || before.pos === 'PROPN');
    if (
      w.text.endsWith('s') &&
      saying.has(stem) &&
      opens &&
      (after.text === 'that' || after.pos === 'DET' || after.pos === 'PRON')
    )
      return { ...w, pos: 'VERB', lemma: stem };
    return w;
  });
}

export const isVerb = (words: readonly Word[], i: number) => {
  const w = words[i];
  return (
    w !== undefined &&
    (w.pos === 'VERB' || w.pos === 'AUX') &&
    words[i - 1]?.text !== '-' &&
    words[i + 1]?.text !== '-'
  );
};
export const isTensed = (words: readonly Word[], i: number) =>
  isVerb(words, i) && !/ing$/i.test(words[i]?.text ?? '') && words[i - 1]?.text.toLowerCase() !== 'to';
export const anyIn = (s: Stretch, test: (i: number) => boolean) => {
  for (let i = s.from; i < s.to; i++) if (test(i)) return true;
  return false;
};
export const isGerund = (w: Word | undefined) =>
  w !== undefined &&
  /^[a-z]{2,}ing$/i.test(w.text) &&
  w.pos !== 'PROPN' &&
  !/^(?:during|according|including|regarding|concerning|following|pending|morning|evening|nothing|something|everything|king|thing)$/i.test(
    w.text,
  );
