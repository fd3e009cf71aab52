/**
 * A value stands for the set of values it allows; claims disagree when their sets do not meet (design, *What*): a number ±
 * its precision, a bound, a range; a code with its narrower codes; a text after trimming and Unicode normalisation; a date
 * as its span; a geometry within its accuracy. What is unknown allows everything.
 */
import type { Area, Overlay } from '../geometry/overlay.ts';
import type { CodeList } from '../record/kind.ts';
import { canonical } from './canonical.ts';
import type { Geometry, Value } from './entry.ts';
import { overlaps } from './span.ts';

export interface Meeting {
  /** the property's code list, for narrower codes */
  readonly list?: CodeList | undefined;
  readonly overlay: Overlay;
}

type Of<T extends Value['type']> = Extract<Value, { type: T }>;

/** True when one value could be both. Personal values can't be compared here: only equal commitments are sure to meet. */
export function meet(a: Value, b: Value, context: Meeting): boolean {
  if (a === b || allowsAll(a) || allowsAll(b)) return true;
  switch (a.type) {
    case 'unknown':
      return true;
    case 'text':
      return b.type === 'text' && sameText(a, b);
    case 'code':
      return (
        b.type === 'code' &&
        (isWithin(a.code, b.code, context.list) || isWithin(b.code, a.code, context.list))
      );
    case 'yesno':
      return b.type === 'yesno' && a.yes === b.yes;
    case 'number':
      return b.type === 'number' && !isBelow(a, b) && !isBelow(b, a);
    case 'date':
      return b.type === 'date' && overlaps(a.span, b.span);
    case 'geometry':
      return b.type === 'geometry' && sameShape(a, b, context.overlay);
    case 'link':
      return b.type === 'link' && sameLink(a, b);
    case 'identifier':
      return b.type === 'identifier' && a.id.trim() === b.id.trim() && a.issuer === b.issuer;
    case 'member':
      return b.type === 'member' && a.yes === b.yes && meet(a.of, b.of, context);
    case 'personal':
      return b.type === 'personal' && a.commitment === b.commitment;
    case 'release':
      return b.type === 'release' && canonical(a) === canonical(b);
  }
}

/** True for what says nothing: it is unknown, or empty. A number without any bound is as unknown as the word. */
export function allowsAll(v: Value): boolean {
  switch (v.type) {
    case 'unknown':
      return true;
    case 'number':
      return v.number === undefined && v.min === undefined && v.max === undefined;
    case 'text':
      return v.text.trim() === '';
    case 'link':
      return v.item === undefined && v.key === undefined;
    default:
      return false;
  }
}

export function disagree(a: Value, b: Value, context: Meeting): boolean {
  return !meet(a, b, context);
}

/** The least and greatest number a value allows. */
export function rangeOf(v: Of<'number'>): readonly [number, number] {
  const precision = v.precision ?? 0;
  const low = v.min ?? (v.number === undefined ? Number.NEGATIVE_INFINITY : v.number - precision);
  const high = v.max ?? (v.number === undefined ? Number.POSITIVE_INFINITY : v.number + precision);
  return [low, high];
}

/** True when every number `a` allows is below every number `b` allows. A billionth is no difference. */
export function isBelow(a: Of<'number'>, b: Of<'number'>): boolean {
  return isLower(rangeOf(a)[1], rangeOf(b)[0]);
}

/** True when `high` is lower than `low` by more than a billionth. */
export function isLower(high: number, low: number): boolean {
  return high < low - 1e-9 * Math.max(1, Math.abs(low === Number.NEGATIVE_INFINITY ? 1 : low));
}

/** True when `narrow` is `wide` or a case of it, however far up. */
export function isWithin(narrow: string, wide: string, list: CodeList | undefined): boolean {
  let code: string | undefined = narrow;
  for (let steps = 0; code !== undefined && steps < 32; steps++) {
    if (code === wide) return true;
    code = list?.codes[code]?.within;
  }
  return false;
}

/** A text as it is compared. */
export function plainText(text: string): string {
  return text.trim().normalize('NFC');
}

/** Texts in two stated languages are two translations, which a machine can't compare. */
function sameText(a: Of<'text'>, b: Of<'text'>): boolean {
  if (a.language !== undefined && b.language !== undefined && a.language !== b.language) return true;
  return a.text === b.text || plainText(a.text) === plainText(b.text);
}

/** A local key allows any item that may turn out to bear it. */
function sameLink(a: Of<'link'>, b: Of<'link'>): boolean {
  if (a.item !== undefined && b.item !== undefined) return a.item === b.item;
  if (a.key === undefined || b.key === undefined) return true;
  return a.key.kind === b.key.kind && a.key.id.trim() === b.key.id.trim() && a.key.issuer === b.key.issuer;
}

function sameShape(a: Of<'geometry'>, b: Of<'geometry'>, overlay: Overlay): boolean {
  const slack = (a.accuracy ?? defaultAccuracy) + (b.accuracy ?? defaultAccuracy);
  const areaA = areaOf(a, overlay);
  const areaB = areaOf(b, overlay);
  if (areaA === null || areaB === null) return overlay.within(a.geometry, b.geometry, slack);
  return (
    overlay.withoutSlivers(overlay.difference(areaA, areaB), slack) === null &&
    overlay.withoutSlivers(overlay.difference(areaB, areaA), slack) === null
  );
}

/** How far an outline may lie from the truth, in metres, when its claim does not say (design: 1 m). */
export const defaultAccuracy = 1;

/** True when a geometry says how far it extends: land, a line with its width, a point with its radius. */
export function statesExtent(v: Value): boolean {
  if (v.type !== 'geometry') return false;
  if (v.geometry.type === 'Polygon' || v.geometry.type === 'MultiPolygon') return true;
  const size = v.geometry.type.endsWith('LineString') ? v.width : v.radius;
  return size !== undefined && size > 0;
}

/** The land a geometry states: a polygon, a line with width, a point with radius; null when it states no extent. */
export function areaOf(v: Of<'geometry'>, overlay: Overlay): Area {
  const g: Geometry = v.geometry;
  switch (g.type) {
    case 'Polygon':
    case 'MultiPolygon':
      return g;
    case 'LineString':
    case 'MultiLineString':
      return v.width !== undefined && v.width > 0 ? overlay.asArea(g, v.width) : null;
    default:
      return v.radius !== undefined && v.radius > 0 ? overlay.asArea(g, v.radius) : null;
  }
}
