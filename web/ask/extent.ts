/** The box around what a list matches. */
import { ask } from './ask.ts';
import type { ListWish } from './questions.ts';

export interface ListExtent {
  /** how many of what matches are drawn */
  readonly placed: number;
  readonly extent: readonly [number, number, number, number] | null;
}

/** Of `ids` alone, where some are named. */
export function askExtent(wish: ListWish, ids: readonly string[] = []): Promise<ListExtent> {
  const { programme, kind, q, filter, within, at, known } = wish;
  const of = { programme, q, filter, within, at, known, id: ids.join(',') };
  return ask<ListExtent>(`/api/extent/${kind}`, of);
}
