/**
 * One land, one way of writing it: coordinates on the grid of 1e-9°, no vertex twice in a row, exterior rings
 * counter-clockwise and holes clockwise (RFC 7946 3.1.6), every ring from its westernmost (then southernmost) vertex,
 * rings and parts in order. So the same land gives the same bytes on every machine (design, the fold: the view).
 */
import type { Position } from '../report/entry.ts';
import type { Area } from './overlay.ts';

export type Ring = readonly Position[];
export type Rings = readonly Ring[];

const GRID = 1e9;

/** A coordinate in degrees, rounded to 1e-9°; never -0. */
export function round(degrees: number): number {
  return Math.round(degrees * GRID) / GRID + 0;
}

/** West to east, then south to north. */
export function comparePositions(a: Position, b: Position): number {
  return a[0] - b[0] || a[1] - b[1];
}

/** The polygons as one normalised area; parts that hold no three different vertices are left out. */
export function normalise(polygons: readonly Rings[]): Area {
  const parts: Ring[][] = [];
  for (const rings of polygons) {
    const [exterior, ...holes] = rings;
    const shell = exterior && normaliseRing(exterior, true);
    if (!shell) continue;
    const inner = holes.map((hole) => normaliseRing(hole, false)).filter((hole) => hole !== null);
    parts.push([shell, ...inner.sort(compareRings)]);
  }
  parts.sort(compareParts);
  const [first, ...more] = parts;
  if (!first) return null;
  return more.length === 0
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: parts };
}

function normaliseRing(ring: Ring, exterior: boolean): Ring | null {
  const open: Position[] = [];
  for (const [x, y] of ring) {
    const p: Position = [round(x), round(y)];
    const last = open.at(-1);
    if (!last || comparePositions(last, p) !== 0) open.push(p);
  }
  if (open.length > 1 && comparePositions(open[0]!, open.at(-1)!) === 0) open.pop();
  if (open.length < 3) return null;
  if (signedArea(open) > 0 !== exterior) open.reverse();
  let start = 0;
  for (let i = 1; i < open.length; i++) if (comparePositions(open[i]!, open[start]!) < 0) start = i;
  const turned = [...open.slice(start), ...open.slice(0, start)];
  return [...turned, turned[0]!];
}

/** Twice the area in the plane of degrees, above zero when the ring runs counter-clockwise. Closed or open. */
export function signedArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let i = 1; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[i + 1]!;
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
}

export function compareRings(a: Ring, b: Ring): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const order = comparePositions(a[i]!, b[i]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Order of parts: by their rings, first ring first. */
export function compareParts(a: Rings, b: Rings): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const order = compareRings(a[i]!, b[i]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
