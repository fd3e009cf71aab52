/**
 * Whether something recorded lies within the territory a promise speaks of: inside, outside, or too imprecise to say. Where it
 * lies is all the ground it may lie on, as far as its position may be off; only what lies there wholly is inside, and only
 * what lies wholly elsewhere is outside. For a person to look at: it settles no promise, and says nothing of any ground
 * (design §6, assurance; law 5).
 */
import { positionsOf } from '../geometry/bounds.ts';
import { isInside } from '../geometry/inside.ts';
import type { Area, Overlay } from '../geometry/overlay.ts';
import type { Geometry, Position } from '../report/entry.ts';

/** `no-territory`: none is drawn. `no-place`: the thing has no position. `near-the-line`: it may lie on either side. */
export type Why = 'no-territory' | 'no-place' | 'near-the-line';

export type Where =
  | { readonly outcome: 'inside' | 'outside' }
  | { readonly outcome: 'too-imprecise'; readonly why: Why };

/** A place on record. `accuracy` null: nobody says how far it may be off. All in metres on the ellipsoid. */
export interface Placed {
  readonly geometry: Geometry;
  readonly accuracy: number | null;
  /** radius of a point or half the width of a line, drawn as an area of that size */
  readonly reach?: number;
}

/**
 * A position without any statement of accuracy may be the middle of a village, a district or a slip in typed minutes: no
 * clause says how far it may be off, so 10 km is ours, and is told wherever it decides. An outline was at least drawn, and
 * has the accuracy that the design gives to one of which none is stated (design, *The fold*: 1 m).
 */
export const UNSTATED_POSITION_M = 10_000;
const UNSTATED_OUTLINE_M = 1;

export function whereIs(territory: Placed | null, place: Placed | null, overlay: Overlay): Where {
  const land = territory === null ? null : areaOf(territory.geometry);
  if (territory === null || land === null) return { outcome: 'too-imprecise', why: 'no-territory' };
  if (place === null) return { outcome: 'too-imprecise', why: 'no-place' };
  const off = offBy(territory) + offBy(place);
  if (overlay.within(place.geometry, edgeOf(land), off))
    return { outcome: 'too-imprecise', why: 'near-the-line' };
  // farther from the line than both may be off: every part of it lies on the side on which one of its corners does
  const sides = new Set(positionsOf(place.geometry).map((p) => isInside(p, land)));
  if (sides.size > 1) return { outcome: 'too-imprecise', why: 'near-the-line' };
  return { outcome: sides.has(true) ? 'inside' : 'outside' };
}

/** How far it may lie from where it is drawn, in metres. */
function offBy({ geometry, accuracy, reach = 0 }: Placed): number {
  if (accuracy !== null) return accuracy + reach;
  if (areaOf(geometry) !== null) return UNSTATED_OUTLINE_M;
  return reach > 0 ? reach : UNSTATED_POSITION_M;
}

function areaOf(g: Geometry): Area {
  return g.type === 'Polygon' || g.type === 'MultiPolygon' ? g : null;
}

/** The outline as lines, holes too. */
function edgeOf(area: NonNullable<Area>): Geometry {
  const rings: readonly (readonly Position[])[] =
    area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
  return { type: 'MultiLineString', coordinates: rings };
}
