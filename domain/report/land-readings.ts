/**
 * What a hazard adds to totals where its values are disputed (design, *The view*: totals over disputed values print their
 * range). The map draws all readings together and the most dangerous class; a total says between what and what the land
 * lies. The most is what is drawn; the least is the land under the one reading that measures least, beside what is drawn
 * for other reasons (reported, no longer supported), and nothing where a reading calls the whole closed.
 */
import type { Area, Overlay } from '../geometry/overlay.ts';
import type { Kind } from '../record/kind.ts';
import { areaOf } from './disagree.ts';
import type { Value } from './entry.ts';
import type { ItemView, PropertyView } from './view.ts';

export interface LandReadings {
  /** land under the least of the readings, part of what is drawn; null for none */
  readonly least: Area;
  /** whether all, some or none of the readings call the land confirmed */
  readonly confirmed: 'all' | 'some' | 'none';
}

/** Codes that totals ask for: the class that counts as CHA, and the status that is counted apart from hazards. */
export const confirmedClass = 'cha';
export const closedWithoutPapers = 'closed-papers-not-held';

/** The readings of a hazard that is drawn as land; of one that is not, the least is null. */
export function landReadings(view: ItemView, kind: Kind, overlay: Overlay): LandReadings {
  const classes = codesOf(view, kind, 'hazard_class').map((c) => c === confirmedClass);
  const mayBeClosed = codesOf(view, kind, 'hazard_status').includes(closedWithoutPapers);
  return {
    least: mayBeClosed ? null : leastLand(view, kind, overlay),
    confirmed: classes.length > 0 && classes.every(Boolean) ? 'all' : classes.some(Boolean) ? 'some' : 'none',
  };
}

function leastLand(view: ItemView, kind: Kind, overlay: Overlay): Area {
  const geometry = view.drawing?.geometry ?? null;
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return null;
  const disputed = view.properties.find((p) => p.property === kind.place && p.state === 'disputed');
  if (disputed === undefined) return geometry;
  const stated = valuesOf(disputed).flatMap((v) => (v.type === 'geometry' ? [areaOf(v, overlay)] : []));
  const rest = overlay.difference(geometry, overlay.union(stated));
  let least: { readonly land: Area; readonly m2: number } | null = null;
  for (const area of stated) {
    const land = area === null ? null : overlay.intersection(geometry, area);
    const m2 = land === null ? 0 : overlay.area(land);
    if (least === null || m2 < least.m2) least = { land, m2 };
  }
  return overlay.union([rest, least?.land ?? null]);
}

/** The codes a property is said to have: all of them while disputed, else the one it shows. */
function codesOf(view: ItemView, kind: Kind, property: string): readonly string[] {
  const definition = kind.properties[property]?.definition ?? '';
  const p = view.properties.find((v) => v.property === property && v.definition === definition);
  if (p === undefined) return [];
  const values = p.state === 'disputed' ? valuesOf(p) : [p.value];
  return values.flatMap((v) => (v?.type === 'code' ? [v.code] : []));
}

function valuesOf(p: PropertyView): readonly Value[] {
  return [p.value, ...p.remaining.map((s) => s.value)].filter((v) => v !== null);
}
