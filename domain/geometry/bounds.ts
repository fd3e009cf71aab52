/**
 * The box around a geometry. A geometry cut at the antimeridian has a box that runs over it: west is then greater than
 * east (RFC 7946 5.2), never a box around the whole earth.
 */
import type { Geometry, Position } from '../report/entry.ts';

/** Degrees: west, south, east, north. `west` > `east` when the box crosses the antimeridian. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Every position of a geometry, in order, rings closed as they are. */
export function positionsOf(g: Geometry): readonly Position[] {
  if (g.type === 'Point') return [g.coordinates];
  if (g.type === 'MultiPoint' || g.type === 'LineString') return g.coordinates;
  if (g.type === 'MultiPolygon') return g.coordinates.flat(2);
  return g.coordinates.flat();
}

/** Box around a geometry. Where parts touch +180° and others -180°, the box crosses the antimeridian. */
export function boundsOf(g: Geometry): Bounds {
  const positions = positionsOf(g);
  const [west, south, east, north] = around(positions);
  if (west > -180 || east < 180) return [west, south, east, north];
  const eastern = positions.filter((p) => p[0] >= 0);
  const western = positions.filter((p) => p[0] < 0);
  const [start] = around(eastern);
  const [, , end] = around(western);
  // Only a geometry with room between its two halves was cut; one that spans the earth keeps its full box.
  return start > end + 180 ? [start, south, end, north] : [west, south, east, north];
}

function around(positions: readonly Position[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return [west, south, east, north];
}

/** The box from the furthest west to the furthest east, never over the antimeridian: what a view of both has to hold. */
export function boundsAround(a: Bounds, b: Bounds): Bounds {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** Box of the positions as they are written, never over the antimeridian. */
export const plainBounds = (g: Geometry): Bounds => around(positionsOf(g));

/** Whether two boxes share a point, over the antimeridian too. */
export function boundsMeet(a: Bounds, b: Bounds): boolean {
  if (a[1] > b[3] || b[1] > a[3]) return false;
  return spans(a).some(([w, e]) => spans(b).some(([v, f]) => w <= f && v <= e));
}

/** Whether a position lies in the box, borders included. */
export function inBounds(p: Position, box: Bounds): boolean {
  return p[1] >= box[1] && p[1] <= box[3] && spans(box).some(([w, e]) => p[0] >= w && p[0] <= e);
}

/** The box's longitudes as one span, or two when it crosses the antimeridian. */
function spans([west, , east]: Bounds): readonly (readonly [number, number])[] {
  return west <= east
    ? [[west, east]]
    : [
        [west, 180],
        [-180, east],
      ];
}
