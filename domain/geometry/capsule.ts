/** A line with a width as land: around each leg the hull of the discs at its ends, so that the true strip is inside. */
import type { Position } from '../report/entry.ts';
import { cutPolygon, isBeyond, unwrap } from './antimeridian.ts';
import { corners, disc } from './disc.ts';
import type { Scope } from './engine.ts';
import { polygonsIn } from './grid.ts';
import { distance } from './length.ts';
import type { Rings } from './normalise.ts';

/** Longer legs are taken in pieces, so that their bend on the earth and the change of scale stay within a millimetre. */
const PIECE = 2000;

/** Polygons (overlapping) that together cover all land within `metres` of the line, straight in degrees between positions. */
export function capsules(scope: Scope, line: readonly Position[], metres: number): Rings[] {
  const open = unwrap(line);
  if (open.length === 1) return disc(open[0]!, metres);
  return open.slice(1).flatMap((to, i) => {
    const from = open[i]!;
    const pieces = Math.max(1, Math.ceil(distance(from, to) / PIECE));
    return Array.from({ length: pieces }, (_, k) =>
      capsule(scope, between(from, to, k / pieces), between(from, to, (k + 1) / pieces), metres),
    ).flat();
  });
}

function between(a: Position, b: Position, share: number): Position {
  return share === 1 ? b : [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

function capsule(scope: Scope, from: Position, to: Position, metres: number): Rings[] {
  const ends = [...corners(from, metres), ...corners(to, metres)];
  const around = scope.make((geos, context) =>
    geos.GEOSConvexHull_r(context, scope.put({ type: 'MultiPoint', coordinates: ends })),
  );
  return polygonsIn(scope.take(around)).flatMap((rings) =>
    rings.some(isBeyond) ? cutPolygon(rings) : [rings],
  );
}
