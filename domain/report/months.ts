/** Months and years counted in the calendar: a day that a month lacks becomes its last (30 August and six months: 28 February). */
import { lastDayOf } from './day.ts';
import type { Day } from './entry.ts';

/** The same day of the month `months` later; the last day where that month is shorter. Years 0 to 9999. */
export function addMonths(day: Day, months: number): Day {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
  const last = lastDayOf(year, month);
  if (last === null) return day;
  const wanted = `${last.slice(0, 8)}${day.slice(8, 10)}`;
  return wanted < last ? wanted : last;
}

export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}
