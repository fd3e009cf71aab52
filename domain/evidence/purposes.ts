/** Purposes ("to reduce risks") and deeds somebody is blamed for ("for lifting a ban") apart from the clause they end. */
import { blaming, purposes } from './lexicon.ts';
import { anyIn, isTensed, type Stretch } from './stretch.ts';
import type { Word } from './tag.ts';

const BEFORE_PURPOSE =
  /^(?:design|decide|decision|plan|intend|want|need|able|order|agree|refuse|fail|continue|begin|start|try|aim|seek|help|allow|urge|ask|tell|authorize|authorise|permit|require|expect|have|use|move|effort|request|right|ability|way|thing|set|likely|ready|willing|due|force|lead|appear|seem|call|promise|pledge|commit|commitment|attempt|focus|vow|obligation|duty|step|measure|first|last)s?(?:ed|d|ing)?$/i;

/** "called on both sides to halt …": what comes after "to" is what is called for. */
const TELLING =
  /^(?:call|urge|ask|demand|order|invite|encourage|appeal|tell|require|oblig|oblige|request|press|push|persuad|persuade|permit|enable|instruct|warn)$/;

/** Purposes at the end of a stretch, and deeds after a verb of blame, apart from what stands before them. */
export function split(
  words: readonly Word[],
  s: Stretch,
): readonly (Stretch & { readonly kind?: 'deed' | 'purpose' })[] {
  for (let i = s.from + 3; i < s.to - 2; i++) {
    const [w, next, before] = [words[i], words[i + 1], words[i - 1]];
    if (!w || !next || !before) continue;
    const text = w.text.toLowerCase();
    if (
      text === 'for' &&
      /ing$/.test(next.text) &&
      anyIn({ from: s.from, to: i }, (k) => blaming.has(words[k]?.lemma ?? ''))
    )
      return [
        { from: s.from, to: i },
        { from: i + 1, to: s.to, kind: 'deed' },
      ];
    if (
      text === 'to' &&
      purposes.has(next.lemma) &&
      next.pos === 'VERB' &&
      before.pos === 'NOUN' &&
      !BEFORE_PURPOSE.test(before.lemma) &&
      !anyIn({ from: s.from, to: i }, (k) => TELLING.test(words[k]?.lemma ?? '')) &&
      anyIn({ from: s.from, to: i }, (k) => isTensed(words, k))
    )
      return [
        { from: s.from, to: i },
        { from: i, to: s.to, kind: 'purpose' },
      ];
  }
  return [s];
}
