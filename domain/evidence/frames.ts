/**
 * The frames by which somebody is said to speak: "X said that …", "…, according to X", "…," told X, "…, adding that …".
 */
import { acting, blaming, naming, relative, saying } from './lexicon.ts';
import { anyIn, isGerund, isQuoted, isTensed, type Stretch } from './stretch.ts';
import type { Word } from './tag.ts';

export interface Frame {
  /** words naming the speaker; empty for a participle that goes on ("…, adding that") */
  readonly speaker: Stretch;
  readonly verb: string;
}

export interface Framed {
  readonly frame: Frame;
  /** what is said within the chunk; null where the chunk is the frame alone */
  readonly content: Stretch | null;
}

const TIME =
  /^(?:on|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|earlier|late|later|this|last|week|month|year|in|at|during|to)$/i;

/** The speech frame of a chunk, whose subject may stand in an earlier one (`prefix`). */
export function frameOf(
  words: readonly Word[],
  chunk: Stretch,
  prefix: Stretch | null,
  first: boolean,
): Framed | null {
  const lower = (i: number) => words[i]?.text.toLowerCase() ?? '';
  if (lower(chunk.from) === 'according' && lower(chunk.from + 1) === 'to')
    return {
      frame: { speaker: { from: chunk.from + 2, to: chunk.to }, verb: 'according to' },
      content: null,
    };
  // "…, campaigners warn": a short close whose last word is a speaker's verb, whatever the tagger made of it
  const end = words[chunk.to - 1];
  if (
    !first &&
    end &&
    chunk.to - chunk.from <= 5 &&
    chunk.to - chunk.from >= 2 &&
    saying.has(end.lemma.replace(/s$/, '')) &&
    /^[a-z]+$/.test(end.text) &&
    words[chunk.to - 2]?.pos !== 'DET' &&
    !isSilent(words, chunk.from, chunk.to - 1)
  )
    return {
      frame: { speaker: { from: chunk.from, to: chunk.to - 1 }, verb: end.lemma.replace(/s$/, '') },
      content: null,
    };
  const opening = words[chunk.from];
  if (
    isGerund(opening) &&
    saying.has(stemOf(opening?.text ?? '')) &&
    !acting.has(stemOf(opening?.text ?? ''))
  ) {
    const that = lower(chunk.from + 1) === 'that' ? chunk.from + 2 : chunk.from + 1;
    const content = { from: that, to: chunk.to };
    if (!anyIn(content, (i) => isTensed(words, i))) return null;
    return { frame: { speaker: { from: 0, to: 0 }, verb: stemOf(opening?.text ?? '') }, content };
  }
  const quoted = quotedAs(words, chunk);
  if (quoted !== null) return { frame: { speaker: quoted, verb: 'say' }, content: null };
  let v = chunk.from;
  while (
    v < chunk.to &&
    (!(isTensed(words, v) && words[v]?.pos === 'VERB') || isReduced(words, v) || isQuoted(words, v))
  ) {
    v++;
  }
  // "two officials who worked on it told …"
  if (anyIn({ from: chunk.from + 1, to: v }, (i) => lower(i) === 'who')) v = saidAfter(words, v, chunk.to);
  const verb = words[v];
  if (
    v >= chunk.to ||
    verb === undefined ||
    !saying.has(verb.lemma) ||
    (blaming.has(verb.lemma) &&
      anyIn({ from: v, to: chunk.to }, (i) => lower(i) === 'for' && isGerund(words[i + 1])))
  )
    return null;
  // "teams still find mines that were laid long ago"
  if (verb.text === 'find' && lower(v + 1) !== 'that') return null;
  // "a shell they had found went off"
  if (words[v + 1]?.pos === 'VERB' && isTensed(words, v + 1)) return null;
  // to ask for something is a deed, told by whoever tells of it
  if (verb.lemma === 'ask' && anyIn({ from: v + 1, to: v + 3 }, (i) => /^(?:for|about)$/.test(lower(i))))
    return null;
  // "has not been officially confirmed by": nobody speaks here
  for (let i = Math.max(chunk.from, v - 3); i < v; i++) if (words[i]?.lemma === 'be') return null;
  if (isSilent(words, chunk.from, v) || isFoundSomewhere(words, v, chunk.to)) return null;
  const aux = chunk.from < v ? trimmed(words, { from: chunk.from, to: v }) : null;
  const speaker =
    aux && aux.to > aux.from
      ? behindRelative(words, aux)
      : isInverted(words, v, chunk, first)
        ? null
        : prefix;
  // "…," said Austin
  if (speaker === null || speaker.to <= speaker.from) {
    if (first || chunk.to <= v + 1 || /^(?:that|it|he|she|they|there)$/.test(lower(v + 1))) return null;
    return { frame: { speaker: { from: v + 1, to: chunk.to }, verb: verb.lemma }, content: null };
  }
  if (words[speaker.from] && relative.has(lower(speaker.from))) return null;
  const frame = { speaker, verb: verb.lemma };
  if (acting.has(verb.lemma))
    return {
      frame,
      content: { from: prefix && prefix.to === chunk.from - 1 ? prefix.from : chunk.from, to: chunk.to },
    };
  const rest = { from: v + 1, to: chunk.to };
  if (naming.has(verb.lemma) && rest.to - rest.from >= 2 && namesAThing(words, rest))
    return { frame, content: aux && aux.to > aux.from ? chunk : { from: v, to: chunk.to } };
  let that = rest.from;
  while (that < Math.min(rest.to, rest.from + 7) && lower(that) !== 'that') that++;
  const told =
    ['tell', 'warn', 'remind', 'inform', 'assure'].includes(verb.lemma) || TIME.test(lower(rest.from));
  if (lower(rest.from) === 'that') return { frame, content: { from: rest.from + 1, to: rest.to } };
  if (told && lower(that) === 'that' && that < rest.to)
    return { frame, content: { from: that + 1, to: rest.to } };
  const content = { from: afterTime(words, rest), to: rest.to };
  if (
    !anyIn(content, (i) => isTensed(words, i)) ||
    (content.from === rest.from && TIME.test(lower(rest.from)))
  )
    return first && !prefix ? null : { frame, content: null };

  return { frame, content };
}

/** "a step that the opposition called …": the opposition. */
function behindRelative(words: readonly Word[], { from, to }: Stretch): Stretch {
  for (let i = to - 2; i > from; i--)
    if (
      words[i]?.text === 'what' ||
      (/^(?:that|which)$/.test(words[i]?.text ?? '') && words[i - 1]?.pos === 'NOUN')
    )
      return { from: i + 1, to };
  return { from, to };
}

/** "…, said one of the officials": who speaks stands behind, whoever else stands before. */
const isInverted = (words: readonly Word[], v: number, { from, to }: Stretch, first: boolean) =>
  !first &&
  v === from &&
  words[v]?.text === 'said' &&
  /^(?:NUM|DET|PROPN|NOUN|ADJ)$/.test(words[v + 1]?.pos ?? '') &&
  !TIME.test(words[v + 1]?.text ?? '') &&
  !anyIn({ from: v + 1, to }, (i) => isTensed(words, i) || words[i]?.text === 'that');

/** Behind the verb of "who …" the verb by which they speak, else that verb itself. */
function saidAfter(words: readonly Word[], v: number, to: number): number {
  for (let i = v; i < to; i++)
    if (
      isTensed(words, i) &&
      words[i]?.pos === 'VERB' &&
      saying.has(words[i]?.lemma ?? '') &&
      !isQuoted(words, i)
    )
      return i;
  return v;
}

const NOT: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor']);

const MODAL = /^(?:should|must|could|may|might|can|shall|would|will)$/;

/** "has not commented", "did not say": it is told that somebody does not speak. */
const isSilent = (words: readonly Word[], from: number, v: number) =>
  // nor does who should or might
  MODAL.test(words[v - 1]?.text ?? '') ||
  [v - 1, v - 2, v - 3].some((i) => i >= from && NOT.has(words[i]?.text.toLowerCase() ?? ''));

/** "blast reported near the border", "mines found in a school": what is found is told, by nobody who is named. */
const isFoundSomewhere = (words: readonly Word[], v: number, to: number) =>
  /^(?:reported|found)$/.test(words[v]?.text ?? '') &&
  words[v + 1]?.pos === 'ADP' &&
  !anyIn({ from: v + 1, to }, (i) => words[i]?.text === 'that' || SPAN_OF_TIME.test(words[i]?.text ?? ''));

/** No clause follows, no time either: "acknowledged their use". */
const namesAThing = (words: readonly Word[], rest: Stretch) =>
  !TIME.test(words[rest.from]?.text ?? '') &&
  (['DET', 'NOUN', 'ADJ', 'NUM', 'PROPN', 'PRON'].includes(words[rest.from]?.pos ?? '') ||
    words[rest.from]?.text === 'between') &&
  !anyIn(rest, (i) => isTensed(words, i) || words[i]?.text === 'that');

const SPAN_OF_TIME = /^(?:week|month|year|day|night|weekend|\p{Lu}\p{Ll}+day|spring|summer|autumn|winter)$/u;

/** Where what is said begins behind a time: "said last month it would ask", "said on Monday the mines were old". */
function afterTime(words: readonly Word[], { from, to }: Stretch): number {
  let i = from;
  while (i < Math.min(to, from + 4) && TIME.test(words[i]?.text ?? '')) i++;
  const time =
    i > from &&
    (SPAN_OF_TIME.test(words[i - 1]?.text ?? '') || /^(?:today|yesterday)$/.test(words[i - 1]?.text ?? ''));
  if (!time || i >= to) return from;
  return ['PRON', 'DET', 'PROPN', 'NOUN', 'NUM', 'ADJ'].includes(words[i]?.pos ?? '') ? i : from;
}

/** "a spokesman was quoted as saying by the paper": the spokesman. */
function quotedAs(words: readonly Word[], { from, to }: Stretch): Stretch | null {
  for (let i = from + 2; i + 2 < to; i++)
    if (
      /^(?:quoted|cited)$/.test(words[i]?.text ?? '') &&
      words[i + 1]?.text === 'as' &&
      words[i + 2]?.text === 'saying' &&
      words[i - 1]?.lemma === 'be'
    )
      return trimmed(words, { from, to: i - 1 });
  // "state television quoted a spokesman as saying"
  const by = words.findIndex((w, i) => i >= from && i < to && /^(?:quotes|quoted|cited|cites)$/.test(w.text));
  for (let i = by + 1; by >= from && i + 1 < to; i++)
    if (words[i]?.text === 'as' && words[i + 1]?.text === 'saying') return { from: by + 1, to: i };
  return null;
}

/** "two people briefed on the decision said": no verb of the sentence. */
const isReduced = (words: readonly Word[], v: number) =>
  /(?:ed|en)$/.test(words[v]?.text ?? '') &&
  // "8 km² of confirmed hazardous area"
  (['ADP', 'DET', 'NUM'].includes(words[v - 1]?.pos ?? '') ||
    (words[v - 1]?.pos === 'NOUN' && words[v + 1]?.pos === 'ADP' && !saying.has(words[v]?.lemma ?? '')));

/** Without auxiliaries and adverbs at its end: "Austin has also" is Austin. */
function trimmed(words: readonly Word[], s: Stretch): Stretch {
  let { from, to } = s;
  while (
    to > from &&
    ['AUX', 'ADV', 'PUNCT', 'PART'].includes(words[to - 1]?.pos ?? '') &&
    words[to - 1]?.text !== "'s"
  )
    to--;
  while (from < to && ['ADV', 'CCONJ', 'SCONJ', 'PUNCT'].includes(words[from]?.pos ?? '')) from++;
  return { from, to };
}

function stemOf(gerund: string): string {
  const stem = gerund.toLowerCase().replace(/ing$/, '');
  return [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')].find((s) => saying.has(s)) ?? stem;
}
