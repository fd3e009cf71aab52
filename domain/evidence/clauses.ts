/**
 * A sentence in the stretches that each say one thing: main clauses, clauses joined by "and", "as", "though" …, relative
 * clauses with what they tell of, participles ("…, meaning they become inert"), appositions, purposes ("to reduce risks") and
 * deeds somebody is blamed for ("for lifting a ban"). And in it the frames by which somebody is said to speak, which are
 * no part of what they say.
 */
import { chunksOf } from './chunks.ts';
import { type Frame, frameOf } from './frames.ts';
import { blaming, purposes, relative } from './lexicon.ts';
import { anyIn, isGerund, isTensed, isVerb, QUOTES, retagged, type Stretch } from './stretch.ts';
import type { Word } from './tag.ts';

export interface Segment extends Stretch {
  readonly kind: 'clause' | 'relative' | 'apposition' | 'participle' | 'list' | 'purpose' | 'deed';
  /** words of the speaker this stretch is said by, where the sentence says so; the whole sentence is theirs where `all` */
  readonly frame: Frame | null;
}

/** What a sentence says, stretch by stretch, and the frame that holds for all of it. */
export function segmentsOf(sentence: readonly Word[]): {
  readonly words: readonly Word[];
  readonly segments: readonly Segment[];
  readonly frame: Frame | null;
} {
  const words = retagged(sentence);
  const segments: Segment[] = [];
  let prefix: Stretch | null = null;
  let subject: Stretch | null = null;
  let whole: Frame | null = null;
  let last: Frame | null = null;
  const add = (kind: Segment['kind'], s: Stretch, frame: Frame | null) => {
    for (const part of split(words, s))
      segments.push({ kind: part.kind ?? kind, from: part.from, to: part.to, frame });
  };
  const chunks = chunksOf(words);
  chunks.forEach((chunk, n) => {
    const first = words[chunk.from];
    const text = first?.text.toLowerCase() ?? '';
    const hasVerb = anyIn(chunk, (i) => isVerb(words, i));
    const hasFinite = anyIn(chunk, (i) => isTensed(words, i));
    const at = first?.pos === 'CCONJ' ? chunk.from + 1 : chunk.from;
    const opensVerb = isTensed(words, at) || (words[at]?.pos === 'ADV' && isTensed(words, at + 1));
    const named = prefix !== null && prefix.to > prefix.from ? prefix : opensVerb ? subject : null;
    const framed = frameOf(words, chunk, named, n === 0);
    if (framed) {
      if (framed.content === null) {
        whole ??= framed.frame;
        prefix = null;
        return;
      }
      const frame =
        framed.frame.speaker.to > framed.frame.speaker.from ? framed.frame : (last ?? framed.frame);
      last = frame;
      if (frame.speaker.to > frame.speaker.from) subject = frame.speaker;
      prefix = null;
      add('clause', framed.content, frame);
      return;
    }
    const opensWith = segments.length === 0 && whole === null && n + 1 < chunks.length;
    // "After taking office, …", "if they were not set off, …": they say when or under what condition the next holds
    const leads =
      opensWith &&
      (first?.pos === 'ADP' || first?.pos === 'SCONJ') &&
      (!hasFinite || /^(?:if|unless|when|once)$/.test(text));
    if (leads) {
      prefix = prefix === null ? chunk : { from: prefix.from, to: chunk.to };
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
      if (prefix === null && afterQuote && first?.pos === 'PROPN') {
        prefix = chunk;
        return;
      }
      if (prefix !== null && prefix.to > prefix.from) {
        prefix = { from: prefix.from, to: chunk.to };
        return;
      }
    }
    if (!hasVerb) {
      if (segments.length === 0 && whole === null) {
        prefix =
          prefix === null
            ? chunk
            : first && ['ADV', 'CCONJ'].includes(first.pos)
              ? prefix
              : { from: prefix.from, to: chunk.to };
        return;
      }
      const previous = segments.at(-1);
      if ((text === 'and' || text === 'or') && previous?.kind === 'relative') add('list', chunk, last);
      else if (/^(?:a|an|the)$/.test(text) && chunk.to - chunk.from >= 4) add('apposition', chunk, last);
      else if (previous && n > 0) segments[segments.length - 1] = { ...previous, to: chunk.to };
      return;
    }
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
    else if (isGerund(first)) add('participle', { from, to: chunk.to }, last);
    else if (/^(?:a|an|the)$/.test(text) && segments.length > 0 && !hasFiniteMain(words, chunk))
      add('apposition', chunk, last);
    else add('clause', { from, to: chunk.to }, last);
  });
  return { words, segments, frame: whole };
}

const nounIn = (words: readonly Word[], s: Stretch) =>
  anyIn(s, (i) => words[i]?.pos === 'PROPN' || words[i]?.pos === 'NOUN' || words[i]?.pos === 'PRON') &&
  words[s.from]?.pos !== 'ADP' &&
  words[s.from]?.pos !== 'SCONJ';

/** A chunk such as "a policy shift that has not been confirmed" or "a move designed to …" has no main verb of its own. */
function hasFiniteMain(words: readonly Word[], s: Stretch): boolean {
  for (let i = s.from; i < s.to; i++) {
    const w = words[i];
    if (w && i > s.from && (relative.has(w.text.toLowerCase()) || w.text === 'that')) return false;
    if (isTensed(words, i)) {
      const reduced =
        w?.pos === 'VERB' &&
        /(?:ed|en)$/.test(w.text) &&
        words[i - 1]?.pos === 'NOUN' &&
        /^(?:to|by|in|on|as|with|for|at)$/.test(words[i + 1]?.text ?? '');
      if (!reduced) return true;
    }
  }
  return false;
}

const BEFORE_PURPOSE =
  /^(?:design|decide|decision|plan|intend|want|need|able|order|agree|refuse|fail|continue|begin|start|try|aim|seek|help|allow|urge|ask|tell|authorize|authorise|permit|require|expect|have|use|move|effort|request|right|ability|way|thing|set|likely|ready|willing|due|force|lead|appear|seem|call|promise|pledge|commit|commitment|attempt|focus|vow|obligation|duty|step|measure|first|last)s?(?:ed|d|ing)?$/i;

/** Purposes at the end of a stretch, and deeds after a verb of blame, apart from what stands before them. */
function split(
  words: readonly Word[],
  s: Stretch,
): readonly (Stretch & { readonly kind?: Segment['kind'] })[] {
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
      anyIn({ from: s.from, to: i }, (k) => isTensed(words, k))
    )
      return [
        { from: s.from, to: i },
        { from: i, to: s.to, kind: 'purpose' },
      ];
  }
  return [s];
}
