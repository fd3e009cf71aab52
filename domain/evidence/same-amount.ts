/**
 * Whether two quantities are the same amount, whatever they are written in: 14 days are two weeks, 1 km² is 100 hectares, 275
 * million dollars are USD 275,000,000. Months and years are one measure, days and hours another: a month has no fixed length.
 */

/** The measure a unit is of, and how many of its smallest unit one is. */
const UNITS: Readonly<Record<string, readonly [string, number]>> = {
  second: ['s', 1],
  minute: ['s', 60],
  hour: ['s', 3600],
  day: ['s', 86_400],
  week: ['s', 604_800],
  fortnight: ['s', 1_209_600],
  month: ['month', 1],
  quarter: ['month', 3],
  year: ['month', 12],
  decade: ['month', 120],
  century: ['month', 1200],
  m2: ['m2', 1],
  hectare: ['m2', 10_000],
  acre: ['m2', 4046.8564224],
  km2: ['m2', 1_000_000],
  'square-mile': ['m2', 2_589_988.110336],
  mm: ['m', 0.001],
  cm: ['m', 0.01],
  metre: ['m', 1],
  km: ['m', 1000],
  mile: ['m', 1609.344],
  foot: ['m', 0.3048],
  inch: ['m', 0.0254],
  yard: ['m', 0.9144],
  gram: ['kg', 0.001],
  kg: ['kg', 1],
  tonne: ['kg', 1000],
  pound: ['kg', 0.45359237],
  percent: ['1', 0.01],
};

/** Other ways to write a unit. */
const ALSO: Readonly<Record<string, string>> = {
  sec: 'second',
  min: 'minute',
  h: 'hour',
  hr: 'hour',
  d: 'day',
  wk: 'week',
  mo: 'month',
  yr: 'year',
  centurie: 'century',
  m: 'metre',
  meter: 'metre',
  kilometre: 'km',
  kilometer: 'km',
  centimetre: 'cm',
  centimeter: 'cm',
  millimetre: 'mm',
  millimeter: 'mm',
  ft: 'foot',
  feet: 'foot',
  inche: 'inch',
  yd: 'yard',
  mi: 'mile',
  ha: 'hectare',
  sqm: 'm2',
  'square metre': 'm2',
  'square meter': 'm2',
  'sq m': 'm2',
  sqkm: 'km2',
  'square kilometre': 'km2',
  'square kilometer': 'km2',
  'sq km': 'km2',
  'square mile': 'square-mile',
  'sq mi': 'square-mile',
  g: 'gram',
  kilo: 'kg',
  kilogram: 'kg',
  kilogramme: 'kg',
  t: 'tonne',
  ton: 'tonne',
  'metric ton': 'tonne',
  'metric tonne': 'tonne',
  lb: 'pound',
  '%': 'percent',
  'per cent': 'percent',
  pct: 'percent',
  $: 'usd',
  us$: 'usd',
  dollar: 'usd',
  'us dollar': 'usd',
  'u.s. dollar': 'usd',
  '€': 'eur',
  euro: 'eur',
  '£': 'gbp',
  'pound sterling': 'gbp',
};

const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};

/** The number a value stands for: 275, "275", "1,000", "2.5 million"; null for words such as "few". */
function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const m = /^\s*(-?\d+(?:[,\u00a0\u202f ]\d{3})*(?:\.\d+)?)\s*([a-z]+)?\s*$/i.exec(value);
  if (m === null) return null;
  const scale = m[2] === undefined ? 1 : SCALES[m[2].toLowerCase()];
  return scale === undefined ? null : Number((m[1] ?? '').replace(/[,\s]/g, '')) * scale;
}

/** A unit in the way it is known here, with the scale written into it ("million USD"). */
function unitOf(unit: unknown): { readonly name: string; readonly scale: number } {
  if (typeof unit !== 'string') return { name: '', scale: 1 };
  let name = unit
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
  let scale = 1;
  for (const [word, times] of Object.entries(SCALES)) {
    const without = name.replace(new RegExp(`(?:^|\\s)${word}s?(?=\\s|$)`), '').trim();
    if (without !== name) [name, scale] = [without, scale * times];
  }
  const plain = ALSO[name] ?? name;
  const singular = Object.hasOwn(UNITS, plain) ? plain : plain.replace(/s$/, '');
  return { name: ALSO[singular] ?? singular, scale };
}

const ENDS = /^(.*?\d)\s*(?:-|–|\.\.|\/|\bto\b|\band\b)\s*(\d[^-–]*)$/i;

/** The two ends of a range, in any of the ways one is marked: "30-50", "30 to 50 million", [30, 50]; else null. */
function endsOf(value: unknown): readonly [number, number] | null {
  const m = typeof value === 'string' ? ENDS.exec(value.trim()) : null;
  const [a, b] = Array.isArray(value) && value.length === 2 ? value : m ? [m[1], m[2]] : [];
  const [low, high] = [numberOf(a), numberOf(b)];
  const scale = /\b[a-z]+\s*$/i.exec(typeof b === 'string' ? b : '')?.[0].toLowerCase() ?? '';
  if (low === null || high === null) return null;
  return [low * (typeof a === 'string' && /[a-z]/i.test(a) ? 1 : (SCALES[scale] ?? 1)), high];
}

/** The amount as a text that is the same for the same amount. Words for no number ("few") are compared as they are. */
export function amountOf(value: unknown, unit: unknown): string {
  const number = numberOf(value);
  const { name, scale } = unitOf(unit);
  const [measure, factor] = UNITS[name] ?? [name, 1];
  const ends = endsOf(value);
  if (ends !== null)
    return `${ends.map((end) => Number((end * scale * factor).toPrecision(9))).join('-')} ${measure}`;
  if (number === null) return `${String(value).toLowerCase().trim()} ${name}`;
  return `${Number((number * scale * factor).toPrecision(9))} ${measure}`;
}

/** Whether both are one amount. */
export function sameAmount(
  a: { readonly value: unknown; readonly unit: unknown },
  b: { readonly value: unknown; readonly unit: unknown },
): boolean {
  return amountOf(a.value, a.unit) === amountOf(b.value, b.unit);
}

/** EDTF in one of its spellings: what is not given is left off, so that `2024-11-XX` is `2024-11`. */
export function sameDate(a: unknown, b: unknown): boolean {
  const plain = (date: unknown) =>
    String(date)
      .trim()
      .toUpperCase()
      .replace(/(?:-(?:XX|UU))+(?=$|[/~?%])/g, '');
  return plain(a) === plain(b);
}
