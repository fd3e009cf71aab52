/**
 * A sentence in the stretches that each say one thing: main clauses, clauses joined by "and", "as", "though" …, relative
 * clauses with what they tell of, participles ("…, meaning they become inert"), appositions, purposes ("to reduce risks") and
 * deeds somebody is blamed for ("for lifting a ban"). And in it the frames by which somebody is said to speak, which are
 * no part of what they say.
 */

import { withoutAsides } from './asides.ts';
import {
  hasFiniteMain,
  isCountOfPart,
  isName,
  isOwn,
  isParticiple,
  leadsIn,
  nounIn,
  saysNext,
  tells,
} from './chunk-tests.ts';
import { chunksOf } from './chunks.ts';
import { type Frame, frameOf } from './frames.ts';
import { relative } from './lexicon.ts';
import { split } from './purposes.ts';
import { isLaterSubject, isWithoutItsVerb } from './shared-verbs.ts';
import { anyIn, isGerund, isTensed, isVerb, QUOTES, retagged, type Stretch } from './stretch.ts';
import type { Word } from './tag.ts';

export interface Segment extends Stretch {
  readonly kind: 'clause' | 'relative' | 'apposition' | 'participle' | 'list' | 'purpose' | 'deed';
  /** words of the speaker this stretch is said by, where the sentence says so; the whole sentence is theirs where `all` */
  readonly frame: Frame | null;
}

const PROMISED = /^(?:promise|pledge|vow|agree)$/;

/** What a sentence says, stretch by stretch, and the frame that holds for all of it. */
export function segmentsOf(sentence: readonly Word[]): {
  readonly words: readonly Word[];
  readonly segments: readonly Segment[];
  readonly frame: Frame | null;
} {
  const words = retagged(withoutAsides(sentence));
  const segments: Segment[] = [];
  let prefix: Stretch | null = null;
  let subject: Stretch | null = null;
  let whole = null as Frame | null;
  let last: Frame | null = null;
  // whether what it said began with "that"
  let thatSaid = false;
  // the chunk that last named who speaks, and whether its verb came first
  let closes = -9;
  let inverted = false;
  // of the clause before, for "… and said that …"
  let doer: Stretch | null = null;
  const add = (kind: Segment['kind'], s: Stretch, frame: Frame | null) => {
    for (const part of split(words, s))
      segments.push({ kind: part.kind ?? kind, from: part.from, to: part.to, frame });
  };
  const chunks = chunksOf(words);
  chunks.forEach((chunk, n) => {
    const first = words[chunk.from];
    // a "That" that begins the sentence points back, and relates nothing
    const ofWhom = words[chunk.from + 1]?.text === 'of' && relative.has(words[chunk.from + 2]?.text ?? '');
    const text = first?.text === 'That' ? 'this' : ofWhom ? 'whom' : (first?.text.toLowerCase() ?? '');
    const hasVerb = anyIn(chunk, (i) => isVerb(words, i));
    const hasFinite = anyIn(chunk, (i) => isTensed(words, i));
    const at = first?.pos === 'CCONJ' ? chunk.from + 1 : chunk.from;
    const opensVerb = isTensed(words, at) || (words[at]?.pos === 'ADV' && isTensed(words, at + 1));
    const named =
      prefix !== null && prefix.to > prefix.from
        ? prefix
        : opensVerb
          ? first?.pos === 'CCONJ'
            ? (doer ?? subject)
            : subject
          : null;
    const framed = frameOf(words, chunk, named, n === 0);
    if (framed) {
      if (framed.content === null) {
        whole ??= framed.frame;
        // "The mechanism, the letter adds, has been tested"
        if (framed.frame.speaker.from < chunk.from) prefix = null;
        if (n > 0) {
          closes = n;
          inverted = framed.frame.speaker.from > chunk.from;
        }
        return;
      }
      // "… though the chief had promised a survey": the speaker of the clause before says so
      if (last !== null && /^(?:al)?though$|^while$/.test(text) && PROMISED.test(framed.frame.verb)) {
        add('clause', framed.content, last);
        return;
      }
      const frame =
        framed.frame.speaker.to > framed.frame.speaker.from
          ? framed.frame
          : { speaker: (last ?? framed.frame).speaker, verb: framed.frame.verb };
      last = frame;
      thatSaid = words[framed.content.from - 1]?.text === 'that';
      if (frame.speaker.to > frame.speaker.from) subject = frame.speaker;
      // "said that Eritrea, whose deadline …, remains in breach"
      const open = !anyIn(framed.content, (i) => isVerb(words, i)) && nounIn(words, framed.content);
      const next = words[chunks[n + 1]?.from ?? -1]?.text.toLowerCase() ?? '';
      prefix = open && relative.has(next) ? framed.content : null;
      if (prefix === null) add('clause', framed.content, frame);
      return;
    }
    // what stands by a speaker named after the words is of the speaker: "said Jane Doe, a researcher at …"
    if (closes === n - 1 && !hasFiniteMain(words, chunk) && !isGerund(first) && !relative.has(text)) {
      closes = n;
      // "said the head of the centre, Jane Doe": who that is
      if (inverted && whole !== null && isName(words, chunk))
        whole = { ...whole, speaker: { from: whole.speaker.from, to: chunk.to } };
      if (first?.pos === 'ADP' && chunk.to - chunk.from >= 4 && !inverted)
        add('apposition', chunk, last ?? whole);
      return;
    }
    const opensWith = segments.length === 0 && whole === null && n + 1 < chunks.length;
    if (opensWith && leadsIn(words, chunk)) {
      prefix = prefix === null ? chunk : { from: prefix.from, to: chunk.to };
      return;
    }
    // "Austria, speaking for 38 states, said …"
    if (
      prefix !== null &&
      /^(?:speaking|acting|addressing|writing|responding|citing|quoting|referring)$/.test(text)
    )
      return;
    // "…, once the rains have stopped": part of what holds then
    const held = prefix === null && words[chunk.from - 1]?.text === ',' ? segments.at(-1) : undefined;
    if (held && /^(?:if|unless|once|until|provided)$/.test(text)) {
      segments[segments.length - 1] = { ...held, to: chunk.to };
      return;
    }
    if (text === 'due') {
      add('clause', chunk, last);
      return;
    }
    const afterQuote =
      QUOTES.has(words[chunk.from - 1]?.text ?? '') || QUOTES.has(words[chunk.from - 2]?.text ?? '');
    if (!hasVerb && segments.length > 0 && n + 1 < chunks.length) {
      // "…," Name, office, told delegates
      if (
        prefix === null &&
        ((afterQuote && (first?.pos === 'PROPN' || first?.pos === 'DET')) || saysNext(words, chunks, n))
      ) {
        prefix = chunk;
        return;
      }
      if (prefix !== null && prefix.to > prefix.from) {
        prefix = { from: prefix.from, to: chunk.to };
        return;
      }
    }
    if (!hasVerb) {
      // "The load, worth some 3 million euros, is …"
      if (prefix !== null && nounIn(words, prefix) && text === 'worth' && n + 1 < chunks.length) {
        add('apposition', { from: prefix.from, to: chunk.to }, last);
        subject = prefix;
        prefix = { from: prefix.from, to: prefix.from };
        return;
      }
      if (segments.length === 0 && whole === null) {
        prefix =
          prefix === null
            ? chunk
            : first && ['ADV', 'CCONJ'].includes(first.pos)
              ? prefix
              : { from: prefix.from, to: chunk.to };
        return;
      }
      // ", and the bill, at some $300, is the same"
      if (isLaterSubject(words, chunks, n)) {
        prefix = { from: chunk.from + 1, to: chunk.to };
        return;
      }
      const previous = segments.at(-1);
      if (isCountOfPart(words, chunk) || (text === 'with' && chunk.to - chunk.from >= 9))
        add('apposition', chunk, last);
      else if ((text === 'and' || text === 'or') && previous?.kind === 'relative') add('list', chunk, last);
      else if (isWithoutItsVerb(words, chunk)) add('list', { from: chunk.from + 1, to: chunk.to }, last);
      else if (/^(?:a|an|the)$/.test(text) && chunk.to - chunk.from >= 4) add('apposition', chunk, last);
      else if (previous && n > 0) segments[segments.length - 1] = { ...previous, to: chunk.to };
      return;
    }
    // "Its deadline to finish the work, …, falls on 1 February"
    if (
      !hasFinite &&
      !isGerund(first) &&
      prefix === null &&
      segments.length === 0 &&
      n + 2 < chunks.length &&
      nounIn(words, chunk)
    ) {
      prefix = chunk;
      return;
    }
    // "The report, published last week, found that …"
    const verbAt = first?.pos === 'ADV' ? chunk.from + 1 : chunk.from;
    if (
      prefix !== null &&
      n + 1 < chunks.length &&
      chunk.to - chunk.from <= 5 &&
      isParticiple(words[verbAt]) &&
      !anyIn({ from: verbAt + 1, to: chunk.to }, (i) => isTensed(words, i))
    )
      return;
    if (
      prefix !== null &&
      nounIn(words, prefix) &&
      (relative.has(text) ||
        (!hasFinite && !isGerund(first)) ||
        (/^(?:a|an|the)$/.test(text) && n + 1 < chunks.length && !hasFiniteMain(words, chunk)))
    ) {
      add(relative.has(text) ? 'relative' : 'apposition', { from: prefix.from, to: chunk.to }, last);
      subject = prefix;
      prefix = { from: prefix.from, to: prefix.from };
      return;
    }
    const from: number = prefix !== null && prefix.to > prefix.from ? prefix.from : chunk.from;
    prefix = null;
    if (relative.has(text)) add('relative', chunk, last);
    else if (isGerund(first) && segments.length > 0 && /^(?:and|or)$/.test(words[chunk.from + 1]?.text ?? ''))
      segments.push({ ...(segments.pop() as Segment), to: chunk.to });
    else if (isGerund(first)) add('participle', { from, to: chunk.to }, last);
    else if (/^(?:a|an|the)$/.test(text) && segments.length > 0 && !hasFiniteMain(words, chunk))
      add('apposition', chunk, last);
    else {
      // "the authorities pledged to destroy them, but they have given no figures": that is nobody's pledge
      const own = last !== null && isOwn(words, at, last.verb) && !(opensVerb && thatSaid);
      add('clause', { from, to: chunk.to }, own ? null : last);
      let verb = from;
      while (verb < chunk.to && !isTensed(words, verb)) verb++;
      // "… did not confirm it but said that …"
      if (verb > from && verb - from < 8 && nounIn(words, { from, to: verb })) doer = { from, to: verb };
    }
  });
  const [start, end] = [chunks[0]?.from, chunks.at(-1)?.to];
  if (
    segments.length === 0 &&
    whole === null &&
    start !== undefined &&
    end !== undefined &&
    tells(words, start, end)
  )
    segments.push({ kind: 'clause', from: start, to: end, frame: null });
  return { words, segments, frame: whole };
}
