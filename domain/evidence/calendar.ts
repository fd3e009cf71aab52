/** Days, months and years reckoned from the day an article is of. All as EDTF; null where the day is not known. */
import { nextDay, previousDay } from '../report/day.ts';
import type { Day } from '../report/entry.ts';
import { daysBetween } from '../today/days-between.ts';

export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
export const MONTHS =
  'january february march april may june july august september october november december'.split(' ');

/** From the first to the last. */
export const span = (first: string | null, last: string | null) =>
  first === null || last === null ? null : `${first}/${last}`;

export function monthOf(name = ''): number {
  return MONTHS.findIndex((m) => m.startsWith(name.slice(0, 3).toLowerCase())) + 1;
}

export function write(year = '', month = 0, day?: string): string | null {
  if (month < 1 || month > 12) return null;
  const m = String(month).padStart(2, '0');
  if (day === undefined) return `${year}-${m}`;
  return Number(day) >= 1 && Number(day) <= 31 ? `${year}-${m}-${day.padStart(2, '0')}` : null;
}

/** A day or month without a year: the last one up to the day of the article. */
export function lastSuch(on: string | null, month: number, day?: string): string | null {
  if (on === null) return null;
  const year = Number(on.slice(0, 4));
  const here = write(String(year), month, day);
  return here !== null && here.slice(0, 10) > on.slice(0, here.length)
    ? write(String(year - 1), month, day)
    : here;
}

export function quarterOf(year: string, name: string): string {
  const at = ['first', 'second', 'third', 'fourth'].indexOf(name.toLowerCase().replace('last', 'fourth'));
  return `${year}-${String(at * 3 + 1).padStart(2, '0')}/${year}-${String(at * 3 + 3).padStart(2, '0')}`;
}

/** A day or month to come without a year: the first one from the day of the article on. */
export function nextSuch(on: string | null, month: number, day?: string): string | null {
  const last = lastSuch(on, month, day);
  return last === null || on === null || last === on.slice(0, last.length)
    ? last
    : write(String(Number(last.slice(0, 4)) + 1), month, day);
}

export function yearOrMonth(year = '', month?: string): string {
  return (month === undefined ? null : write(year, monthOf(month))) ?? year;
}

export function yearAt(on: string | null, by: number): string | null {
  return on === null ? null : String(Number(on.slice(0, 4)) + by);
}

export function monthAt(on: string | null, by: number): string | null {
  if (on === null) return null;
  const at = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + by;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** "three days ago" is a day, "two months ago" a month, "ten years ago" a year. */
export function ago(on: string | null, count: number, unit: string): string | null {
  if (on === null) return null;
  if (/^(?:day|week)/i.test(unit)) return plus(on, -count * (/^w/i.test(unit) ? 7 : 1));
  if (/^decade/i.test(unit)) return yearAt(on, -count * 10);
  return /^month/i.test(unit) ? monthAt(on, -count) : yearAt(on, -count);
}

/** The last such weekday before the day; a news item of Wednesday that says "Wednesday" means its own day. */
export function weekday(on: string, name: string, next: boolean): string {
  const at = WEEKDAYS.indexOf(name.toLowerCase());
  const back = (dayOfWeek(on) - at + 7) % 7;
  return plus(on, next ? 7 - back : -back);
}

/** 0 is Sunday; 7 January 2024 was one. */
function dayOfWeek(day: Day): number {
  return ((daysBetween('2024-01-07', day) % 7) + 7) % 7;
}

export function plus(day: Day, days: number): Day {
  let at = day;
  for (let n = 0; n < Math.abs(days); n++) at = days < 0 ? previousDay(at) : nextDay(at);
  return at;
}

/** "two weeks later" than a day; null where the day is not known to the day. */
export function later(than: string | null, count: number, unit: string): string | null {
  if (than === null || !/^\d{4}-\d{2}-\d{2}$/.test(than) || count === 0) return null;
  if (/^(?:day|week)/i.test(unit)) return plus(than, count * (/^w/i.test(unit) ? 7 : 1));
  const months = count * (/^y/i.test(unit) ? 12 : 1);
  return `${monthAt(than, months)}${than.slice(7)}`;
}
