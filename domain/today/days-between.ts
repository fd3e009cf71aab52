/** How many days lie between two calendar days (proleptic Gregorian), negative when the second is the earlier one. */
import type { Day } from '../report/entry.ts';

export function daysBetween(from: Day, to: Day): number {
  return count(to) - count(from);
}

/** Days since 1 March of the year 0, which puts the leap day at a year's end. */
function count(day: Day): number {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  const year = m < 3 ? y - 1 : y;
  const month = m < 3 ? m + 9 : m - 3;
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leaps + Math.floor((153 * month + 2) / 5) + d - 1;
}
