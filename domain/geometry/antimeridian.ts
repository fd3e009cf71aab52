/**
 * Geometries that cross the antimeridian are kept cut at ±180° (RFC 7946 3.1.9). A leg of more than 180° of longitude is
 * read as the short way round: nothing this system records is half as wide as the earth.
 */
import type { Position } from '../report/entry.ts';

type Line = readonly Position[];

/** The line without jumps of more than 180° of longitude: positions after a crossing lie beyond ±180°. */
export function unwrap(line: Line, near: number | null = null): Line {
  let before = near;
  return line.map(([x, y]): Position => {
    const turned = before === null ? x : x - 360 * Math.round((x - before) / 360);
    before = turned;
    return [turned, y];
  });
}

/** Whether any position lies beyond ±180°. */
export function isBeyond(line: Line): boolean {
  return line.some(([x]) => x < -180 || x > 180);
}

/** Rings without jumps, cut into polygons within ±180°. Where a ring weaves over the cut, pieces may touch along it. */
export function cutPolygon(rings: readonly Line[]): Line[][] {
  return WINDOWS.map((turn) => rings.map((ring) => clipRing(ring, turn)))
    .filter((cut) => cut[0]!.length > 0)
    .map((cut) => cut.filter((ring) => ring.length > 0));
}

/** A line without jumps, cut into lines within ±180°. */
export function cutLine(line: Line): Line[] {
  return WINDOWS.flatMap((turn) => clipLine(line, turn));
}

const WINDOWS = [-360, 0, 360];

/** The part of a closed ring that lies in [-180 + turn, 180 + turn], moved back by `turn`; closed, or empty. */
function clipRing(ring: Line, turn: number): Line {
  const low = clipSide(ring.slice(0, -1), turn - 180, 1);
  const both = clipSide(low, turn + 180, -1).map(([x, y]): Position => [x - turn, y]);
  return both.length < 3 || both.every(([x]) => Math.abs(x) === 180) ? [] : [...both, both[0]!];
}

/** Sutherland and Hodgman: the part of an open ring on one side of the meridian `x`. */
function clipSide(ring: Line, x: number, side: 1 | -1): Line {
  const inside = (p: Position) => side * (p[0] - x) >= 0;
  return ring.flatMap((p, i) => {
    const q = ring[(i + 1) % ring.length]!;
    const own = inside(p) ? [p] : [];
    return inside(p) === inside(q) || p[0] === x || q[0] === x ? own : [...own, crossing(p, q, x)];
  });
}

function clipLine(line: Line, turn: number): Line[] {
  const pieces: Position[][] = [];
  let piece: Position[] = [];
  const end = () => {
    if (piece.length > 1) pieces.push(piece);
    piece = [];
  };
  for (let i = 1; i < line.length; i++) {
    const [from, to] = clipLeg(line[i - 1]!, line[i]!, turn - 180, turn + 180);
    if (!from || !to) end();
    else {
      if (piece.length === 0) piece.push([from[0] - turn, from[1]]);
      piece.push([to[0] - turn, to[1]]);
      if (to !== line[i]) end();
    }
  }
  end();
  return pieces.filter((one) => !one.every(([x]) => Math.abs(x) === 180) || turn === 0);
}

function clipLeg(p: Position, q: Position, low: number, high: number): [Position, Position] | [null, null] {
  if (Math.max(p[0], q[0]) < low || Math.min(p[0], q[0]) > high) return [null, null];
  const held = (one: Position) =>
    one[0] < low ? crossing(p, q, low) : one[0] > high ? crossing(p, q, high) : one;
  return [held(p), held(q)];
}

function crossing(p: Position, q: Position, x: number): Position {
  return [x, p[1] + ((q[1] - p[1]) * (x - p[0])) / (q[0] - p[0])];
}
