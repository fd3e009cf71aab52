/**
 * When something is said to have happened, as EDTF (ISO 8601-2): dates as written, and dates relative to the day the article
 * is of ("on Monday", "last year", "yesterday"). What is imprecise stays so: "in 2022" is 2022, "in May" a month.
 */
import { nextDay, previousDay } from '../report/day.ts';
import type { Day } from '../report/entry.ts';
import { daysBetween } from '../today/days-between.ts';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const M = MONTHS.map((m) => `${m.slice(0, 3)}(?:${m.slice(3)}|\\.)?|sept\\.?`).join('|');

const forms: readonly {
  readonly form: RegExp;
  readonly date: (m: RegExpExecArray, on: string | null) => string | null;
}[] = [
  { form: /\b(\d{4}-\d{2}-\d{2})\b/i, date: (m) => m[1] ?? null },
  {
    form: new RegExp(`\\b(${M})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i'),
    date: (m) => write(m[3], monthOf(m[1]), m[2]),
  },
  {
    form: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(${M}),?\\s+(\\d{4})\\b`, 'i'),
    date: (m) => write(m[3], monthOf(m[2]), m[1]),
  },
  { form: new RegExp(`\\b(${M}),?\\s+(\\d{4})\\b`, 'i'), date: (m) => write(m[2], monthOf(m[1])) },
  {
    form: new RegExp(`\\b(?:on\\s+)?(${M})\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!,?\\s*\\d{4})`, 'i'),
    date: (m, on) => lastSuch(on, monthOf(m[1]), m[2]),
  },
  {
    form: new RegExp(`\\b(?:on\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+(${M})\\b(?!,?\\s*\\d{4})`, 'i'),
    date: (m, on) => lastSuch(on, monthOf(m[2]), m[1]),
  },
  {
    form: /\b(?:in|since|by|during|of|from|early|late|mid-?|throughout)\s*((?:19|20)\d{2})\b(?!\s*(?:mines|people|km))/i,
    date: (m) => m[1] ?? null,
  },
  { form: /\blast year\b/i, date: (_, on) => (on === null ? null : String(Number(on.slice(0, 4)) - 1)) },
  { form: /\bthis year\b/i, date: (_, on) => on?.slice(0, 4) ?? null },
  { form: /\blast month\b/i, date: (_, on) => (on === null ? null : monthBefore(on)) },
  { form: /\byesterday\b/i, date: (_, on) => (on === null ? null : plus(on, -1)) },
  { form: /\b(?:today|this morning|earlier in the day)\b/i, date: (_, on) => on },
  {
    form: new RegExp(`\\b(?:(last|next)\\s+)?(${DAYS.join('|')})\\b`, 'i'),
    date: (m, on) => (on === null ? null : weekday(on, m[2] ?? '', m[1]?.toLowerCase() === 'next')),
  },
  {
    form: new RegExp(
      `\\b(?:in|since|by)\\s+(${MONTHS.filter((n) => n !== 'may').join('|')})\\b(?!\\s+\\d)`,
      'i',
    ),
    date: (m, on) => lastSuch(on, monthOf(m[1])),
  },
];

/** The date a stretch of text gives, as EDTF; null where it gives none, or a relative one and `on` is not known. */
export function eventDate(text: string, on: string | null): string | null {
  let first: { index: number; date: string } | null = null;
  for (const { form, date } of forms) {
    const m = form.exec(text);
    const found = m && date(m, on);
    if (m && found !== null && found !== undefined && (first === null || m.index < first.index))
      first = { index: m.index, date: found };
  }
  return first?.date ?? null;
}

function monthOf(name = ''): number {
  return MONTHS.findIndex((m) => m.startsWith(name.slice(0, 3).toLowerCase())) + 1;
}

function write(year = '', month = 0, day?: string): string | null {
  if (month < 1 || month > 12) return null;
  const m = String(month).padStart(2, '0');
  if (day === undefined) return `${year}-${m}`;
  return Number(day) >= 1 && Number(day) <= 31 ? `${year}-${m}-${day.padStart(2, '0')}` : null;
}

/** A day or month without a year: the last one up to the day of the article. */
function lastSuch(on: string | null, month: number, day?: string): string | null {
  if (on === null) return null;
  const year = Number(on.slice(0, 4));
  const here = write(String(year), month, day);
  return here !== null && here.slice(0, 10) > on.slice(0, here.length)
    ? write(String(year - 1), month, day)
    : here;
}

function monthBefore(on: string): string {
  const at = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 2;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** The last such weekday before the day; a news item of Wednesday that says "Wednesday" means its own day. */
function weekday(on: string, name: string, next: boolean): string {
  const at = DAYS.indexOf(name.toLowerCase());
  const back = (dayOfWeek(on) - at + 7) % 7;
  return plus(on, next ? 7 - back : -back);
}

/** 0 is Sunday; 7 January 2024 was one. */
function dayOfWeek(day: Day): number {
  return ((daysBetween('2024-01-07', day) % 7) + 7) % 7;
}

function plus(day: Day, days: number): Day {
  let at = day;
  for (let n = 0; n < Math.abs(days); n++) at = days < 0 ? previousDay(at) : nextDay(at);
  return at;
}
