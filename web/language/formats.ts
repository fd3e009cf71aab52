/** Numbers, areas, days and instants as the reader's language writes them. Pure but for `Intl`. */

export interface Formats {
  readonly number: (n: number, digits?: number) => string;
  /** m² below a hectare-sized figure, km² from 1,000,000 m²; the exact figure goes in a title */
  readonly area: (m2: number) => string;
  /** areas side by side on one scale: all of them in the unit that suits the largest */
  readonly areasUpTo: (most_m2: number) => (m2: number) => string;
  readonly exactArea: (m2: number) => string;
  readonly unit: (n: number, unit: string) => string;
  /** `YYYY-MM-DD` → a date; anything else comes back as it is */
  readonly day: (day: string) => string;
  readonly instant: (instant: string) => string;
  /** degrees with hemisphere letters left out: latitude, longitude in decimal degrees */
  readonly degrees: (n: number) => string;
  readonly list: (parts: readonly string[]) => string;
}

const intlUnits: Readonly<Record<string, string>> = {
  m: 'meter',
  mm: 'millimeter',
  km: 'kilometer',
  kg: 'kilogram',
  days: 'day',
  hours: 'hour',
  years: 'year',
  percent: 'percent',
  degrees: 'degree',
};

/** Square metres are no unit of Intl; m² is the sign (ISO 80000) wherever a script has none of its own in use. */
const areaSigns: Readonly<Record<string, readonly [string, string]>> = {
  uk: ['м²', 'км²'],
  ar: ['م²', 'كم²'],
};

export function makeFormats(locale: string): Formats {
  const number = (n: number, digits = 2) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(n);
  const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const instantFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const degreeFormat = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 5,
    maximumFractionDigits: 5,
    signDisplay: 'exceptZero',
  });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const [squareMetre, squareKilometre] = areaSigns[locale.split('-')[0] ?? ''] ?? ['m²', 'km²'];
  const exactArea = (m2: number) => `${number(m2, m2 < 100 ? 2 : 0)} ${squareMetre}`;
  const areasUpTo = (most: number) => (m2: number) =>
    most >= 1_000_000 ? `${number(m2 / 1_000_000, most < 1e8 ? 2 : 1)} ${squareKilometre}` : exactArea(m2);
  return {
    number,
    exactArea,
    areasUpTo,
    area: (m2) => areasUpTo(m2)(m2),
    unit: (n, unit) => {
      const intl = intlUnits[unit];
      if (unit === 'm2') return exactArea(n);
      if (!intl) return number(n);
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: intl,
        maximumFractionDigits: 2,
      }).format(n);
    },
    day: (day) => {
      const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
      return Number.isNaN(at) ? day : dayFormat.format(at);
    },
    instant: (instant) => {
      const at = Date.parse(instant);
      return Number.isNaN(at) ? instant : instantFormat.format(at);
    },
    degrees: (n) => degreeFormat.format(n),
    list: (parts) => lists.format(parts),
  };
}
