/**
 * What two sides say differently of one item: property by property, by the rule of the fold (values differ when the sets they allow
 * do not meet: numbers with their precision and in our units, dates as spans, codes with their narrower codes). Areas may
 * be off by a stated tolerance. What only one side says is named as such, not as a difference.
 */
import type { Overlay } from '../geometry/overlay.ts';
import type { Kind, Model, Property } from '../record/kind.ts';
import { areaOf, disagree, rangeOf } from '../report/disagree.ts';
import type { Value } from '../report/entry.ts';
import type { Place, Side } from './sides.ts';

export interface Difference {
  readonly property: string;
  /** both say something else, or only one says anything */
  readonly how: 'differs' | 'only-ours' | 'only-theirs';
  readonly ours: readonly Value[];
  readonly theirs: readonly Value[];
  /** outlines: m² that only the one covers, and only the other */
  readonly m2?: { readonly ours: number; readonly theirs: number };
}

export interface Comparing {
  readonly kind: Kind;
  readonly model: Model;
  readonly overlay: Overlay;
  /** properties to compare; the place of the kind may be among them */
  readonly properties: readonly string[];
  /** m² by which areas may differ and still be the same */
  readonly tolerance_m2: number;
}

/** In the order of `properties`. */
export function compare(ours: Side, theirs: Side, about: Comparing): readonly Difference[] {
  return about.properties.flatMap((property) => {
    if (property === about.kind.place) return comparePlaces(property, ours.place, theirs.place, about);
    const stated = about.kind.properties[property];
    if (stated === undefined) return [];
    const [a, b] = [saying(ours.values[property]), saying(theirs.values[property])];
    if (a.length === 0 && b.length === 0) return [];
    if (a.length === 0) return [{ property, how: 'only-theirs', ours: a, theirs: b }];
    if (b.length === 0) return [{ property, how: 'only-ours', ours: a, theirs: b }];
    return same(a, b, stated, about) ? [] : [{ property, how: 'differs', ours: a, theirs: b }];
  });
}

/** Personal values are never compared: on record they stand as commitments alone (law 9). */
function saying(values: readonly Value[] | undefined): readonly Value[] {
  return (values ?? []).filter((v) => v.type !== 'unknown' && v.type !== 'personal');
}

/** Sets are the same when each member of the one is in the other; else one value stands against one. */
function same(a: readonly Value[], b: readonly Value[], stated: Property, about: Comparing): boolean {
  const meets = (x: Value, y: Value) => meet(x, y, stated, about);
  const within = (all: readonly Value[], others: readonly Value[]) =>
    all.every((x) => others.some((y) => meets(x, y)));
  return stated.fold === 'set' ? within(a, b) && within(b, a) : a.some((x) => b.some((y) => meets(x, y)));
}

function meet(a: Value, b: Value, stated: Property, { model, overlay, tolerance_m2 }: Comparing): boolean {
  if (stated.unit === 'm2' && a.type === 'number' && b.type === 'number') return apart(a, b) <= tolerance_m2;
  return !disagree(a, b, { list: model.lists.get(stated.codes ?? ''), overlay });
}

/** How far the ranges of two numbers lie apart; 0 where they meet. */
function apart(a: Extract<Value, { type: 'number' }>, b: Extract<Value, { type: 'number' }>): number {
  const [lowA, highA] = rangeOf(a);
  const [lowB, highB] = rangeOf(b);
  return Math.max(0, lowB - highA, lowA - highB);
}

function comparePlaces(
  property: string,
  ours: Place | null,
  theirs: Place | null,
  about: Comparing,
): readonly Difference[] {
  if (ours === null && theirs === null) return [];
  if (ours === null || theirs === null) {
    const how = ours === null ? 'only-theirs' : 'only-ours';
    return [{ property, how, ours: ours ? [ours] : [], theirs: theirs ? [theirs] : [] }];
  }
  const { overlay, tolerance_m2 } = about;
  if (!disagree(ours, theirs, { overlay })) return [];
  const difference = { property, how: 'differs' as const, ours: [ours], theirs: [theirs] };
  const [a, b] = [areaOf(ours, overlay), areaOf(theirs, overlay)];
  if (a === null || b === null) return [difference];
  const m2 = {
    ours: overlay.area(overlay.difference(a, b)),
    theirs: overlay.area(overlay.difference(b, a)),
  };
  return m2.ours + m2.theirs <= tolerance_m2 ? [] : [{ ...difference, m2 }];
}
