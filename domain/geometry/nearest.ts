/**
 * How far two geometries lie apart: what is asked of a road or a plot, "is anything within 500 m?". Worked out in a small
 * region laid flat, with the scale under which no distance comes out longer than it is (plane.ts), so that what is near is
 * never said to be far. Good to about one in two hundred over some ten kilometres; what meets is 0.
 */
import type { Geometry, Position } from '../report/entry.ts';
import { boundsOf } from './bounds.ts';
import { isInside } from './inside.ts';
import { flatten, shrunk } from './plane.ts';

/** Metres between the nearest positions of two geometries (WGS 84), at most the true distance; 0 where they meet. */
export function nearest(a: Geometry, b: Geometry): number {
  const [one, other] = [boundsOf(a), boundsOf(b)];
  const scale = shrunk(Math.min(one[1], other[1]), Math.max(one[3], other[3]));
  // over the antimeridian the other is brought to the side of the first
  const apart = middle(one) - middle(other);
  const turn = apart > 180 ? 360 : apart < -180 ? -360 : 0;
  const [flat, moved] = [flatten(a, scale), flatten(b, scale, turn)];
  if (covers(flat, moved) || covers(moved, flat)) return 0;
  let least = Infinity;
  for (const [p, q] of piecesOf(flat)) {
    for (const [r, s] of piecesOf(moved)) {
      if (cross(p, q, r, s)) return 0;
      least = Math.min(least, toPiece(p, r, s), toPiece(q, r, s), toPiece(r, p, q), toPiece(s, p, q));
    }
  }
  return least;
}

function middle([west, , east]: readonly [number, number, number, number]): number {
  return west <= east ? (west + east) / 2 : (west + east + 360) / 2;
}

/** One of the positions of `b` lies in the land of `a`: where no outlines cross, one tells for its part. */
function covers(a: Geometry, b: Geometry): boolean {
  if (a.type !== 'Polygon' && a.type !== 'MultiPolygon') return false;
  return linesOf(b).some((line) => line[0] !== undefined && isInside(line[0], a));
}

function linesOf(g: Geometry): readonly (readonly Position[])[] {
  if (g.type === 'Point') return [[g.coordinates]];
  if (g.type === 'MultiPoint') return g.coordinates.map((p) => [p]);
  if (g.type === 'LineString') return [g.coordinates];
  if (g.type === 'MultiLineString' || g.type === 'Polygon') return g.coordinates;
  return g.coordinates.flat();
}

/** Edges, and single positions as edges without length. */
function piecesOf(g: Geometry): readonly (readonly [Position, Position])[] {
  return linesOf(g).flatMap((line) => {
    const [first] = line;
    if (first === undefined) return [];
    if (line.length === 1) return [[first, first] as const];
    return line.slice(1).map((q, i) => [line[i] ?? first, q] as const);
  });
}

function toPiece([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(ax + along * dx - x, ay + along * dy - y);
}

function cross(p: Position, q: Position, r: Position, s: Position): boolean {
  const side = (a: Position, b: Position, c: Position) =>
    Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  return side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0;
}
