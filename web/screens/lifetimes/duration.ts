import type { Language } from '../../language/language.tsx';

const DAY = 24;
const YEAR = 365 * DAY;

/** Hours as people say them: up to two days in hours, then days, then years where they are whole. */
export function durationIn(hours: number, { unit }: Language): string {
  if (hours < 2 * DAY && hours !== DAY) return unit(hours, 'hours');
  return hours >= YEAR && hours % YEAR === 0 ? unit(hours / YEAR, 'years') : unit(hours / DAY, 'days');
}

/** Words and numbers in their own direction within a drawing, which is laid out from left to right. */
export function turned(text: string, rtl: boolean): string {
  return rtl ? `\u2067${text}\u2069` : text;
}
