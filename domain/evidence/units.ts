/** What a number is of, by the words or signs around it: units, currencies, and what is counted here most often. English. */
import { counted, singular } from './counted.ts';
import { stateNamed } from './states.ts';

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:square|sq\.?) ?(?:kilomet(?:er|re)s?|km)\b|^km(?:2|²)|^km sq/i, 'km2'],
  [/^(?:square|sq\.?) ?met(?:er|re)s?\b|^m(?:2|²)/i, 'm2'],
  [/^(?:square|sq\.?) ?miles?\b/i, 'square-mile'],
  [/^hectares?\b|^ha\b/i, 'hectare'],
  [/^acres?\b/i, 'acre'],
  [/^kilomet(?:er|re)s?\b|^km\b/i, 'km'],
  [/^met(?:er|re)s?\b/i, 'metre'],
  [/^miles?\b/i, 'mile'],
  [/^(?:feet|foot|ft)\b/i, 'foot'],
  [/^yards?\b/i, 'yard'],
  [/^(?:centimet(?:er|re)s?|cm)\b/i, 'cm'],
  [/^inch(?:es)?\b/i, 'inch'],
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

/** Codes of currencies that stand before a sum. */
export const CODES = 'USD|EUR|GBP|CHF|NOK|SEK|DKK|JPY|CAD|AUD';
/** Currencies by their signs. */
export const SIGNS: Readonly<Record<string, string>> = {
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

/** Between the number and what it is of: "ten more years". */
const MORE = /^(?:more|further|additional|other|extra|full|consecutive|straight|calendar) /i;

/** The unit at the beginning of a text; `things`: also whatever a plural names. Its name and its length in the text. */
export function unitAt(
  text: string,
  things: boolean,
): { readonly name: string; readonly length: number } | null {
  const more = MORE.exec(text)?.[0].length ?? 0;
  const measured = more > 0 ? text.slice(more) : text;
  for (const [form, name] of UNITS) {
    const m = form.exec(measured);
    if (m) return { name: name === '' ? (m[1] ?? '').toLowerCase() : name, length: more + m[0].length };
  }
  // "88,000 Angolans"
  const people = /^(\p{Lu}\p{L}+)s\b/u.exec(text);
  if (people && stateNamed(people[1] ?? '') !== null) return { name: 'person', length: people[0].length };
  const known = KNOWN.exec(text);
  const other = things ? counted(text) : null;
  // "12,000 pupils what mines look like": what stands nearest is counted
  if (known && (other === null || known[0].length <= other.length))
    return { name: singular((known[1] ?? '').toLowerCase()), length: known[0].length };
  return other;
}

const KNOWN =
  /^(?:[a-z]+(?:-[a-z]+)* ){0,2}?(anti-?personnel (?:land)?mines|landmines|mines|cluster munitions|submunitions|bomblets|munitions|rockets|missiles|shells|devices|items|people|persons|civilians|children|deminers|victims|casualties|states|countries|nations|parties|attacks|incidents|areas|fields|families|households|dead|injured|wounded)\b/i;

/** "one person", "one civilian": what is counted singly. */
export function oneOf(text: string): { readonly name: string; readonly length: number } | null {
  const m = /^(?:other |more )?(person|civilian|child|man|woman|soldier|deminer|villager|farmer)\b/.exec(
    text,
  );
  return m === null ? null : { name: m[1] ?? '', length: m[0].length };
}
