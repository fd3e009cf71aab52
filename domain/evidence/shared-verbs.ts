/** Clauses that stand apart from their verb: it comes later, or is that of the clause before. English. */
import { anyIn, isTensed, isVerb, type Stretch } from './stretch.ts';
import type { Word } from './tag.ts';

/** "…, and the bill, at some $300, is the same": what the verb behind the next chunk is of. */
export function isLaterSubject(words: readonly Word[], chunks: readonly Stretch[], n: number): boolean {
  const [chunk, next, far] = [chunks[n], chunks[n + 1], chunks[n + 2]];
  return (
    chunk !== undefined &&
    next !== undefined &&
    far !== undefined &&
    /^(?:and|but)$/.test(words[chunk.from]?.text ?? '') &&
    words[chunk.from - 1]?.text === ',' &&
    words[chunk.from + 1]?.pos === 'DET' &&
    !anyIn(next, (i) => isVerb(words, i)) &&
    isTensed(words, far.from)
  );
}

/** "…, and airstrikes 22": a clause that leaves out the verb of the one before, with its own number. */
export function isWithoutItsVerb(words: readonly Word[], { from, to }: Stretch): boolean {
  const at = from + 1;
  return (
    words[from]?.text === 'and' &&
    words[from - 1]?.text === ',' &&
    /^(?:NOUN|PROPN)$/.test(words[at]?.pos ?? '') &&
    to - from <= 8 &&
    anyIn({ from: at + 1, to }, (i) => words[i]?.pos === 'NUM')
  );
}
