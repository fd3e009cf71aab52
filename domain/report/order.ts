/**
 * The order of claims (design, *latest*): by the end of their span, then its beginning (an unknown beginning first), then
 * by id. Clocks and arrival take no part. Days are compared as text.
 */
import type { Day, Id } from './entry.ts';

export interface Ordered {
  readonly from: Day | null;
  readonly to: Day;
  readonly id: Id;
  readonly digest: string;
  readonly n: number;
}

/** Below zero when `a` comes before `b`. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.to !== b.to) return a.to < b.to ? -1 : 1;
  if (a.from !== b.from) return a.from === null || (b.from !== null && a.from < b.from) ? -1 : 1;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  if (a.digest !== b.digest) return a.digest < b.digest ? -1 : 1;
  return a.n - b.n;
}
