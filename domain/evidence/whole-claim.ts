/**
 * What a stretch leaves to the words before it: "and has shipped rockets" has the subject of the clause before, "which are
 * remotely set off" that of the noun it stands by, "and cluster munitions" subject and verb. With them a claim can be read alone.
 */
import type { Segment } from './clauses.ts';
import { relative } from './lexicon.ts';
import type { Parts } from './parts-of.ts';
import type { Word } from './tag.ts';

const NOUNS: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM']);

/** `before`: the parts of the clause before in the sentence, or null. */
export function completed(
  parts: Parts,
  { kind, from }: Segment,
  words: readonly Word[],
  text: string,
  before: Parts | null,
): Parts {
  if (kind === 'list' && before !== null && parts.predicate === 'says')
    return {
      subject: before.subject,
      predicate: before.predicate,
      object: (parts.object ?? '').replace(/^(?:and|or) /, ''),
    };
  if (parts.subject !== null || parts.predicate === 'says') return parts;
  // "criticized them for lifting a ban": they did
  if (kind === 'deed') return { ...parts, subject: before?.object ?? null };
  const antecedent = kind === 'relative' ? nounBefore(words, from, text) : null;
  return { ...parts, subject: antecedent ?? before?.subject ?? null };
}

/** The noun right before a comma: "… with Claymore mines, which". */
function nounBefore(words: readonly Word[], at: number, text: string): string | null {
  const to = words[at - 1]?.text === ',' ? at - 1 : at;
  let from = to;
  while (from > 0 && NOUNS.has(words[from - 1]?.pos ?? '')) from--;
  return from < to ? text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0) : null;
}

/** The claim in words that can be read alone; a stretch with its own subject is left as it stands. */
export function readAlone(span: string, { subject, predicate, object }: Parts): string {
  if (subject === null || span.includes(subject)) return span;
  const own = span.replace(/^(?:and|but|or) /i, '');
  const first = /^\p{L}+/u.exec(own)?.[0].toLowerCase() ?? '';
  const rest = relative.has(first) ? own.slice(first.length).trimStart() : own;
  return rest.includes(predicate) ? `${subject} ${rest}` : `${subject} ${predicate} ${object ?? rest}`;
}
