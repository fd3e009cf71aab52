/**
 * Cuts lines and rings at the edge of a tile with its buffer. Coordinates are tile units, flat (x0, y0, x1, y1 …). Rings
 * are cut one side after the other (Sutherland and Hodgman 1974): a ring that leaves and comes back stays one ring, joined
 * along the edge of the buffer, outside of what is seen.
 */
import { BUFFER, EXTENT } from './mercator.ts';

const LEAST = -BUFFER;
const MOST = EXTENT + BUFFER;

/** The box around flat coordinates: left, top, right, bottom. */
export function boxOf(flat: readonly number[]): readonly [number, number, number, number] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < flat.length; i += 2) {
    const x = flat[i]!;
    const y = flat[i + 1]!;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return [left, top, right, bottom];
}

type Place = 'outside' | 'inside' | 'across';

/** Where a box lies to the tile with its buffer. */
export function placeOf([left, top, right, bottom]: readonly [number, number, number, number]): Place {
  if (right < LEAST || bottom < LEAST || left > MOST || top > MOST) return 'outside';
  return left >= LEAST && top >= LEAST && right <= MOST && bottom <= MOST ? 'inside' : 'across';
}

/** The ring within the buffered tile, closed or not as given; empty when nothing is left. */
export function clipRing(ring: readonly number[]): readonly number[] {
  let out: readonly number[] = ring;
  for (const axis of [0, 1] as const) {
    out = clipSide(out, axis, LEAST, 1);
    out = clipSide(out, axis, MOST, -1);
  }
  return out;
}

/** Keeps what lies on the side of `edge` that `sign` points to. */
function clipSide(ring: readonly number[], axis: 0 | 1, edge: number, sign: 1 | -1): readonly number[] {
  const n = ring.length;
  const out: number[] = [];
  for (let i = 0; i < n; i += 2) {
    const j = (i + n - 2) % n;
    const now = (ring[i + axis]! - edge) * sign;
    const before = (ring[j + axis]! - edge) * sign;
    if (now >= 0 !== before >= 0) {
      const t = before / (before - now);
      const x = ring[j]! + (ring[i]! - ring[j]!) * t;
      const y = ring[j + 1]! + (ring[i + 1]! - ring[j + 1]!) * t;
      if (axis === 0) out.push(edge, y);
      else out.push(x, edge);
    }
    if (now >= 0) out.push(ring[i]!, ring[i + 1]!);
  }
  return out;
}

/** The pieces of a line within the buffered tile (Liang and Barsky 1984 on each leg). */
export function clipLine(line: readonly number[]): readonly (readonly number[])[] {
  const pieces: number[][] = [];
  let piece: number[] = [];
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [ax, ay, bx, by] = [line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!];
    const kept = clipLeg(ax, ay, bx, by);
    if (kept === null) continue;
    const [from, to] = kept;
    if (piece.length === 0) piece.push(ax + (bx - ax) * from, ay + (by - ay) * from);
    piece.push(ax + (bx - ax) * to, ay + (by - ay) * to);
    if (to < 1) {
      pieces.push(piece);
      piece = [];
    }
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

function clipLeg(ax: number, ay: number, bx: number, by: number): readonly [number, number] | null {
  let from = 0;
  let to = 1;
  for (const [start, step] of [
    [ax, bx - ax],
    [ay, by - ay],
  ] as const) {
    if (step === 0) {
      if (start < LEAST || start > MOST) return null;
      continue;
    }
    const [enter, leave] = step > 0 ? [LEAST, MOST] : [MOST, LEAST];
    from = Math.max(from, (enter - start) / step);
    to = Math.min(to, (leave - start) / step);
    if (from > to) return null;
  }
  return [from, to];
}
