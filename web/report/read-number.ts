/**
 * A number as people type it: `1200`, `1 200`, `1,200`, `1,5`, `about 300`, `2.4 ha`, `500-700`, `at least 20`, `> 20`. Read
 * into the property's own unit; what was typed is kept beside it where it differs (design law 7).
 */
import type { Unit } from '@tilth/domain/record/kind';
import type { Value } from '@tilth/domain/report/entry';

type NumberValue = Extract<Value, { type: 'number' }>;

/** How much of the property's unit one of the unit typed is. */
const UNITS: Readonly<Partial<Record<Unit, Readonly<Record<string, number>>>>> = {
  m2: { m2: 1, 'm²': 1, sqm: 1, ha: 10_000, km2: 1_000_000, 'km²': 1_000_000 },
  m: { m: 1, cm: 0.01, km: 1000 },
  mm: { mm: 1, cm: 10, m: 1000 },
  kg: { kg: 1, g: 0.001, t: 1000 },
  percent: { '%': 1 },
  degrees: { '°': 1 },
};

const NUMBER =
  /^([+-]?(?:\d{1,3}(?:[ \u00a0\u202f'’,]\d{3})+|\d+)(?:[.,]\d+)?|[+-]?[.,]\d+)\s*([^\d\s]\S*)?$/;

/** Null when it can't be read. `give` is the precision as typed, empty where none was. */
export function readNumber(text: string, give: string, unit: Unit | undefined): NumberValue | null {
  const typed = text.normalize('NFKC').replace(/−/g, '-').trim();
  const about = /^(?:about|around|circa|ca\.?|c\.|~)\s*/i;
  const bare = typed.replace(about, '');
  const bound = /^(at least|min\.?|>=?|≥|at most|max\.?|up to|<=?|≤)\s*(.+)$/i.exec(bare);
  const range = /^(\S.*?)\s*(?:-|–|to|…)\s*([^-\s].*)$/i.exec(bare);
  const parts: Omit<NumberValue, 'type' | 'typed' | 'precision'> | null = bound
    ? bounded(bound[1] ?? '', one(bound[2] ?? '', unit))
    : (plain(one(bare, unit)) ?? (range ? ranged(range[1] ?? '', range[2] ?? '', unit) : null));
  if (parts === null) return null;
  const precision = give.trim() === '' ? undefined : one(give.normalize('NFKC').trim(), unit);
  if (precision === null) return null;
  const stated = { ...parts, ...(precision !== undefined && { precision }) };
  return { type: 'number', ...stated, ...(String(parts.number) !== text && { typed: text }) };
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
  const factor = suffix === undefined ? 1 : unit && UNITS[unit]?.[suffix.toLowerCase()];
  if (factor === undefined) return null;
  const grouped = digits.replace(/[ \u00a0\u202f'’,](?=\d{3}(?!\d))/g, '');
  const number = Number(grouped.replace(',', '.')) * factor;
  return Number.isFinite(number) ? Number(number.toPrecision(15)) : null;
}
