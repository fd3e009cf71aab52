/** What a clause says as somebody's view: judgements, feelings, what ought to be. English. */
import { feeling, judged, judging, normative } from './lexicon.ts';
import type { Word } from './tag.ts';

const MAIN = 12;
const BE: ReadonlySet<string> = new Set(
  'is are was were be been remains remain seems seem looks look sounds feels becomes became called calls described'.split(
    ' ',
  ),
);

/** `lower`: the words in lower case. `verb`: the speaker's, as a lemma. */
export function isOpinion(words: readonly Word[], lower: readonly string[], verb: string | null): boolean {
  const main = lower.slice(0, MAIN);
  // "described the sale as an act of war"
  if (verb === 'describe' && lower.includes('as')) return true;
  // "called the vote a farce", but not "called on", "called for"
  if (
    verb === 'call' &&
    lower.some((w, i) => /^call(?:s|ed)?$/.test(w) && !/^(?:on|for|off|upon)$/.test(lower[i + 1] ?? ''))
  )
    return true;
  if (lower.slice(0, 6).includes('i') && words.some((w) => judging.has(w.lemma))) return true;
  if (
    main.some((w, i) => feeling.has(w) && lower[i + 1] !== 'to') &&
    words.some((w) => w.pos === 'VERB' && feeling.has(w.text))
  )
    return true;
  if (main.some((w) => normative.has(w))) return true;
  if (verb !== null && judging.has(verb)) return true;
  const first = (lower[0] ?? '').replace(/ing$/, '');
  if (/ing$/.test(lower[0] ?? '') && (judging.has(first) || judging.has(`${first}e`))) return true;
  if (
    /^(?:it|that|this)$/.test(lower[0] ?? '') &&
    /^(?:pains|saddens|angers|worries|horrifies|shames|frightens)$/.test(lower[1] ?? '')
  )
    return true;
  const weighs = main.some((w) => BE.has(w));
  return lower.some((w, i) => judged.has(w) && !isFactual(lower, i) && (weighs || isSeenAs(lower, i)));
}

/** "dismissed it as propaganda", but not "as long as necessary" */
const isSeenAs = (lower: readonly string[], i: number) =>
  [i - 1, i - 2, i - 3].some(
    (k) => lower[k] === 'as' && !/^(?:long|soon|far|much|well)$/.test(lower[k - 1] ?? ''),
  );

/** "no longer in urgent need", "clear and present": judging words in terms of the trade. */
const isFactual = (lower: readonly string[], i: number) =>
  (lower[i] === 'right' && /^(?:to|of|bank|side|now)$/.test(lower[i + 1] ?? '')) ||
  (/^(?:better|best)$/.test(lower[i] ?? '') && /^(?:known|trained|equipped)$/.test(lower[i + 1] ?? ''));
