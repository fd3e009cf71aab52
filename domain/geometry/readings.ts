/**
 * What an outline that crosses itself may mean. Its rings cut the plane into faces; each way of reading rings takes some
 * of them:
 *  - even-odd: a face is in when an odd number of turns surrounds it;
 *  - non-zero: when the turns around it, exteriors one way and holes the other, do not cancel out;
 *  - structure: when an exterior surrounds it and none of that exterior's holes does.
 * A hazard takes every face that any reading takes, and every hole that is not clearly one (it crosses itself, its
 * exterior or another hole, or would leave nothing). A release takes only faces that all readings take (design law 6:
 * a geometry repair never shrinks the drawn hazard).
 */
import type { Geometry, Position } from '../report/entry.ts';
import type { Scope } from './engine.ts';
import { GRID_SIZE, polygonsIn } from './grid.ts';
import { type Ring, type Rings, round, signedArea } from './normalise.ts';

export type Lean = 'cover' | 'core';

/** Beyond this many steps (faces × vertices, about a second) a scribble is not read face by face any more. */
const STEPS = 1e8;

/**
 * The polygons (overlapping nowhere, edges possibly shared) that the rings enclose, for hazards (`cover`) and for releases
 * (`core`). Empty when the rings enclose no land. Exact to the grid of 1e-9°.
 */
export function readRings(scope: Scope, polygons: readonly Rings[]): Record<Lean, Rings[]> {
  const shapes = polygons.map((rings) => rings.map(outline));
  const lines = shapes.flatMap((rings) => rings.map((ring) => ring.points)).filter((line) => line.length > 2);
  if (lines.length === 0) return { cover: [], core: [] };
  const noded = scope.make((geos, context) =>
    geos.GEOSUnaryUnionPrec_r(context, scope.put({ type: 'MultiLineString', coordinates: lines }), GRID_SIZE),
  );
  const faces = polygonsIn(
    scope.take(scope.make((geos, context) => geos.GEOSPolygonize_full_r(context, noded, 0, 0, 0))),
  );
  const vertices = lines.reduce((n, line) => n + line.length, 0);
  if (faces.length * vertices > STEPS) return { cover: faces, core: [] };

  const turns = faces.map((face) => {
    const inside = pointIn(scope, face);
    return shapes.map((rings) => rings.map((ring) => winding(inside, ring)));
  });
  const taken = covered(turns, shapes);
  return { cover: faces.filter((_, i) => taken[i]), core: faces.filter((_, i) => agreed(turns[i]!)) };
}

interface Outline {
  readonly points: Ring;
  /** 1 or -1: what a turn around a point counts, so that exteriors count up and holes down */
  readonly sign: number;
  readonly south: number;
  readonly north: number;
}

function outline(ring: Ring, index: number): Outline {
  const points: Position[] = [];
  const add = (p: Position) => {
    const last = points.at(-1);
    if (last?.[0] !== p[0] || last[1] !== p[1]) points.push(p);
  };
  for (const [x, y] of ring) if (Number.isFinite(x) && Number.isFinite(y)) add([round(x), round(y)]);
  if (points[0]) add(points[0]);
  const sign = (signedArea(points) < 0 ? -1 : 1) * (index === 0 ? 1 : -1);
  const ys = points.map((p) => p[1]);
  return {
    points,
    sign,
    south: ys.reduce((a, b) => Math.min(a, b), Infinity),
    north: ys.reduce((a, b) => Math.max(a, b), -Infinity),
  };
}

/** Turns around one face: of each ring of each polygon. */
type Turns = readonly (readonly number[])[];

function covered(faces: readonly Turns[], shapes: readonly (readonly Outline[])[]): boolean[] {
  const taken = faces.map(() => false);
  shapes.forEach((rings, part) => {
    const own = faces.map((turns) => turns[part]!);
    const clear = rings.map((_, ring) => ring > 0 && isClearHole(own, ring));
    const take = (holes: readonly boolean[]) =>
      own.map((turns) => turns.some((n) => n !== 0) && (anyReading(turns) || !inHole(turns, holes)));
    const first = take(clear);
    // Holes that leave nothing of their exterior are no holes.
    const last = first.some(Boolean) ? first : own.map((turns) => turns.some((n) => n !== 0));
    last.forEach((yes, i) => {
      if (yes) taken[i] = true;
    });
  });
  return taken;
}

function inHole(turns: readonly number[], holes: readonly boolean[]): boolean {
  return turns.some((n, ring) => n !== 0 && holes[ring]);
}

/** Surrounds its land once, lies within the exterior, shares no land with another hole. */
function isClearHole(faces: readonly (readonly number[])[], ring: number): boolean {
  const inside = faces.filter((turns) => turns[ring] !== 0);
  const way = inside[0]?.[ring];
  return inside.every(
    (turns) =>
      turns[ring] === way &&
      Math.abs(turns[ring]!) === 1 &&
      turns[0] !== 0 &&
      turns.every((n, other) => other === 0 || other === ring || n === 0),
  );
}

function anyReading(turns: readonly number[]): boolean {
  return evenOdd(turns) || nonZero(turns) || structure(turns);
}

function agreed(turns: Turns): boolean {
  const all = turns.flat();
  return evenOdd(all) && nonZero(all) && turns.some(structure);
}

function evenOdd(turns: readonly number[]): boolean {
  return turns.reduce((n, t) => n + Math.abs(t), 0) % 2 === 1;
}

function nonZero(turns: readonly number[]): boolean {
  return turns.reduce((n, t) => n + t, 0) !== 0;
}

function structure(turns: readonly number[]): boolean {
  return (turns[0] ?? 0) !== 0 && turns.every((t, ring) => ring === 0 || t === 0);
}

function pointIn(scope: Scope, face: Rings): Position {
  const polygon: Geometry = { type: 'Polygon', coordinates: face };
  const [point] = scope.take(
    scope.make((geos, context) => geos.GEOSPointOnSurface_r(context, scope.put(polygon))),
  );
  if (point?.type !== 'Point') throw new Error('a face without an inside');
  return point.coordinates;
}

/** How often the ring runs around the point, counted with its sign. */
function winding([x, y]: Position, ring: Outline): number {
  if (y < ring.south || y > ring.north) return 0;
  let turns = 0;
  const { points } = ring;
  for (let i = 1; i < points.length; i++) {
    const [ax, ay] = points[i - 1]!;
    const [bx, by] = points[i]!;
    if (ay <= y === by <= y) continue;
    const left = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
    if (by > ay && left > 0) turns += 1;
    else if (by < ay && left < 0) turns -= 1;
  }
  return turns * ring.sign;
}
