/**
 * The ground a list is narrowed to, as it stands in an address: a box `west,south,east,north`, or a ring of positions
 * `lon lat,lon lat,…`, both in degrees of WGS 84, longitude first (CRS84). A box whose west is greater than its east crosses the
 * antimeridian; a ring closes itself and may neither cross nor touch itself. An item is on the ground when some of it is.
 */
import { type Problem, problem } from '../problem.ts';
import type { Geometry, Position } from '../report/entry.ts';

/** What is left of an address is short: a ring of more corners than this is refused. */
export const MOST_CORNERS = 200;

export type Ground = Extract<Geometry, { type: 'Polygon' | 'MultiPolygon' }>;

/** Problem `ground-unreadable` with why: shape, range, crossing or corners. */
export function readGround(text: string): Ground | Problem {
  const parts = text.split(',').map((part) => part.trim());
  const box = parts.map(Number);
  if (parts.length === 4 && parts.every((p) => NUMBER.test(p))) return boxed(box);
  const ring: Position[] = [];
  for (const part of parts) {
    const [lon = '', lat = '', ...more] = part.split(/\s+/);
    if (!NUMBER.test(lon) || !NUMBER.test(lat) || more.length > 0) return unreadable('shape');
    const position: Position = [Number(lon), Number(lat)];
    if (!onEarth(position)) return unreadable('range');
    const last = ring.at(-1);
    if (last === undefined || !same(last, position)) ring.push(position);
  }
  const [start, end] = [ring[0], ring.at(-1)];
  if (start && end && ring.length > 1 && same(start, end)) ring.pop();
  if (ring.length < 3) return unreadable('shape');
  if (ring.length > MOST_CORNERS) return unreadable('corners');
  if (crosses(ring)) return unreadable('crossing');
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] };
}

/** As `readGround` reads it: a box to 1e-6 of a degree, some 10 cm. */
export function writeBox(box: readonly [west: number, south: number, east: number, north: number]): string {
  return box.map((x) => Number(x.toFixed(6))).join(',');
}

/** A ring as `readGround` reads it. It need not be closed. */
export function writeRing(ring: readonly Position[]): string {
  return ring.map(([lon, lat]) => `${Number(lon.toFixed(6))} ${Number(lat.toFixed(6))}`).join(',');
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

function unreadable(why: 'shape' | 'range' | 'crossing' | 'corners'): Problem {
  return problem('ground-unreadable', { why });
}

function boxed([west = 0, south = 0, east = 0, north = 0]: readonly number[]): Ground | Problem {
  if (!onEarth([west, south]) || !onEarth([east, north])) return unreadable('range');
  if (south >= north || west === east) return unreadable('shape');
  const ring = (w: number, e: number): Position[] => [
    [w, south],
    [e, south],
    [e, north],
    [w, north],
    [w, south],
  ];
  if (west < east) return { type: 'Polygon', coordinates: [ring(west, east)] };
  const halves = [...(west < 180 ? [[ring(west, 180)]] : []), ...(east > -180 ? [[ring(-180, east)]] : [])];
  const [only] = halves;
  return halves.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: halves };
}

function onEarth([lon, lat]: Position): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

function same(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Whether two sides meet that aren't neighbours, or neighbours lie on each other. */
function crosses(ring: readonly Position[]): boolean {
  const n = ring.length;
  const at = (i: number) => ring[i % n] as Position;
  for (let i = 0; i < n; i++) {
    // a side that goes back on the one before
    if (turn(at(i), at(i + 1), at(i + 2)) === 0 && !between(at(i), at(i + 2), at(i + 1))) return true;
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue;
      if (meet(at(i), at(i + 1), at(j), at(j + 1))) return true;
    }
  }
  return false;
}

function meet(a: Position, b: Position, c: Position, d: Position): boolean {
  const [p, q, r, s] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (p * q < 0 && r * s < 0) return true;
  return (
    (p === 0 && between(a, b, c)) ||
    (q === 0 && between(a, b, d)) ||
    (r === 0 && between(c, d, a)) ||
    (s === 0 && between(c, d, b))
  );
}

function turn(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

/** Of a position on their line: whether it stands between the two. */
function between(a: Position, b: Position, p: Position): boolean {
  return (
    Math.min(a[0], b[0]) <= p[0] &&
    p[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= p[1] &&
    p[1] <= Math.max(a[1], b[1])
  );
}
