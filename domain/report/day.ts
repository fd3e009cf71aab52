/**
 * Calendar days as `YYYY-MM-DD` in the proleptic Gregorian calendar, without clock or time zone, and the forms in which
 * people type them: `3 March 2020`, `03.04.2020`, `20200304`, `March 2020`, a timestamp.
 */
import type { Day } from './entry.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const day = Number(parts[3]);
  return day >= 1 && day <= daysIn(Number(parts[1]), Number(parts[2]));
}

/** The last day of a month, or null when there is no such month. */
export function lastDayOf(year: number, month: number): Day | null {
  const days = daysIn(year, month);
  return days === 0 ? null : write(year, month, days);
}

/** The day after; 9999-12-31 stays. */
export function nextDay(day: Day): Day {
  const [y, m, d] = split(day);
  if (d < daysIn(y, m)) return write(y, m, d + 1);
  if (m < 12) return write(y, m + 1, 1);
  return y === 9999 ? day : write(y + 1, 1, 1);
}

/** The day before; 0000-01-01 stays. */
export function previousDay(day: Day): Day {
  const [y, m, d] = split(day);
  if (d > 1) return write(y, m, d - 1);
  if (m > 1) return write(y, m - 1, daysIn(y, m - 1));
  return y === 0 ? day : write(y - 1, 12, 31);
}

/**
 * Reads one typed day or month as its first and last day; null when it can't be read, names no day that exists, or could
 * mean two (03/04/2020 without an order).
 */
export function readDay(
  text: string,
  order: 'day-first' | 'month-first' | undefined,
): { readonly from: Day; readonly to: Day } | null {
  const stamp = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/i.exec(text);
  if (stamp) return exactly(stamp[1] as string);
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text);
  if (packed) return exactly(write(Number(packed[1]), Number(packed[2]), Number(packed[3])));
  const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (numbers) {
    const [a, b, year] = [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])];
    const dayFirst = order !== 'month-first' && (order !== undefined || a > 12 || a === b);
    const monthFirst = order !== 'day-first' && (order !== undefined || b > 12);
    if (dayFirst) return exactly(write(year, b, a));
    return monthFirst ? exactly(write(year, a, b)) : null;
  }
  const monthOnly = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  if (monthOnly) return wholeMonth(Number(monthOnly[2]), Number(monthOnly[1]));
  const worded =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?[ .-]*)?([a-z]{3,9})\.?[ ,-]*(\d{4})$/i.exec(text) ??
    monthThenDay(/^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text));
  if (worded === null) return null;
  const month = monthNamed(worded[2] as string);
  if (month === 0) return null;
  if (worded[1] === undefined) return wholeMonth(Number(worded[3]), month);
  return exactly(write(Number(worded[3]), month, Number(worded[1])));
}

function monthThenDay(m: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return m === null ? null : [m[0], m[2], m[1], m[3]];
}

function monthNamed(word: string): number {
  const full = 'january february march april may june july august september october november december'.split(
    ' ',
  );
  const lower = word.toLowerCase();
  const at = months.indexOf(lower.slice(0, 3));
  return at >= 0 && (full[at]?.startsWith(lower) || lower === 'sept') ? at + 1 : 0;
}

function exactly(day: Day): { readonly from: Day; readonly to: Day } | null {
  return isDay(day) ? { from: day, to: day } : null;
}

function wholeMonth(year: number, month: number): { readonly from: Day; readonly to: Day } | null {
  const last = lastDayOf(year, month);
  return last === null ? null : { from: write(year, month, 1), to: last };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function split(day: Day): readonly [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function write(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
