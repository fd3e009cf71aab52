/**
 * A number as people type it: `1200`, `1 200`, `1,200`, `1,5`, `about 300`, `2.4 ha`, `500-700`, `at least 20`, `> 20`, and the
 * same in the languages of number-words.ts. Read into the property's own unit; what was typed is kept beside it where it
 * differs (design law 7).
 */
import type { Unit } from '@tilth/domain/record/kind';
import { factor, times } from '@tilth/domain/record/units';
import type { Value } from '@tilth/domain/report/entry';
import { groupingDot, numberInEnglish } from './number-words.ts';

type NumberValue = Extract<Value, { type: 'number' }>;

/** Units offered beside a number, the stored one first. What else can be typed is in domain/record/units.ts. */
export const UNITS_OFFERED: Readonly<Partial<Record<Unit, readonly string[]>>> = {
  m2: ['m2', 'ha', 'km2', 'dunum', 'jerib', 'acre'],
  m: ['m', 'cm', 'km', 'ft'],
  mm: ['mm', 'cm', 'm', 'in'],
  kg: ['kg', 'g', 't', 'lb'],
  days: ['days', 'weeks'],
  hours: ['hours', 'min', 'days'],
  years: ['years', 'months'],
};

const NUMBER =
  /^([+-]?(?:\d{1,3}(?:[ \u00a0\u202f'’,]\d{3})+|\d+)(?:[.,]\d+)?|[+-]?[.,]\d+)\s*([^\d\s]\S*(?: [a-z]+2?)?)?$/;
/** `1.200` where a point stands between thousands. */
const DOTTED = /(?<![\d.,])([1-9]\d{0,2})((?:\.\d{3})+)(?![\d.])/g;

export interface NumberTyped {
  readonly text: string;
  /** precision as typed, empty where none was */
  readonly give: string;
  /** chosen beside it; a unit typed with the number goes before it */
  readonly unit?: string | undefined;
  /** language it was typed in: `1.200` is 1200 in Spanish and 1.2 in English */
  readonly tag?: string | undefined;
}

/** Null when it can't be read. */
export function readNumber(typed: NumberTyped, unit: Unit | undefined): NumberValue | null {
  const { give, tag } = typed;
  const written = withUnit(typed.text, typed.unit, unit);
  const about = /^(?:about|around|circa|ca\.?|c\.|~)\s*/i;
  const bare = plainOf(written, tag).replace(about, '');
  const bound = /^(at least|min\.?|>=?|≥|at most|max\.?|up to|<=?|≤)\s*(.+)$/i.exec(bare);
  const range = /^(?:between\s+)?(\S.*?)\s*(?:-(?!\s*-)|–|to|and|…)\s*(\S.*)$/i.exec(bare);
  const parts: Omit<NumberValue, 'type' | 'typed' | 'precision'> | null = bound
    ? bounded(bound[1] ?? '', one(bound[2] ?? '', unit))
    : (plain(one(bare, unit)) ?? (range ? ranged(range[1] ?? '', range[2] ?? '', unit) : null));
  if (parts === null) return null;
  const precision =
    give.trim() === '' ? undefined : one(plainOf(withUnit(give, typed.unit, unit), tag), unit);
  if (precision === null) return null;
  const stated = { ...parts, ...(precision !== undefined && { precision }) };
  return { type: 'number', ...stated, ...(String(parts.number) !== written && { typed: written }) };
}

function withUnit(text: string, chosen: string | undefined, unit: Unit | undefined): string {
  const own = !/\d\s*[\p{L}°%٪]\S*\s*$/u.test(text);
  return own && chosen !== undefined && chosen !== unit ? `${text.trim()} ${chosen}` : text;
}

function plainOf(text: string, tag: string | undefined): string {
  const english = numberInEnglish(text.normalize('NFKC').replace(/−/g, '-').trim());
  return tag !== undefined && groupingDot(tag)
    ? english.replace(DOTTED, (_, head: string, rest: string) => head + rest.replaceAll('.', ''))
    : english;
}

function plain(number: number | null) {
  return number === null ? null : { number };
}

function bounded(word: string, n: number | null) {
  if (n === null) return null;
  return /least|min|>|≥/i.test(word) ? { min: n } : { max: n };
}

function ranged(low: string, high: string, unit: Unit | undefined) {
  // `1-2 ha`: the unit of the second is meant for both
  const [, , suffix = ''] = NUMBER.exec(high) ?? [];
  const [min, max] = [one(/\d$/.test(low) ? `${low} ${suffix}` : low, unit), one(high, unit)];
  return min === null || max === null ? null : { min, max };
}

function one(text: string, unit: Unit | undefined): number | null {
  const [, digits, suffix] = NUMBER.exec(text.trim()) ?? [];
  if (digits === undefined) return null;
  const f = suffix === undefined ? 1 : factor(suffix === '°' ? 'deg' : suffix, unit);
  if (f === null) return null;
  const grouped = digits.replace(/[ \u00a0\u202f'’,](?=\d{3}(?!\d))/g, '');
  const number = times(Number(grouped.replace(',', '.')), f);
  return Number.isFinite(number) ? number : null;
}
