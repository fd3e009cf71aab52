/** The forms in which a text writes a day, a month, a year or a stretch of them, and what each is reckoned from. English. */
import {
  ago,
  lastSuch,
  later,
  MONTHS,
  monthAt,
  monthOf,
  nextSuch,
  plus,
  quarterOf,
  span,
  WEEKDAYS,
  weekday,
  write,
  yearAt,
  yearOrMonth,
} from './calendar.ts';
import { inWords, numberOf } from './numerals.ts';

const M = MONTHS.map((m) => `${m.slice(0, 3)}(?:${m.slice(3)}|\\.)?|sept\\.?`).join('|');

/** Tried in order; of those found the one that stands first is the date. */
export const forms: readonly {
  readonly form: RegExp;
  readonly date: (m: RegExpExecArray, on: string | null) => string | null;
}[] = [
  // "between 8 December 2024 and 30 June 2025", "from 1 January to 31 March"
  {
    form: new RegExp(
      `\\b(?:between|from)\\s+(\\d{1,2})\\s+(${M})(?:\\s+(\\d{4}))?\\s+(?:and|to|until|through)\\s+(\\d{1,2})\\s+(${M})(?:\\s+(\\d{4}))?\\b`,
      'i',
    ),
    date: (m, on) => {
      const last = lastSuch(m[6] ? `${m[6]}-12-31` : on, monthOf(m[5]), m[4]);
      return last === null
        ? null
        : span(m[3] ? write(m[3], monthOf(m[2]), m[1]) : lastSuch(last, monthOf(m[2]), m[1]), last);
    },
  },
  // "January to March 2026", "October–December 2025"
  {
    form: new RegExp(
      `\\b(${MONTHS.join('|')})(?: to | through |\\s?[–-]\\s?)(${MONTHS.join('|')}) (\\d{4})\\b`,
      'i',
    ),
    date: (m) => `${yearOrMonth(m[3], m[1])}/${yearOrMonth(m[3], m[2])}`,
  },
  // "the first three months of 2026"
  {
    form: new RegExp(`\\bfirst (\\d{1,2}|${inWords}) months of ((?:19|20)\\d{2}|th(?:e|is) year)\\b`, 'i'),
    date: (m, on) => {
      const year = /^\d/.test(m[2] ?? '') ? (m[2] ?? null) : yearAt(on, 0);
      const last = write(year ?? '', countOf(m[1] ?? ''));
      return year === null || last === null ? null : `${year}-01/${last}`;
    },
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
    date: (m, on) => (ahead(m) ? nextSuch : lastSuch)(on, monthOf(m[1]), m[2]),
  },
  {
    form: new RegExp(`\\b(?:on\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+(${M})\\b(?!,?\\s*\\d{4})`, 'i'),
    date: (m, on) => (ahead(m) ? nextSuch : lastSuch)(on, monthOf(m[2]), m[1]),
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
    form: new RegExp(`\\b(?:(last|next)\\s+)?(${WEEKDAYS.join('|')})\\b`, 'i'),
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

const countOf = (text: string) => Number(text) || (numberOf(text) ?? 0);

/** Whether the words say that what they date is to come. */
function ahead(m: RegExpExecArray): boolean {
  return /\b(?:will|due to|scheduled|set to|(?:is|are) to|expected to|plans?|promis\w+ to|pledg\w+ to|vow\w+ to|undert\w+ to|intends? to|aims? to|hopes? to|could|may|might|would|(?:is|are) due|expires?|falls? (?:on|in)|takes? (?:place|effect)|(?:enters?|comes?) into (?:force|effect)|begins?|starts?)\b/i.test(
    m.input.slice(0, m.index),
  );
}

/** "two weeks later", reckoned from the day told before. */
export function laterThan(text: string, before: string | null): string | null {
  const m = LATER.exec(text);
  return m === null ? null : later(before, countOf(m[1] ?? ''), m[2] ?? '');
}
const LATER = new RegExp(
  `(?<![-\\w])(\\d{1,3}|${inWords}) (days?|weeks?|months?|years?) (?:later|after that)\\b`,
  'i',
);
