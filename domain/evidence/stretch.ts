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
  const firstVerb = words.findIndex((_, i) => isTensed(words, i));
  return words.map((w, i) => {
    const [before, after] = [words[i - 1], words[i + 1]];
    if (/^(?:said|told)$/.test(w.text) && before?.pos !== 'DET') return { ...w, pos: 'VERB' };
    // "Rein Doe, …": a name, whatever else its first word may mean
    if (i === 0 && w.pos === 'VERB' && after?.pos === 'PROPN' && words[2]?.text === ',')
      return { ...w, pos: 'PROPN' };
    // "The centre disputes this"
    if (
      w.pos === 'NOUN' &&
      firstVerb < 0 &&
      /^\p{Ll}+s$/u.test(w.text) &&
      /^(?:this|that|it)$/.test(after?.text ?? '') &&
      (before?.pos === 'PROPN' || before?.pos === 'NOUN')
    )
      return { ...w, pos: 'VERB' };
    // "an estimated 300 minefields", "the reported incidents"
    if (
      w.pos === 'VERB' &&
      /ed$/.test(w.text) &&
      /^(?:DET|ADJ|ADP)$/.test(before?.pos ?? '') &&
      NOMINAL.has(after?.pos ?? '')
    )
      return { ...w, pos: 'ADJ' };
    if (w.pos === 'NOUN' && /^\p{Ll}/u.test(w.text) && isMissedVerb(words, i, firstVerb))
      return { ...w, pos: 'VERB' };
    if (w.pos === 'NOUN' && w.text === 'cost' && before && /^(?:around|about|some)$/.test(after?.text ?? ''))
      return { ...w, pos: 'VERB' };
    // "Mali and Niger plan to set up a unit"
    if (
      w.pos === 'NOUN' &&
      INTENDS.test(w.text) &&
      (after?.text === 'to' || (after?.pos === 'DET' && /s$/.test(before?.text ?? ''))) &&
      firstVerb < 0 &&
      before &&
      i > 0
    )
      return { ...w, pos: 'VERB' };
    // "said this violates the policy"
    if (
      w.pos === 'NOUN' &&
      /^\p{Ll}+s$/u.test(w.text) &&
      /^(?:this|it|he|she|which)$/i.test(before?.text ?? '') &&
      (after?.pos === 'DET' || after?.pos === 'PRON')
    )
      return { ...w, pos: 'VERB' };
    // "lost his left foot"
    if (
      w.pos === 'VERB' &&
      /^(?:his|her|its|their|our|my|your)$/i.test(before?.text ?? '') &&
      after?.pos === 'NOUN'
    )
      return { ...w, pos: 'ADJ' };
    // "in turn", "under attack", "in return"
    if (
      w.pos === 'VERB' &&
      before?.pos === 'ADP' &&
      before.text !== 'to' &&
      /^\p{Ll}+(?<!ing|ed|s)$/u.test(w.text)
    )
      return { ...w, pos: 'NOUN' };
    // a name such as Human Rights Watch
    if (
      w.pos === 'VERB' &&
      /^\p{Lu}\p{Ll}/u.test(w.text) &&
      before?.pos === 'PROPN' &&
      i > 1 &&
      !saying.has(w.lemma)
    )
      return { ...w, pos: 'PROPN' };
    // "rights groups fear the worst"
    if (
      w.pos === 'NOUN' &&
      saying.has(w.text) &&
      before?.pos === 'NOUN' &&
      /s$/.test(before.text) &&
      (after?.text === 'that' || after?.pos === 'DET' || after?.pos === 'PRON')
    )
      return { ...w, pos: 'VERB', lemma: w.text };
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

const INTENDS = /^(?:plans?|hopes?|aims?|vows?|pledges?|promises?|wants?|needs?)$/;
const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'NUM', 'ADJ', 'PROPN']);
const THINGS =
  /^(?:(?:land)?mines|\w*munitions|weapons|missiles|rockets|shells|bomb(?:let)?s|forces|troops|soldiers|officials|people|countries|states|areas|years|days|weeks|months|sides|parties|members)$/;

/** "The convention bans the use", "which scatter bomblets": the verb that its clause would lack. */
function isMissedVerb(words: readonly Word[], i: number, firstVerb: number): boolean {
  const [before, after] = [words[i - 1], words[i + 1]];
  if (words[i]?.text === 'says') return true;
  if (before === undefined || after === undefined || THINGS.test(words[i]?.text ?? '')) return false;
  if (/^(?:which|who)$/.test(before.text) && words[i - 2]?.text === ',')
    return ![1, 2, 3].some((n) => isTensed(words, i + n));
  return (
    (firstVerb < 0 || firstVerb > i) &&
    /[a-z]s$/.test(words[i]?.text ?? '') &&
    (before.pos === 'NOUN' || before.pos === 'PROPN' || QUOTES.has(before.text)) &&
    (/^(?:the|an?|no|all|any|both|its|their|his|her)$/.test(after.text) ||
      (after.text === 'that' && saying.has((words[i]?.text ?? '').replace(/s$/, ''))) ||
      (after.pos === 'NUM' && firstVerb < 0))
  );
}

/** Whether the word stands within quotation marks that close in the same sentence. */
export function isQuoted(words: readonly Word[], at: number): boolean {
  let open = false;
  for (let i = 0; i < at; i++) {
    const mark = words[i]?.text;
    if (mark === '“') open = true;
    else if (mark === '”') open = false;
    else if (mark === '"') open = !open;
  }
  return open && words.some((w, i) => i > at && (w.text === '”' || w.text === '"'));
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
  !/^(?:during|according|including|regarding|concerning|following|pending|morning|evening|nothing|something|everything|king|thing|neighbou?ring|remaining|existing|ongoing|outgoing|incoming|leading|surrounding)$/i.test(
    w.text,
  );
