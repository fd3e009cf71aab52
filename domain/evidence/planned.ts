/** Plans, promises and suppositions, by the words of a clause. English. */
import { planning, promising, supposing } from './lexicon.ts';
import type { Word } from './tag.ts';

/** Words from the beginning in which the clause says what it is. */
const MAIN = 12;

/** `lower`: the words in lower case. `verb`: the speaker's, as a lemma. */
export function isPlanned(words: readonly Word[], lower: readonly string[], verb: string | null): boolean {
  const main = lower.slice(0, MAIN);
  if (
    verb !== null &&
    /^(?:announce|pledge|promise|vow|agree|assure)$/.test(verb) &&
    main.some((w) => w === 'would' || w === 'will')
  )
    return true;
  // "said it would ask for more time": their own intention
  if (
    verb !== null &&
    main.some((w, i) => w === 'would' && i < 3 && /^(?:it|they|he|she)$/.test(main[i - 1] ?? '')) &&
    !lower.includes('if')
  )
    return true;
  return main.slice(0, 10).some((w, i) => isPlan(words, lower, w, i));
}

function isPlan(words: readonly Word[], lower: readonly string[], w: string, i: number): boolean {
  const [pos, next] = [words[i]?.pos, lower[i + 1] ?? ''];
  // "is set to open", but not "has set aside"
  if (w === 'set') return next === 'to' || next === 'for';
  if (/^(?:due|scheduled|slated|poised)$/.test(w))
    return next === 'for' || next === 'in' || (next === 'to' && words[i + 2]?.pos === 'VERB');
  // "has no plans to buy them"
  if (planning.has(w) && lower.slice(Math.max(0, i - 3), i).includes('no')) return false;
  // "did not work as intended"
  if (planning.has(w) && lower[i - 1] === 'as') return false;
  if (planning.has(w)) return next === 'to' || pos === 'VERB' || pos === 'ADJ' || /ing$/.test(w);
  // "pledged in March to destroy them"
  if (promising.has(w) && pos === 'VERB') {
    const to = lower.slice(i + 1, i + 8).indexOf('to');
    const between = lower.slice(i + 1, i + 1 + to);
    const does = words[i + to + 2]?.pos === 'VERB' || /^re-?$|^re-\p{Ll}+$/u.test(lower[i + to + 2] ?? '');
    return to >= 0 && does && !between.some((b) => /\d|[$€£]/.test(b));
  }
  // "Training is to begin", but not "Its purpose is to slow them"
  return (
    /^(?:is|are)$/.test(w) &&
    next === 'to' &&
    !/^(?:purpose|aim|goal|task|role|mission|point|idea|job|way|objective|reason|answer)s?$/.test(
      lower[i - 1] ?? '',
    )
  );
}

/** What holds only perhaps, or under a condition; what could not be done is told as it was. */
export function isSupposed(words: readonly Word[], lower: readonly string[]): boolean {
  const end = subordinate(words, lower);
  return lower
    .slice(0, Math.min(end, MAIN))
    .some(
      (w, i) =>
        (supposing.has(w) &&
          w !== 'whether' &&
          !(w === 'could' && /^(?:not|n['’]t|no|hardly)$/.test(lower[i + 1] ?? ''))) ||
        (w === 'may' && words[i]?.pos === 'AUX'),
    );
}

/** Where a clause in the clause begins: "knew that they would come" supposes nothing. */
function subordinate(words: readonly Word[], lower: readonly string[]): number {
  let verb = false;
  for (let i = 0; i < lower.length; i++) {
    if (verb && /^(?:that|which|who|when|where|whether|how|why|what)$/.test(lower[i] ?? '')) return i;
    if (words[i]?.pos === 'VERB' || words[i]?.pos === 'AUX') verb = true;
  }
  return lower.length;
}
