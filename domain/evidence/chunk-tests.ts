/** What can be told of a chunk of a sentence: whether it says something of its own, names somebody, or waits for its verb. */
import { acting, naming, relative, saying } from './lexicon.ts';
import { anyIn, isQuoted, isTensed, isVerb, type Stretch } from './stretch.ts';
import type { Word } from './tag.ts';

/** Whether words in which no verb was found still say something: a headline's, mostly. */
export const tells = (words: readonly Word[], from: number, to: number) =>
  words.slice(from, to).filter((w) => /^\p{Ll}{2,}/u.test(w.text) || w.pos === 'NUM').length >= 5;

/** "…, the centre's director, Jane Doe, told …": the one named speaks, in this chunk or the next without a verb. */
export function saysNext(words: readonly Word[], chunks: readonly Stretch[], n: number): boolean {
  for (let k = n + 1; k <= n + 2; k++) {
    const chunk = chunks[k];
    if (chunk === undefined) return false;
    const at = words[chunk.from]?.pos === 'ADV' ? chunk.from + 1 : chunk.from;
    if (isTensed(words, at)) return saying.has(words[at]?.lemma ?? '');
    if (anyIn(chunk, (i) => isVerb(words, i))) return false;
  }
  return false;
}

/** Whether a clause behind what somebody did by speaking ("accused", "pledged") is again the writer's. */
export const isOwn = (words: readonly Word[], at: number, verb: string) =>
  (acting.has(verb) || naming.has(verb)) &&
  !/^(?:that|would|will|should)$/.test(words[at]?.text ?? '') &&
  !isQuoted(words, at);

export const isName = (words: readonly Word[], s: Stretch) =>
  s.to - s.from <= 4 && words.slice(s.from, s.to).every((w) => w.pos === 'PROPN');

export const isParticiple = (w: Word | undefined) => w?.pos === 'VERB' && /(?:ed|en|wn|de)$/.test(w.text);

export const nounIn = (words: readonly Word[], s: Stretch) =>
  anyIn(s, (i) => words[i]?.pos === 'PROPN' || words[i]?.pos === 'NOUN' || words[i]?.pos === 'PRON') &&
  words[s.from]?.pos !== 'ADP' &&
  words[s.from]?.pos !== 'SCONJ';

/** A chunk such as "a policy shift that has not been confirmed" or "a move designed to …" has no main verb of its own. */
export function hasFiniteMain(words: readonly Word[], s: Stretch): boolean {
  for (let i = s.from; i < s.to; i++) {
    const w = words[i];
    if (w && i > s.from && (relative.has(w.text.toLowerCase()) || w.text === 'that')) return false;
    if (isTensed(words, i)) {
      const reduced =
        (w?.pos === 'VERB' &&
          /(?:ed|en)$/.test(w.text) &&
          words[i + 1]?.text === 'by' &&
          !anyIn({ from: s.from, to: i }, (k) => words[k]?.pos === 'AUX')) ||
        (w?.pos === 'VERB' &&
          /(?:ed|en)$/.test(w.text) &&
          words[i - 1]?.pos === 'NOUN' &&
          (/^(?:to|by|in|on|as|with|for|at)$/.test(words[i + 1]?.text ?? '') ||
            /^(?:dated|signed|published|issued|seen|obtained|released|posted)$/.test(w.text)));
      if (!reduced) return true;
    }
  }
  return false;
}

/** "After taking office, …", "if they were not set off, …": they say when or under what condition the next holds. */
export function leadsIn(words: readonly Word[], chunk: Stretch): boolean {
  const first = words[chunk.from];
  const text = first?.text ?? '';
  return (
    (first?.pos === 'ADP' || first?.pos === 'SCONJ' || /^(?:Should|Were|Had)$/.test(text)) &&
    (!hasFiniteMain(words, chunk) || /^(?:[Ii]f|[Uu]nless|[Ww]hen|[Oo]nce|Should|Were|Had)$/.test(text))
  );
}

/** "among them 41 children", "including 214 deaths": a number of its own behind another. */
export const isCountOfPart = (words: readonly Word[], s: Stretch) =>
  /^(?:among|including)$/.test(words[s.from]?.text.toLowerCase() ?? '') &&
  anyIn(s, (i) => words[i]?.pos === 'NUM');
