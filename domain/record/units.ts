/** Units a file may use → the one unit a property is stored in. Factors are exact by definition of the unit. */
import type { Unit } from './kind.ts';

const FACTORS: Partial<Record<Unit, Readonly<Record<string, number>>>> = {
  m2: {
    m2: 1,
    sqm: 1,
    ha: 1e4,
    hectare: 1e4,
    hectares: 1e4,
    km2: 1e6,
    sqkm: 1e6,
    are: 100,
    ft2: 0.09290304,
    sqft: 0.09290304,
    yd2: 0.83612736,
    acre: 4046.8564224,
    acres: 4046.8564224,
    mi2: 2589988.110336,
    dunum: 1000,
    donum: 1000,
    jerib: 2000,
  },
  m: { m: 1, km: 1000, cm: 0.01, mm: 0.001, ft: 0.3048, yd: 0.9144, mi: 1609.344, nmi: 1852 },
  mm: { mm: 1, cm: 10, m: 1000, in: 25.4, inch: 25.4, ft: 304.8 },
  kg: { kg: 1, g: 0.001, t: 1000, tonne: 1000, lb: 0.45359237, oz: 0.028349523125 },
  days: { days: 1, d: 1, weeks: 7 },
  hours: { hours: 1, h: 1, min: 1 / 60, days: 24, weeks: 168 },
  years: { years: 1, y: 1, months: 1 / 12 },
  percent: { percent: 1, '%': 1, fraction: 100 },
  degrees: { degrees: 1, deg: 1, mils: 0.05625, gon: 0.9 },
};

/** How many of `to` one of `from` is; null when it can't be converted. Spelling: `km²`, `sq km` and `km2` are the same. */
export function factor(from: string, to: Unit | undefined): number | null {
  if (to === undefined) return null;
  const name = from
    .trim()
    .toLowerCase()
    .replace('²', '2')
    .replace(/^(?:sq\.?|square) ?(m|km|ft|yd|mi)$/u, '$12');
  if (name === to) return 1;
  const factors = FACTORS[to] ?? {};
  return Object.hasOwn(factors, name) ? (factors[name] ?? null) : null;
}

/** Multiplies without the tail of binary fractions: 2.3 ha is 23,000 m². */
export function times(n: number, f: number): number {
  return f === 1 ? n : Number((n * f).toPrecision(14));
}

/** Hours as people say them, exactly: whole days as days, whole years of 365 days as years, all else in hours. */
export function periodOf(hours: number): { readonly n: number; readonly unit: 'hours' | 'days' | 'years' } {
  const days = hours / 24;
  if (hours === 0 || !Number.isInteger(days)) return { n: hours, unit: 'hours' };
  const years = days / 365;
  return Number.isInteger(years) ? { n: years, unit: 'years' } : { n: days, unit: 'days' };
}
