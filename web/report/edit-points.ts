/** What a click on the map does to the positions of a shape being drawn: adds, puts in between, moves or takes out. */
import type { Position } from '@tilth/domain/report/entry';

export type Tool = 'add' | 'between' | 'move' | 'remove';

/** The place in the row of the position nearest to a click; null where none is within `reach` degrees (of latitude). */
export function nearestPoint(points: readonly Position[], at: Position, reach: number): number | null {
  let best: number | null = null;
  let least = reach;
  points.forEach((p, i) => {
    const d = apart(p, at);
    if (d <= least) {
      least = d;
      best = i;
    }
  });
  return best;
}

/** Before which position one belongs that lies on the nearest side; an outline has a side from its last to its first. */
export function placeBetween(points: readonly Position[], at: Position, closed: boolean): number {
  let best = points.length;
  let least = Number.POSITIVE_INFINITY;
  const sides = closed && points.length > 2 ? points.length : points.length - 1;
  for (let i = 0; i < sides; i++) {
    const [a, b] = [points[i], points[(i + 1) % points.length]];
    const d = a && b ? fromSide(a, b, at) : least;
    if (d < least) {
      least = d;
      best = i + 1;
    }
  }
  return best;
}

/** Degrees of latitude between two positions, near enough to compare what lies close together. */
function apart([x, y]: Position, [u, v]: Position): number {
  return Math.hypot((x - u) * Math.cos((v * Math.PI) / 180), y - v);
}

function fromSide(a: Position, b: Position, at: Position): number {
  const narrow = Math.cos((at[1] * Math.PI) / 180);
  const [dx, dy] = [(b[0] - a[0]) * narrow, b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((at[0] - a[0]) * narrow * dx + (at[1] - a[1]) * dy) / length;
  const t = Math.max(0, Math.min(1, along));
  return apart([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t], at);
}
