/**
 * A claim's value, or a column of a list, as text in the reader's language. A value is a set of values it allows, so
 * ranges, bounds, precision and "known to be unknown" are all written out; an unknown is never shown as nothing or zero.
 */
import { periodOf } from '@tilth/domain/record/units';
import type { Geometry, Span, Value } from '@tilth/domain/report/entry';
import type { CodeList, Kind } from '../ask/answers.ts';
import type { Language } from '../language/language.tsx';

type Property = Kind['properties'][string];
type Lists = ReadonlyMap<string, CodeList>;

export interface Showing {
  readonly language: Language;
  readonly lists: Lists;
}

export function showSpan(span: Span, { say, day }: Language): string {
  if (span.from === null) return say('web.value.up-to', { to: day(span.to) });
  if (span.from === span.to) return day(span.to);
  return say('web.value.span', { from: day(span.from), to: day(span.to) });
}

export function showCode(code: string, property: Property | undefined, lists: Lists): string {
  return lists.get(property?.codes ?? '')?.codes[code]?.label ?? code;
}

export function showNumber(n: number, property: Property | undefined, language: Language): string {
  if (property?.unit === undefined) return language.number(n);
  return property.unit === 'hours' && property.effort !== true
    ? showPeriod(n, language)
    : language.unit(n, property.unit);
}

/** Hours as people say them. */
export function showPeriod(hours: number, language: Language): string {
  const { n, unit } = periodOf(hours);
  return language.unit(n, unit);
}

function showBounds(v: Extract<Value, { type: 'number' }>, p: Property | undefined, l: Language): string {
  const text = (n: number) => showNumber(n, p, l);
  if (v.number !== undefined)
    return v.precision ? `${text(v.number)} ± ${text(v.precision)}` : text(v.number);
  if (v.min !== undefined && v.max !== undefined)
    return l.say('web.value.range', { min: text(v.min), max: text(v.max) });
  if (v.min !== undefined) return l.say('web.value.at-least', { min: text(v.min) });
  if (v.max !== undefined) return l.say('web.value.at-most', { max: text(v.max) });
  return v.typed ?? '';
}

/** How many corners or which point: a geometry in one line. */
export function showGeometry(g: Geometry, { say, degrees }: Language): string {
  if (g.type === 'Point') return `${degrees(g.coordinates[1])}, ${degrees(g.coordinates[0])}`;
  const count = (x: unknown): number =>
    Array.isArray(x) ? (typeof x[0] === 'number' ? 1 : x.reduce((n: number, y) => n + count(y), 0)) : 0;
  return say('web.value.shape', { type: g.type, points: count(g.coordinates) });
}

/** @param property its definition, for units and code lists; undefined for one this programme no longer has */
export function showValue(value: Value, property: Property | undefined, showing: Showing): string {
  const { language, lists } = showing;
  const { say } = language;
  switch (value.type) {
    case 'text':
      return value.text;
    case 'code':
      return showCode(value.code, property, lists);
    case 'yesno':
      return say(value.yes ? 'web.yes' : 'web.no');
    case 'number':
      return showBounds(value, property, language);
    case 'date':
      return showSpan(value.span, language);
    case 'geometry':
      return showGeometry(value.geometry, language);
    case 'link':
      return value.key ? value.key.id : (value.item ?? '');
    case 'identifier':
      return say('web.value.identifier', { id: value.id, issuer: value.issuer });
    case 'release': {
      const method = say(`web.release.${value.method}`);
      return value.process ? method : say('web.value.release-claimed', { method });
    }
    case 'member':
      return value.yes
        ? showValue(value.of, property, showing)
        : say('web.value.not-member', { value: showValue(value.of, property, showing) });
    case 'personal':
      return say('web.value.personal');
    case 'unknown':
      // ICU selectors hold no hyphens
      return say('web.value.unknown', { why: value.why.replaceAll('-', '_'), as_said: value.why });
  }
}

/** A cell of a list: plain JSON as the server gives it, or a claim's value. Empty where nothing is said. */
export function showCell(cell: unknown, property: Property | undefined, showing: Showing): string {
  const { language } = showing;
  if (cell === null || cell === undefined) return '';
  if (Array.isArray(cell)) return language.list(cell.map((c) => showCell(c, property, showing)));
  if (typeof cell === 'boolean') return language.say(cell ? 'web.yes' : 'web.no');
  if (typeof cell === 'number') return showNumber(cell, property, language);
  if (typeof cell === 'string') return showPlain(cell, property, showing);
  if (isSpan(cell)) return showSpan(cell, language);
  return isValue(cell) ? showValue(cell, property, showing) : JSON.stringify(cell);
}

/** A column as domain/report/columns.ts writes it: an interval as `from/to`, members of a set with `; ` between them. */
function showPlain(text: string, property: Property | undefined, { language, lists }: Showing): string {
  if (property?.type === 'date') {
    const [from = '', to] = text.split('/');
    if (to === undefined) return language.day(text);
    return showSpan({ from: from === '..' ? null : from, to }, language);
  }
  if (property?.type !== 'code') return text;
  return language.list(text.split('; ').map((code) => showCode(code, property, lists)));
}

function isSpan(x: object): x is Span {
  return 'to' in x && typeof x.to === 'string' && 'from' in x;
}

const types = [
  'text',
  'code',
  'yesno',
  'number',
  'date',
  'geometry',
  'link',
  'identifier',
  'release',
  'member',
  'personal',
  'unknown',
];

function isValue(x: object): x is Value {
  return 'type' in x && typeof x.type === 'string' && types.includes(x.type);
}
