import { relative } from './lexicon.ts';
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
  let v = words.findIndex(
    (w, i) => (w.pos === 'VERB' || w.pos === 'AUX') && i >= 0 && words[i - 1]?.text !== '-',
  );
  if (v < 0) return { subject: null, predicate: 'says', object: slice(0, words.length) || null };
  const from = v;
  let last = v;
  while (v + 1 < words.length && ['AUX', 'VERB', 'ADV', 'PART'].includes(words[v + 1]?.pos ?? '')) {
    v += 1;
    if (['AUX', 'VERB', 'PART'].includes(words[v]?.pos ?? '')) last = v;
  }
  const subjectTo = words[from - 1]?.text === ',' ? from - 1 : from;
  const subject = slice(relative.has(words[0]?.text.toLowerCase() ?? '') ? 1 : 0, subjectTo).replace(
    /,\s*which$/,
    '',
  );
  return {
    subject: subject || null,
    predicate: slice(from, last + 1),
    object: slice(last + 1, words.length) || null,
  };
}
