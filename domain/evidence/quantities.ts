/**
 * Quantities as written: numbers in figures or words with what they count, money, shares, lengths, areas and durations, with
 * their bound: exact, at most ("within two weeks", "up to"), at least, about, or vague ("a few weeks"), which has no number.
 */

import { type Bound, boundOf, isBounded } from './bounds.ts';
import { isCalibre, isKnown, isName, isShareOf } from './no-count.ts';
import { inWords, numberOf, scaled } from './numerals.ts';
import { writeRange } from './range.ts';
import { CODES, oneOf, SIGNS, unitAt } from './units.ts';

export interface Quantity {
  /** a number, a range (range.ts), or the vague word: few, several, dozens, hundreds, thousands, millions, some, many */
  readonly value: number | string;
  /** singular, lower case: week, mine, usd, percent, km2 … ; null where nothing is named */
  readonly unit: string | null;
  readonly bound: Bound;
  /** UTF-16 offsets in the text read */
  readonly start: number;
  readonly end: number;
}

const VAGUE =
  'few|several|dozens|scores|hundreds|thousands|millions|some|many|numerous|a number|tens of thousands|hundreds of thousands';
const inFigures = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const scale = '(?:[ -](?:hundred|thousand|million|billion|trillion)|(?:k|m|bn|tn)(?![A-Za-z]))?';
const sign = `(?:(?:US|CA?|AU?|NZ)\\$|\\\\?\\$|€|£|¥|(?:${CODES})(?=\\s?\\d))\\s?`;
const span = 'second|minute|hour|day|week|fortnight|month|year|decade|century';
const length = 'metre|meter|kilomet(?:er|re)|mile|foot|hectare|acre|tonne|ton';
/** Between the two ends of a range; "and" only after "between". */
const between = `\\s?-?to-?\\s?|\\s?[–-]\\s?(?=\\d)| or (?=(?:${inWords})\\b)|(?<=\\b(?:between)\\s(?:${sign})?(?:${inFigures}|${inWords})${scale}) and `;

const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}.,$€£-])(?:(?<sign>${sign})(?<money>${inFigures})(?<moneyScale>${scale})|(?<figures>${inFigures})(?<ownScale>${scale})|(?:(?:a|the) )?(?<vague>${VAGUE})(?![\\p{L}])|(?<worded>${inWords})(?![\\p{L}])|(?<one>an?)(?= (?:${span}|${length})\\b))(?:(?:${between})(?:${sign})?(?:(?<end>${inFigures})(?<endScale>${scale})|(?<endWorded>${inWords})(?![\\p{L}])))?`,
  'giu',
);

/** Every quantity of a text, in order. */
export function quantitiesIn(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const m of text.matchAll(NUMBER)) {
    const made = quantityOf(text, m);
    if (made !== null) found.push(made);
  }
  return found;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** The numbers of a match: one, or the two ends of a range, the scale of the second being that of both. */
function amountIn(g: Groups, changes: boolean): number | string | null {
  const scaleOf = (own: string | undefined) => own || g.endScale || '';
  const first = g.money
    ? scaled(g.money, scaleOf(g.moneyScale))
    : g.figures
      ? scaled(g.figures, scaleOf(g.ownScale))
      : g.worded
        ? numberOf(g.worded)
        : g.one
          ? 1
          : (g.vague ?? '').toLowerCase().replace(/^a number$/, 'some');
  const last = g.end ? scaled(g.end, g.endScale ?? '') : g.endWorded ? numberOf(g.endWorded) : null;
  // "by 107 to 0", "from 310 to 420": two numbers, no range
  return typeof first === 'number' && last !== null && last > first && !changes
    ? writeRange(first, last)
    : first;
}

/** "twelve of the sites", but not "two of the most mined towns" */
const isSomeOf = (rest: string) => /^\p{Ll}{3,}s\b/u.test(rest);

const isOne = (g: Groups) => /^(?:one|1)$/i.test(g.worded ?? g.figures ?? '');

function quantityOf(text: string, m: RegExpExecArray | RegExpMatchArray): Quantity | null {
  const g: Groups = m.groups ?? {};
  const start = m.index ?? 0;
  let end = start + m[0].length;
  const rest = text.slice(end);
  const changes = /(?<!\b(?:rang\w+|anywhere)\s)\bfrom\s$/i.test(text.slice(Math.max(0, start - 16), start));
  const value = amountIn(g, changes);
  if (value === null || (g.one !== undefined && !isBounded(text, start))) return null;
  if (g.sign) {
    const code = g.sign.trim().replace('\\', '');
    const unit = SIGNS[code.toUpperCase()] ?? (/^[A-Z]{3}$/i.test(code) ? code.toLowerCase() : 'usd');
    return { value, unit, bound: boundOf(text, start, rest), start, end };
  }
  const { figures, worded, vague } = g;
  const yearLike = figures !== undefined && /^(?:1[89]|20)\d\d$/.test(figures) && !g.ownScale && !g.endScale;
  const after = /^(?:\s+of\s+(?:(?:the|its|their|his|her|our|those|these)\s+)?|[ -])?/.exec(rest)?.[0] ?? '';
  const bare =
    yearLike ||
    (/of (?:the )?$/.test(after) && !isSomeOf(rest.slice(after.length))) ||
    vague !== undefined ||
    isKnown(text, start, worded);
  const unit = unitAt(rest.slice(after.length), !bare) ?? (isOne(g) ? oneOf(rest.slice(after.length)) : null);
  if (unit) end += after.length + unit.length;
  if (isShareOf(text, start, rest) || /^-year-old\b/.test(rest)) return null;
  // nor is "one of them" a count, nor a share in words
  if (
    worded !== undefined &&
    (/^[- ](?:thirds?|quarters?|fifths?|tenths?)\b/.test(rest) ||
      (/^one$/i.test(worded) && after.includes('of')))
  )
    return null;
  // a bare year or ordinal is no quantity
  if (unit === null) {
    if (yearLike || worded !== undefined || /^(?:st|nd|rd|th)\b/i.test(rest)) return null;
    if (vague !== undefined && /^(?:some|many|few|several)$/i.test(vague)) return null;
    if (figures && isName(text, start, rest)) return null;
  }
  if (figures && isCalibre(rest)) return null;
  const bound =
    vague === undefined ? boundOf(text, start, rest.slice(after.length + (unit?.length ?? 0))) : 'vague';
  return { value, unit: unit?.name ?? null, bound, start, end };
}
