/**
 * Quantities as written: numbers in figures or words with what they count, money, shares, lengths, areas and durations, with
 * their bound: exact, at most ("within two weeks", "up to"), at least, about, or vague ("a few weeks"), which has no number.
 */

import { counted, singular } from './counted.ts';
import { isCalibre, isKnown, isName } from './no-count.ts';

export type Bound = 'exact' | 'at-most' | 'at-least' | 'about' | 'vague';

export interface Quantity {
  /** a number, or the vague word: few, several, dozens, hundreds, thousands, millions, some, many */
  readonly value: number | string;
  /** singular, lower case: week, mine, usd, percent, km2 … ; null where nothing is named */
  readonly unit: string | null;
  readonly bound: Bound;
  /** UTF-16 offsets in the text read */
  readonly start: number;
  readonly end: number;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const VAGUE =
  'few|several|dozens|scores|hundreds|thousands|millions|some|many|numerous|a number|tens of thousands|hundreds of thousands';
const word = `(?:${[...ONES, ...TENS].join('|')})`;
const inWords = `${word}(?:[ -]${word})?(?: (?:hundred|thousand|million|billion))?|half a (?:million|billion)|(?:another|a|one) (?:hundred|thousand|million|billion)|a dozen|a half`;
const inFigures = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const scale = '(?:[ -](?:hundred|thousand|million|billion|trillion)|(?:k|m|bn|tn)(?![A-Za-z]))?';

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:square|sq\.?) ?(?:kilomet(?:er|re)s?|km)\b|^km(?:2|²)|^km sq/i, 'km2'],
  [/^(?:square|sq\.?) ?met(?:er|re)s?\b|^m(?:2|²)/i, 'm2'],
  [/^(?:square|sq\.?) ?miles?\b/i, 'square-mile'],
  [/^hectares?\b|^ha\b/i, 'hectare'],
  [/^acres?\b/i, 'acre'],
  [/^kilomet(?:er|re)s?\b|^km\b/i, 'km'],
  [/^met(?:er|re)s?\b/i, 'metre'],
  [/^miles?\b/i, 'mile'],
  [/^(?:per ?cent|percent|%)/i, 'percent'],
  [/^dun(?:am|um)s?\b/i, 'dunam'],
  [/^Canadian dollars?\b/i, 'cad'],
  [/^Australian dollars?\b/i, 'aud'],
  [/^(?:US |U\.S\. )?dollars?\b/i, 'usd'],
  [/^(?:Swiss )?francs\b/i, 'chf'],
  [/^(?:Norwegian )kron(?:er|e)\b/i, 'nok'],
  [/^(?:Swedish )kron(?:or|a)\b/i, 'sek'],
  [/^(?:Danish )kron(?:er|e)\b/i, 'dkk'],
  [/^yen\b/i, 'jpy'],
  [/^euros?\b/i, 'eur'],
  [/^pounds?\b/i, 'gbp'],
  [/^(minute|hour|day|week|month|year|decade|century)s?\b/i, ''],
  [/^tonnes?\b|^tons?\b/i, 'tonne'],
  [/^kg\b|^kilo(?:gram(?:me)?)?s?\b/i, 'kg'],
];

const CODES = 'USD|EUR|GBP|CHF|NOK|SEK|DKK|JPY|CAD|AUD';
const MONEY: Readonly<Record<string, string>> = {
  C$: 'cad',
  CA$: 'cad',
  A$: 'aud',
  AU$: 'aud',
  NZ$: 'nzd',
  $: 'usd',
  US$: 'usd',
  '€': 'eur',
  '£': 'gbp',
  '¥': 'jpy',
};

const BEFORE: readonly (readonly [RegExp, Bound])[] = [
  [
    /(?:within|up to|at most|no more than|not more than|less than|fewer than|under|below|maximum of|as many as|not exceeding)\s+(?:the (?:next|first) )?$/i,
    'at-most',
  ],
  [
    /(?:at least|more than|over|no fewer than|not less than|no less than|above|exceeding|upwards? of|minimum of)\s+(?:the last )?$/i,
    'at-least',
  ],
  [
    /(?:about|around|roughly|approximately|nearly|almost|some|an estimated|estimated|circa|close to|just over|just under|~)\s*$/i,
    'about',
  ],
];

const DEGREE = new RegExp(
  `(?<![\\p{L}\\p{N}.,$€£-])(?:((?:US|CA?|AU?|NZ)\\$|\\\\?\\$|€|£|¥|(?:${CODES})(?=\\s?\\d))\\s?(${inFigures})(${scale})|(${inFigures})(${scale})|(?:(?:a|the) )?(${VAGUE})(?![\\p{L}])|(${inWords})(?![\\p{L}]))(?:(?:\\s?-?to-?\\s?|\\s?–\\s?|(?<=\\bbetween\\s[\\d.,]+) and )(${inFigures})(${scale}))?`,
  'giu',
);

export function quantitiesIn(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const m of text.matchAll(DEGREE)) {
    const [whole, sign, money, moneyScale, figures, ownScale, vague, worded, , rangeScale] = m;
    // "two to three million", "30 to 40 million": the scale is of both
    const figureScale = ownScale || rangeScale;
    const start = m.index;
    let end = start + whole.length;
    const rest = text.slice(end);
    const after =
      /^(?:\s+of\s+(?:(?:the|its|their|his|her|our|those|these)\s+)?|[ -])?/.exec(rest)?.[0] ?? '';
    if (sign) {
      found.push({
        value: scaled(money ?? '', moneyScale || (rangeScale ?? '')),
        unit: MONEY[sign.replace('\\', '')] ?? (/^[A-Z]{3}$/i.test(sign) ? sign.toLowerCase() : 'usd'),
        bound: boundOf(text, start, rest),
        start,
        end,
      });
      continue;
    }
    const yearLike = figures !== undefined && /^(?:1[89]|20)\d\d$/.test(figures) && !figureScale;
    const unit =
      unitAt(rest.slice(after.length)) ??
      (yearLike || /of (?:the )?$/.test(after) || vague !== undefined || isKnown(text, start, worded)
        ? null
        : counted(rest.slice(after.length)));
    if (unit) end += after.length + unit.length;
    const value = figures
      ? scaled(figures, figureScale ?? '')
      : vague
        ? vague.toLowerCase().replace(/^a number$/, 'some')
        : numberOf(worded ?? '');
    if (value === null) continue;
    // nor is "one of them" a count, nor a share in words
    if (
      worded !== undefined &&
      (/^[- ](?:thirds?|quarters?|fifths?)\b/.test(rest) || (/^one$/i.test(worded) && after.includes('of')))
    )
      continue;
    // a bare year or ordinal is no quantity
    if (yearLike && unit === null) continue;
    if (figures && (isCalibre(rest) || (unit === null && isName(text, start, rest)))) continue;
    if (
      unit === null &&
      (worded !== undefined || (vague !== undefined && /^(?:some|many|few|several)$/i.test(vague)))
    )
      continue;
    if (unit === null && /^(?:st|nd|rd|th)\b/i.test(rest)) continue;
    found.push({
      value,
      unit: unit?.name ?? null,
      bound:
        typeof value === 'string'
          ? 'vague'
          : boundOf(text, start, rest.slice(after.length + (unit?.length ?? 0))),
      start,
      end,
    });
  }
  return found;
}

function boundOf(text: string, start: number, after: string): Bound {
  const before = text.slice(Math.max(0, start - 30), start);
  const found = BEFORE.find(([form]) => form.test(before));
  if (found) return found[1];
  if (/^\s*(?:or (?:less|fewer)|at (?:the )?most)\b/i.test(after)) return 'at-most';
  if (/^\s*(?:or more|at least|and more)\b|^\+/i.test(after)) return 'at-least';
  return /^\s*or so\b/i.test(after) ? 'about' : 'exact';
}

/** Between the number and what it is of: "ten more years". */
const MORE = /^(?:more|further|additional|other|extra|full|consecutive|straight|calendar) /i;

function unitAt(text: string): { readonly name: string; readonly length: number } | null {
  const more = MORE.exec(text)?.[0].length ?? 0;
  const measured = more > 0 ? text.slice(more) : text;
  for (const [form, name] of UNITS) {
    const m = form.exec(measured);
    if (m) return { name: name === '' ? (m[1] ?? '').toLowerCase() : name, length: more + m[0].length };
  }
  const known =
    /^((?:[a-z]+(?:-[a-z]+)* ){0,2}?)(anti-?personnel (?:land)?mines|landmines|mines|cluster munitions|submunitions|bomblets|munitions|rockets|missiles|shells|devices|items|people|persons|civilians|children|deminers|victims|casualties|states|countries|nations|parties|attacks|incidents|areas|fields|families|households|dead|injured|wounded)\b/i.exec(
      text,
    );
  return known ? { name: singular((known[2] ?? '').toLowerCase()), length: known[0].length } : null;
}

function scaled(figures: string, scaleWord: string): number {
  const name = scaleWord.trim().replace(/^-/, '').toLowerCase();
  const short: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9, tn: 1e12 };
  return Number((Number(figures.replaceAll(',', '')) * (SCALES[name] ?? short[name] ?? 1)).toPrecision(12));
}

function numberOf(text: string): number | null {
  let total = 0;
  let at = 0;
  for (const part of text
    .toLowerCase()
    .replace(/^half a/, '0.5')
    .split(/[ -]/)) {
    const scale = SCALES[part];
    if (part === 'a' || part === 'another') at = 1;
    else if (part === 'dozen') at = 12;
    else if (part === 'half') at = 0.5;
    else if (part === '0.5') at = 0.5;
    else if (scale !== undefined) {
      total += (at || 1) * scale;
      at = 0;
    } else if (ONES.includes(part)) at += ONES.indexOf(part);
    else if (TENS.includes(part)) at += 20 + 10 * TENS.indexOf(part);
    else return null;
  }
  return total + at;
}
