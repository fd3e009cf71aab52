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
  if (unit !== null && unit !== 'year') return false;
  if (AGE_BEFORE.test(before)) return true;
  return unit === null && /(?:\p{L}, |\p{L} \()$/u.test(before) && /^(?:[,;).]|$)/.test(rest);
}

/** Between two clauses; "and" only behind a verb, so that "three men and two women were hurt" stays one. */
const BETWEEN =
  /[;:] |, (?!\d)|(?<=\b(?:is|are|was|were|has|have|had|do|does|\p{L}{2,}ed)\b.{0,200}) (?=and |but )| (?=while |whereas |although |though |because |when |(?:after|before|since) (?!(?:\S+ ){0,3}(?:second|minute|hour|day|week|month|year|decade)s?\b))/iu;
const NO_SUBJECT = /^(?:and |but )?(?:is|are|was|were|has|have|had|been)\b/i;

/** The clause that by itself is of the same deed, with its subject; the whole where none is. */
function clauseOf({ span: { text }, kind, code }: Suggestion): string {
  const parts = text.split(BETWEEN);
  const [first = ''] = parts;
  const at = parts.findIndex((part) => {
    const about = aboutOf(part);
    return about !== null && about.kind === kind && about.code === code;
  });
  const found = parts[at];
  if (found === undefined) return text;
  return at > 0 && NO_SUBJECT.test(found) ? `${first} ${found}` : found;
}

const TIME = /^(?:second|minute|hour|day|week|fortnight|month|year|decade|century)$/;
const MEASURE =
  /^(?:second|minute|hour|day|week|fortnight|month|year|decade|century|percent|usd|eur|gbp|chf|nok|sek|dkk|jpy|cad|aud|nzd|m2|km2|ha|hectare|acre|dunam|m|cm|mm|km|metre|kilometre|mile|foot|kg|tonne|ton|litre)$/;
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
    default:
      return !PERSON.test(unit) && !TIME.test(unit);
  }
}

/** The suggestion with the number of its own clause, or with none where that clause has none. */
export function withOwnNumber(s: Suggestion): Suggestion {
  // a number that no rule here reads in these words was read by somebody else
  if (s.value === null || !quantitiesIn(s.span.text).some(isNumberOf(s))) return s;
  const clause = clauseOf(s);
  const own = quantitiesIn(clause).filter((q) => !isAge(clause, q) && suits(q.unit, s));
  if (own.some(isNumberOf(s))) return s;
  const [first] = own;
  return { ...s, value: first?.value ?? null, unit: first?.unit ?? null, bound: first?.bound ?? null };
}

/** The number as the words put it; null where it does not stand in them. */
export function wordsOfNumber(s: Suggestion): string | null {
  const { text } = s.span;
  const found = quantitiesIn(text).find(isNumberOf(s));
  return found === undefined ? null : text.slice(found.start, found.end);
}

const isNumberOf = (s: Suggestion) => (q: Quantity) => q.value === s.value && q.unit === s.unit;
