/** Random orders of arrival and days to ask for, for property tests. */
import fc from 'fast-check';
import type { Named } from './mentions.ts';

/** The log in another order. */
export function shuffled(log: readonly Named[], order: readonly number[]): readonly Named[] {
  return log
    .map((n, i) => ({ n, key: order[i % order.length] ?? 0, i }))
    .sort((a, b) => a.key - b.key || b.i - a.i)
    .map((x) => x.n);
}
/** An order to shuffle by. */
export const order = fc.array(fc.nat({ max: 999 }), { minLength: 1, maxLength: 20 });

/** A day to ask for, or today. */
export const anyDay = fc.constantFrom(null, '2012-06-01', '2016-01-01', '2022-12-31');
