/**
 * What is compared when an operator's list is held against the record: items of one kind on each side, each with the words it is
 * known by, its values by property, and its place. Nothing here changes either side (issue “the app”, *Reconcile*).
 */
import type { Value } from '../report/entry.ts';

export type Place = Extract<Value, { type: 'geometry' }>;

export interface Side {
  /** unique on its side: an item's id, or the row of a list */
  readonly id: string;
  /** the ids or names it goes by; any of them may name it on the other side */
  readonly keys: readonly string[];
  /** words that may name it on the other side and may not: they never make a pair, only a doubt */
  readonly perhaps?: readonly string[];
  /** values by property; a property that says nothing is missing */
  readonly values: Readonly<Record<string, readonly Value[]>>;
  readonly place: Place | null;
}

/** The words by which keys are compared: case, kinds of spaces and ways of writing accents make no difference, signs do. */
export function keyWord(key: string): string {
  return key.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' ');
}
