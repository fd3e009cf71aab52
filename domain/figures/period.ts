/**
 * Periods that are reported on: the week (Monday to Sunday, ISO 8601), month, quarter or year that holds a day, or days
 * of one's own. Both ends belong to it. A flow counts by the last day that a date may mean, so that every dated thing
 * falls into one period and none into two; what may lie in another is said by the figure's range.
 */

import { lastDayOf, nextDay, previousDay } from '../report/day.ts';
import type { Day } from '../report/entry.ts';
import { daysBetween } from '../today/days-between.ts';

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export const lengths = ['week', 'month', 'quarter', 'year'] as const;
export type Length = (typeof lengths)[number];

/** A Monday to count weeks from. */
const MONDAY = '2024-01-01';

/** The week, month, quarter or year that `day` lies in. */
export function periodOf(length: Length, day: Day): Period {
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7));
  const months = (first: number, last: number): Period => ({
    from: `${year}-${String(first).padStart(2, '0')}-01`,
    to: lastDayOf(Number(year), last) ?? day,
  });
  if (length === 'year') return months(1, 12);
  if (length === 'month') return months(month, month);
  if (length === 'quarter') {
    const first = month - ((month - 1) % 3);
    return months(first, first + 2);
  }
  let from = day;
  const past = ((daysBetween(MONDAY, day) % 7) + 7) % 7;
  for (let n = 0; n < past; n++) from = previousDay(from);
  let to = from;
  for (let n = 0; n < 6; n++) to = nextDay(to);
  return { from, to };
}

/** The last whole one that ended before `day`: what is reported on by custom. */
export function lastWhole(length: Length, day: Day): Period {
  return periodOf(length, previousDay(periodOf(length, day).from));
}
