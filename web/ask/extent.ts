/** The box around what a list matches. */
import { ask } from './ask.ts';
import type { ListWish } from './questions.ts';

export interface ListExtent {
  /** how many of what matches are drawn */
  readonly placed: number;
  readonly extent: readonly [number, number, number, number] | null;
}

/** Ids that fit an address. */
const AT_ONCE = 200;

/** Of `ids` alone, where some are named. */
export async function askExtent(wish: ListWish, ids: readonly string[] = []): Promise<ListExtent> {
  const { programme, kind, q, filter, within, at, known } = wish;
  const of = { programme, q, filter, within, at, known };
  const parts = Array.from({ length: Math.max(1, Math.ceil(ids.length / AT_ONCE)) }, (_, i) =>
    ids.slice(i * AT_ONCE, (i + 1) * AT_ONCE).join(),
  );
  const answers = await Promise.all(parts.map((id) => ask<ListExtent>(`/api/extent/${kind}`, { ...of, id })));
  return answers.reduce((a, b) => ({ placed: a.placed + b.placed, extent: around(a.extent, b.extent) }));
}

type Box = ListExtent['extent'];

function around(a: Box, b: Box): Box {
  if (a === null || b === null) return a ?? b;
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
