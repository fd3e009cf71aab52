import { relative } from './lexicon.ts';
import { isGerund } from './stretch.ts';
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
  let v = isGerund(words[lead])
    ? lead
    : words.findIndex(
        (w, i) => i >= lead && (w.pos === 'VERB' || w.pos === 'AUX') && words[i - 1]?.text !== '-',
      );
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
    .replace(/^to$/, '');
  return {
    subject: subject || null,
    predicate: slice(from, last + 1),
    object: slice(last + 1, words.length) || null,
  };
}

/** Words before the subject: "On Monday, …", "After taking office, …". */
function leadOf(words: readonly Word[]): number {
  if (!['ADP', 'SCONJ'].includes(words[0]?.pos ?? '')) return 0;
  const comma = words.findIndex((w) => w.text === ',');
  const after = comma + 1;
  return comma > 0 && words.some((w, i) => i > after && (w.pos === 'VERB' || w.pos === 'AUX')) ? after : 0;
}
