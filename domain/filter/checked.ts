/**
 * A filter held against a kind: values in the property's own type and unit. An imprecise date or number meets a test when
 * it may meet it, and a disputed value meets every test of what is said, so that nothing falls out of a list for being
 * vague or contradicted (law 6). What has no value fails every test, so that it meets each that is put the other way
 * round (`status is not closed` finds unknown ones too). A code stands for the narrower codes within it too.
 */
import { type Problem, problem } from '../problem.ts';
import type { CodeList, Kind } from '../record/kind.ts';
import { narrowerCodes, readCode } from '../record/read-code.ts';
import { factor, times } from '../record/units.ts';
import { isDay, lastDayOf, nextDay, previousDay } from '../report/day.ts';
import type { Day } from '../report/entry.ts';
import { type Askable, askable, testsOf } from './askable.ts';
import type { Condition } from './condition.ts';

export type Meaning =
  /** equal to one of them */
  | { readonly by: 'among'; readonly values: readonly (string | number | boolean)[] }
  /** the text stands in it, whatever the capitals: one of these spellings, ASCII letters in any case */
  | { readonly by: 'holds'; readonly spellings: readonly string[] }
  /** may lie between these, null: no bound; `within`: lies wholly between them */
  | { readonly by: 'days'; readonly from: Day | null; readonly to: Day | null; readonly wholly: boolean }
  | { readonly by: 'numbers'; readonly from: Edge; readonly to: Edge }
  | { readonly by: 'filled' }
  | { readonly by: 'disputed' };

/** A bound, and whether it is itself meant. Null: none. */
export type Edge = { readonly at: number; readonly included: boolean } | null;

export interface Checked {
  readonly asked: Askable;
  readonly not: boolean;
  readonly meaning: Meaning;
}

/** Problems `property-unknown`, `filter-not-allowed`, `filter-test-wrong`, `filter-value-wrong`, `code-unknown`. */
export function checkFilter(
  conditions: readonly Condition[],
  kind: Kind,
  lists: ReadonlyMap<string, CodeList>,
): readonly Checked[] | Problem {
  const checked: Checked[] = [];
  for (const condition of conditions) {
    const one = check(condition, kind, lists);
    if ('code' in one) return one;
    checked.push(one);
  }
  return checked;
}

function check(
  { property, test, values }: Condition,
  kind: Kind,
  lists: ReadonlyMap<string, CodeList>,
): Checked | Problem {
  const asked = askable(kind, property);
  if (asked === null) {
    const known = Object.hasOwn(kind.properties, property);
    return known
      ? problem('filter-not-allowed', { property })
      : problem('property-unknown', { kind: kind.name, property });
  }
  const suiting = testsOf(asked);
  const one = test === 'is' || test === 'is-not' || test === 'one-of' || test === 'none-of';
  // of several values where one is usual, and the other way round
  const suits = suiting.includes(test) || (one && suiting.includes('is'));
  const ordered = asked.type === 'date' && (test === 'less' || test === 'more');
  if (!suits && !ordered) return problem('filter-test-wrong', { property, tests: suiting });
  if (test === 'disputed' || test === 'agreed')
    return { asked, not: test === 'agreed', meaning: { by: 'disputed' } };
  if (test === 'empty' || test === 'filled')
    return { asked, not: test === 'empty', meaning: { by: 'filled' } };
  const not = test === 'is-not' || test === 'none-of' || test === 'lacks';
  if (test === 'contains' || test === 'lacks')
    return { asked, not, meaning: { by: 'holds', spellings: spellingsOf(values[0] ?? '') } };
  const meaning = meaningOf(asked, { property, test, values }, lists);
  return 'code' in meaning ? meaning : { asked, not, meaning };
}

function meaningOf(
  asked: Askable,
  condition: Condition,
  lists: ReadonlyMap<string, CodeList>,
): Meaning | Problem {
  const { property, values } = condition;
  const wrong = (expected: string) => problem('filter-value-wrong', { property, expected });
  switch (asked.type) {
    case 'text':
      return { by: 'among', values };
    case 'yesno': {
      const said = values.map((v) => yesno[v.toLowerCase()]);
      return said.every((v) => v !== undefined) ? { by: 'among', values: said } : wrong('yes, no');
    }
    case 'code':
      return codesOf(asked, values, lists);
    case 'number':
      return numbersOf(asked, condition) ?? wrong(asked.unit === undefined ? '1200' : `1200 ${asked.unit}`);
    case 'date':
      return daysOf(condition) ?? wrong('YYYY-MM-DD, YYYY-MM, YYYY');
  }
}

const yesno: Readonly<Record<string, boolean>> = { yes: true, no: false, true: true, false: false };

function codesOf(
  { name, codes }: Askable,
  values: readonly string[],
  lists: ReadonlyMap<string, CodeList>,
): Meaning | Problem {
  if (typeof codes === 'object') {
    const wrong = values.some((v) => !codes.includes(v));
    return wrong
      ? problem('filter-value-wrong', { property: name, expected: codes.join(', ') })
      : { by: 'among', values };
  }
  const list = lists.get(codes ?? '');
  if (list === undefined) return { by: 'among', values };
  const meant: string[] = [];
  for (const value of values) {
    const code = readCode(list, value);
    if (code === null) return problem('code-unknown', { property: name, list: list.name });
    meant.push(...narrowerCodes(list, code));
  }
  return { by: 'among', values: [...new Set(meant)] };
}

/** Null for a value that is no number, or in a unit that isn't one of the property's. */
function numbersOf(asked: Askable, { test, values }: Condition): Meaning | null {
  const numbers: number[] = [];
  for (const value of values) {
    const [, digits, unit] = /^([+-]?\d+(?:\.\d+)?)(?:\s*([^\s\d].*))?$/u.exec(value.trim()) ?? [];
    const by = unit === undefined ? 1 : factor(unit, asked.unit);
    if (digits === undefined || by === null || !Number.isFinite(Number(digits) * by)) return null;
    numbers.push(times(Number(digits), by));
  }
  const [first = 0, second = 0] = numbers;
  const edge = (at: number, included: boolean): Edge => ({ at, included });
  switch (test) {
    case 'less':
      return { by: 'numbers', from: null, to: edge(first, false) };
    case 'at-most':
      return { by: 'numbers', from: null, to: edge(first, true) };
    case 'more':
      return { by: 'numbers', from: edge(first, false), to: null };
    case 'at-least':
      return { by: 'numbers', from: edge(first, true), to: null };
    case 'between':
      return {
        by: 'numbers',
        from: edge(Math.min(first, second), true),
        to: edge(Math.max(first, second), true),
      };
    default:
      return { by: 'among', values: numbers };
  }
}

function daysOf({ test, values }: Condition): Meaning | null {
  const [first, second] = values.map(pointOf);
  if (!first || second === null || values.length > 2) return null;
  const days = (from: Day | null, to: Day | null): Meaning => ({ by: 'days', from, to, wholly: false });
  switch (test) {
    case 'before':
    case 'less':
      return days(null, previousDay(first.from));
    case 'after':
    case 'more':
      return days(nextDay(first.to), null);
    case 'at-least':
      return days(first.from, null);
    case 'at-most':
      return days(null, first.to);
    case 'between': {
      const last = second ?? first;
      return first.from <= last.to ? days(first.from, last.to) : days(last.from, first.to);
    }
    case 'is':
      return days(first.from, first.to);
    case 'is-not':
      return { by: 'days', ...first, wholly: true };
    default:
      return null;
  }
}

/** A day, a month or a year as its first and last day. */
function pointOf(text: string): { readonly from: Day; readonly to: Day } | null {
  if (isDay(text)) return { from: text, to: text };
  const [, year = '', month] = /^(\d{4})(?:-(\d{2}))?$/.exec(text) ?? [];
  if (year === '') return null;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const last = lastDayOf(Number(year), Number(month));
  return last === null ? null : { from: `${year}-${month}-01`, to: last };
}

/** Databases know the capitals of ASCII alone to be alike everywhere, so the others are spelt out: `поле`, `ПОЛЕ`, `Поле`. */
function spellingsOf(text: string): readonly string[] {
  const lower = text.toLowerCase();
  const titled = lower.replace(
    /(^|\s)(\S)/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
  return [...new Set([text, lower, text.toUpperCase(), titled].map(asciiLower))];
}

/** Lower case as `lower(… COLLATE "C")` makes it. */
export function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (c) => c.toLowerCase());
}
