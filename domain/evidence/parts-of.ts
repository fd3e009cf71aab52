import { relative } from './lexicon.ts';
import { isGerund, isTensed } from './stretch.ts';
import type { Word } from './tag.ts';

export interface Parts {
  readonly subject: string | null;
  readonly predicate: string;
  readonly object: string | null;
}

/** Subject, predicate and object of a clause, as far as its words show. */
export function partsOf(words: readonly Word[], text: string): Parts {
  const slice = (from: number, to: number) =>
    to > from ? text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0) : '';
  const lead = leadOf(words);
  let v = verbOf(words, lead);
  if (v < 0) return { subject: null, predicate: 'says', object: slice(0, words.length) || null };
  const from = v;
  let last = v;
  while (v + 1 < words.length && ['AUX', 'VERB', 'ADV', 'PART'].includes(words[v + 1]?.pos ?? '')) {
    v += 1;
    if (['AUX', 'VERB', 'PART'].includes(words[v]?.pos ?? '')) last = v;
  }
  const subjectTo = words[from - 1]?.text === ',' ? from - 1 : from;
  const subject = slice(relative.has(words[lead]?.text.toLowerCase() ?? '') ? lead + 1 : lead, subjectTo)
    .replace(/,\s*(?:which|who|meanwhile|however|too|in turn|by contrast)$/, '')
    .replace(/(?:^| )(?:also|now|again|still|already|just|only|once|ever|never|have|has)$/, '')
    .replace(/^to$/, '');
  return {
    subject: subject || null,
    predicate: slice(from, last + 1),
    object: slice(last + 1, words.length) || null,
  };
}

/** The verb with a tense, else any: of "the decision to supply mines stems from …" it is "stems". */
function verbOf(words: readonly Word[], lead: number): number {
  if (isGerund(words[lead])) return lead;
  const tensed = words.findIndex((_, i) => i >= lead && isTensed(words, i));
  if (tensed >= 0) return tensed;
  return words.findIndex(
    (w, i) => i >= lead && (w.pos === 'VERB' || w.pos === 'AUX') && words[i - 1]?.text !== '-',
  );
}

/** Words before the subject: "On Monday, …", "After taking office, …", "Within two weeks, if they are not set off, …". */
function leadOf(words: readonly Word[], from = 0): number {
  if (!['ADP', 'SCONJ'].includes(words[from]?.pos ?? '')) return from;
  const after = words.findIndex((w, i) => i > from && w.text === ',') + 1;
  const goesOn = after > 0 && words.some((w, i) => i > after && (w.pos === 'VERB' || w.pos === 'AUX'));
  return goesOn ? leadOf(words, after) : from;
}
