/**
 * When something is said to have happened, as EDTF (ISO 8601-2): dates as written, and dates relative to the day the article
 * is of ("on Monday", "last year", "yesterday"). What is imprecise stays so: "in 2022" is 2022, "in May" a month.
 */
import { nextDay, previousDay } from '../report/day.ts';
import type { Day } from '../report/entry.ts';
import { daysBetween } from '../today/days-between.ts';
import { inWords, numberOf } from './numerals.ts';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const M = MONTHS.map((m) => `${m.slice(0, 3)}(?:${m.slice(3)}|\\.)?|sept\\.?`).join('|');

const forms: readonly {
  readonly form: RegExp;
  readonly date: (m: RegExpExecArray, on: string | null) => string | null;
}[] = [
  // "between 8 December 2024 and 30 June 2025"
  {
    form: new RegExp(
      `\\b(?:between|from)\\s+(\\d{1,2})\\s+(${M})(?:\\s+(\\d{4}))?\\s+(?:and|to|until|through)\\s+(\\d{1,2})\\s+(${M})\\s+(\\d{4})\\b`,
      'i',
    ),
    date: (m) => span(write(m[3] ?? m[6], monthOf(m[2]), m[1]), write(m[6], monthOf(m[5]), m[4])),
  },
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
  // "in the first half of 2025", "the third quarter of 2024"
  {
    form: /\b(first|second) half of ((?:19|20)\d{2})\b/i,
    date: (m) => (/^f/i.test(m[1] ?? '') ? `${m[2]}-01/${m[2]}-06` : `${m[2]}-07/${m[2]}-12`),
  },
  {
    form: /\b(first|second|third|fourth|last) quarter of ((?:19|20)\d{2})\b/i,
    date: (m) => quarterOf(m[2] ?? '', m[1] ?? ''),
  },
  // "between 3 and 9 October 2025"
  {
    form: new RegExp(
      `\\b(?:between|from)\\s+(\\d{1,2})\\s+(?:and|to|until)\\s+(\\d{1,2})\\s+(${M})(?:\\s+(\\d{4}))?\\b`,
      'i',
    ),
    date: (m, on) => {
      const last = lastSuch(m[4] ? `${m[4]}-12-31` : on, monthOf(m[3]), m[2]);
      return last === null ? null : span(write(last.slice(0, 4), monthOf(m[3]), m[1]), last);
    },
  },
  // "between April 2023 and March 2024", "from 2014 to 2018", "1992–1995"
  {
    form: new RegExp(
      `\\b(?:between|from)\\s+(${M})?\\s*((?:19|20)\\d{2})\\s+(?:and|to|until|through)\\s+(${M})?\\s*((?:19|20)\\d{2})\\b`,
      'i',
    ),
    date: (m) => `${yearOrMonth(m[2], m[1])}/${yearOrMonth(m[4], m[3])}`,
  },
  {
    form: new RegExp(
      `\\b(?:between|from)\\s+(${M})\\s+(?:and|to|until|through)\\s+(${M})\\s+((?:19|20)\\d{2})\\b`,
      'i',
    ),
    date: (m) => `${yearOrMonth(m[3], m[1])}/${yearOrMonth(m[3], m[2])}`,
  },
  // "between May and September", of the article's year or the one before
  {
    form: new RegExp(
      `\\b(?:between|from)\\s+(${MONTHS.join('|')})\\s+(?:and|to|until|through)\\s+(${MONTHS.join('|')})\\b(?!\\s+\\d)`,
      'i',
    ),
    date: (m, on) => {
      const last = lastSuch(on, monthOf(m[2]));
      const first = last === null ? null : lastSuch(`${last}-28`, monthOf(m[1]));
      return span(first, last);
    },
  },
  { form: /\b((?:19|20)\d{2})\s?[–-]\s?((?:19|20)\d{2})\b/, date: (m) => `${m[1]}/${m[2]}` },
  {
    form: /\b(?:in|since|by|during|of|from|early|late|mid-?|throughout|until|till|before|after|for|and|to|through|around|spring|summer|autumn|winter|than)\s*((?:19|20)\d{2})\b(?!\s*(?:mines|people|km|hectares|items))/i,
    date: (m) => m[1] ?? null,
  },
  { form: /\b(?:the\s+)((?:19|20)\d)0s\b/, date: (m) => `${m[1]}X` },
  { form: /\b(?:last year|a year ago)\b/i, date: (_, on) => yearAt(on, -1) },
  {
    form: /\b(?:this year|the end of the year|(?:the )?year’?'?s end|before the year is out)\b/i,
    date: (_, on) => yearAt(on, 0),
  },
  { form: /\bnext year\b/i, date: (_, on) => yearAt(on, 1) },
  { form: /\b(?:last month|a month ago)\b/i, date: (_, on) => monthAt(on, -1) },
  { form: /\bthis month\b/i, date: (_, on) => monthAt(on, 0) },
  { form: /\bnext month\b/i, date: (_, on) => monthAt(on, 1) },
  {
    form: new RegExp(
      `(?<![-\\w])(\\d{1,3}|${inWords}) (days?|weeks?|months?|years?|decades?) (?:ago|earlier|before)\\b`,
      'i',
    ),
    date: (m, on) => ago(on, countOf(m[1] ?? ''), m[2] ?? ''),
  },
  { form: /\b(?:yesterday|last night)\b/i, date: (_, on) => (on === null ? null : plus(on, -1)) },
  { form: /\b(?:today|this morning|this afternoon|tonight|earlier in the day)\b/i, date: (_, on) => on },
  { form: /\btomorrow\b/i, date: (_, on) => (on === null ? null : plus(on, 1)) },
  {
    form: new RegExp(`\\b(?:(last|next)\\s+)?(${DAYS.join('|')})\\b`, 'i'),
    date: (m, on) => {
      if (on === null) return null;
      const which = m[1]?.toLowerCase();
      const day = weekday(on, m[2] ?? '', which === 'next' || (which === undefined && ahead(m)));
      return which === 'last' && day === on ? plus(on, -7) : day;
    },
  },
  {
    form: new RegExp(
      `\\b(?:in|since|by|last|next|this|early|late|mid-?|until|till|before|after|during|of|from|as early as|as late as|as soon as|no later than)\\s*(${MONTHS.join('|')})\\b(?!\\s+\\d)`,
      'i',
    ),
    date: (m, on) => {
      if (!/^\p{Lu}/u.test(m[1] ?? '')) return null;
      const last = lastSuch(on, monthOf(m[1]));
      const next = /^next/i.test(m[0]) || (!/^(?:last|since)/i.test(m[0]) && ahead(m));
      return next && last !== null && last < (on ?? '').slice(0, 7)
        ? `${Number(last.slice(0, 4)) + 1}${last.slice(4)}`
        : last;
    },
  },
];

/** A year that only names a thing ("the 2006 war"): taken where nothing else dates it. */
const NAMED_BY_YEAR =
  /\bthe ((?:19|20)\d{2}) (?:\p{Ll}+ )?(?:war|conflict|invasion|offensive|campaign|attack|clash\w*|fighting|ceasefire|elections?)\b/u;

/** Whether the words say that what they date is to come. */
function ahead(m: RegExpExecArray): boolean {
  return /\b(?:will|due to|scheduled|set to|(?:is|are) to|expected to|plans?|promis\w+ to|pledg\w+ to|vow\w+ to|undert\w+ to|intends? to|aims? to|hopes? to|could|may|might|would|(?:is|are) due|expires?|falls? (?:on|in)|takes? place|begins?|starts?)\b/i.test(
    m.input.slice(0, m.index),
  );
}

/** The date a stretch of text gives, as EDTF; null where it gives none, or a relative one and `on` is not known. */
export function eventDate(text: string, on: string | null): string | null {
  let first: { index: number; date: string } | null = null;
  for (const { form, date } of forms) {
    const m = form.exec(text);
    const found = m && date(m, on);
    if (m && found !== null && found !== undefined && (first === null || m.index < first.index))
      first = { index: m.index, date: found };
  }
  return first?.date ?? NAMED_BY_YEAR.exec(text)?.[1] ?? null;
}

/** "On Monday, …" dates all of a sentence; "said Wednesday" dates the saying. */
export function dateOfSentence(sentence: string, on: string | null): string | null {
  const leading = /^(?:On|In|Last|Since|Yesterday|Earlier|By|During|Late|Early)\b[^,]{0,40},/.exec(sentence);
  return leading ? eventDate(leading[0], on) : null;
}

const span = (first: string | null, last: string | null) =>
  first === null || last === null ? null : `${first}/${last}`;

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

function quarterOf(year: string, name: string): string {
  const at = ['first', 'second', 'third', 'fourth'].indexOf(name.toLowerCase().replace('last', 'fourth'));
  return `${year}-${String(at * 3 + 1).padStart(2, '0')}/${year}-${String(at * 3 + 3).padStart(2, '0')}`;
}

function yearOrMonth(year = '', month?: string): string {
  return (month === undefined ? null : write(year, monthOf(month))) ?? year;
}

function yearAt(on: string | null, by: number): string | null {
  return on === null ? null : String(Number(on.slice(0, 4)) + by);
}

function monthAt(on: string | null, by: number): string | null {
  if (on === null) return null;
  const at = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + by;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

const countOf = (text: string) => Number(text) || (numberOf(text) ?? 0);

/** "three days ago" is a day, "two months ago" a month, "ten years ago" a year. */
function ago(on: string | null, count: number, unit: string): string | null {
  if (on === null) return null;
  if (/^(?:day|week)/i.test(unit)) return plus(on, -count * (/^w/i.test(unit) ? 7 : 1));
  if (/^decade/i.test(unit)) return yearAt(on, -count * 10);
  return /^month/i.test(unit) ? monthAt(on, -count) : yearAt(on, -count);
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

/** Something not confirmed or answered is so on the day of the article. */
export function isOpen(text: string): boolean {
  return (
    /\b(?:has|have|had) not (?:yet )?(?:been )?(?:\w+ly )?\w+ed\b/i.test(text) &&
    /\b(?:confirm|announce|comment|respond)/i.test(text)
  );
}
