/**
 * Which number of a sentence is of the deed it is proposed for: one from the clause of that deed, of a unit such a number has, and
 * nobody's age. "The area is safe after ten years, and mines self-deactivate within 120 days" gives a mine 120 days; of "Ahmed,
 * 12, was killed" nobody counted twelve. English.
 */
import { aboutOf } from './about.ts';
import { type Quantity, quantitiesIn } from './quantities.ts';
import type { Suggestion } from './suggestion.ts';

const OLDEST = 120;
const AGE_BEFORE =
  /\b(?:aged?|ages|age of|aged between|(?:man|woman|boy|girl|child|son|daughter|farmer|shepherd|father|mother|brother|sister|soldier|deminer|student|pupil) of|(?:who|he|she) (?:is|was|had been|has been|turned)(?: just| only| then)?)\s(?:\d{1,3}(?:,| and| to| or|-)\s?)*$/i;

/** "aged 34", "12 years old", "a man of 45", and a bare number between commas or in brackets. */
export function isAge(text: string, { value, unit, start, end }: Quantity): boolean {
  if (typeof value === 'number' && value > OLDEST) return false;
  const [before, rest] = [text.slice(Math.max(0, start - 60), start), text.slice(end)];
  if (unit === 'year' && /^[- ](?:old\b|of age\b)/i.test(rest)) return true;
  if (/^[- ]years?[- ](?:old|of age)\b/i.test(rest)) return true;
  if (AGE_BEFORE.test(before)) return true;
  return unit === null && /(?:\p{L}, |\p{L} \()$/u.test(before) && /^(?:[,;).]|$)/.test(rest);
}

/** Numbers that count nothing here: of an article of a treaty, and of a share in words ("nine in ten"). */
function isNoCount(text: string, { start, end }: Quantity): boolean {
  const [before, rest] = [text.slice(Math.max(0, start - 24), start), text.slice(end)];
  return (
    /\b(?:Articles?|Protocol|Chapter|Section|Resolution|Paragraph|Annex|Phase) $/i.test(before) ||
    / (?:in|out of) /i.test(text.slice(start, end)) ||
    /^ (?:in|out of) (?:every )?(?:two|three|four|five|ten|twenty|hundred|\d{1,3})\b/i.test(rest) ||
    /\b(?:one|two|three|four|five|six|seven|eight|nine|\d{1,2}) (?:in|out of) (?:every )?$/i.test(before)
  );
}

/** Between two clauses; "and" only behind a verb, so that "three men and two women were hurt" stays one. */
const BETWEEN =
  /[;:] |, (?!\d)|(?<=\b(?:is|are|was|were|has|have|had|do|does|\p{L}{2,}ed)\b.{0,200}) (?=and |but )| (?=while |whereas |although |though |because |when |(?:after|before|since) (?!(?:\S+ ){0,3}(?:second|minute|hour|day|week|month|year|decade)s?\b))/iu;
const NO_SUBJECT = /^(?:and |but )?(?:is|are|was|were|has|have|had|been)\b/i;

function isOf(part: string, kind: string | null, code: string | null): boolean {
  const about = aboutOf(part);
  return about !== null && about.kind === kind && about.code === code;
}

const WHEN = /^(?:within|in|after|over|for|by|at|up to|during|some|about)\b/i;

/**
 * The clause that by itself is of the same deed: with its subject, and with what a sentence begins with where it has no number
 * itself, "within two weeks, …". The whole where no clause is.
 */
function clauseOf({ span: { text }, kind, code }: Suggestion): string {
  const parts = text.split(BETWEEN);
  const [first = ''] = parts;
  const at = parts.findIndex((part) => isOf(part, kind, code));
  const found = parts[at];
  if (found === undefined) return text;
  const needs = NO_SUBJECT.test(found) || (WHEN.test(first) && quantitiesIn(found).length === 0);
  return at > 0 && needs ? `${first}, ${found}` : found;
}

const TIME = /^(?:second|minute|hour|day|week|fortnight|month|year|decade|century)$/;
const MEASURE =
  /^(?:second|minute|hour|day|week|fortnight|month|year|decade|century|percent|usd|eur|gbp|chf|nok|sek|dkk|jpy|cad|aud|nzd|m2|km2|ha|hectare|acre|dunam|m|cm|mm|km|metre|kilometre|mile|foot|kg|tonne|ton|litre)$/;
const AREA = /^(?:m2|km2|square-mile|hectare|acre|dunam)$/;
const THING =
  /mine|munition|bomb|rocket|shell|missile|device|explosion|blast|accident|incident|attack|state|village|town|province|district|place|site|house|vehicle|time/;
const PERSON =
  /^(?:person|child|man|woman|civilian|soldier|boy|girl|farmer|student|casualty|victim|deminer)$/;

/** Whether a number of such a unit can be of the deed: people are not killed by the kilometre. */
function suits(unit: string | null, { kind, code }: Suggestion): boolean {
  if (kind === 'munition-model') return unit !== null && TIME.test(unit);
  if (kind !== 'published-figure' || unit === null) return true;
  switch (code) {
    case 'killed':
    case 'injured':
    case 'casualties':
      return !MEASURE.test(unit) && !THING.test(unit);
    case 'items-destroyed':
    case 'stockpile':
      return !MEASURE.test(unit) && !PERSON.test(unit);
    case 'failure-rate':
      return unit === 'percent';
    case 'cleared-area':
    case 'released-area':
    case 'contaminated-area':
      return AREA.test(unit);
    default:
      return !PERSON.test(unit) && !TIME.test(unit);
  }
}

/** The suggestion with the number of its own clause, or with none where that clause has none. */
export function withOwnNumber(s: Suggestion): Suggestion {
  // a number that no rule here reads in these words was read by somebody else
  if (s.value === null || !quantitiesIn(s.span.text).some(isNumberOf(s))) return s;
  const own = ownNumbers(s);
  if (own.some(isNumberOf(s))) return s;
  const [first] = own;
  return { ...s, value: first?.value ?? null, unit: first?.unit ?? null, bound: first?.bound ?? null };
}

function ownNumbers(s: Suggestion): readonly Quantity[] {
  const clause = clauseOf(s);
  return quantitiesIn(clause).filter((q) => !isAge(clause, q) && !isNoCount(clause, q) && suits(q.unit, s));
}

/** Whether the clause of its deed has this number and no other that could be meant: "fell from 300 to 40" has two. */
export function hasOneNumber(s: Suggestion): boolean {
  const own = ownNumbers(s);
  return own.length === 1 && own.every(isNumberOf(s));
}

/** The number as the words put it; null where it does not stand in them. */
export function wordsOfNumber(s: Suggestion): string | null {
  const { text } = s.span;
  const found = quantitiesIn(text).find(isNumberOf(s));
  return found === undefined ? null : text.slice(found.start, found.end);
}

const isNumberOf = (s: Suggestion) => (q: Quantity) => q.value === s.value && q.unit === s.unit;
