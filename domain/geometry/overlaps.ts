/** Which areas share land, and how much: the overlapping pairs of a collection, found over a grid of boxes. */
import { type Bounds, boundsMeet, boundsOf } from './bounds.ts';
import type { Area, Overlay } from './overlay.ts';

export interface Overlap {
  readonly first: string;
  readonly second: string;
  /** land in both, m², above 0 */
  readonly m2: number;
}

/** Every pair of areas that share at least 0.01 m², in the order given. Keys are the caller's names for the areas. */
export function overlaps(areas: Iterable<readonly [key: string, area: Area]>, overlay: Overlay): Overlap[] {
  const all = [...areas].flatMap(([key, area]) => (area ? [{ key, area, box: boundsOf(area) }] : []));
  const found: Overlap[] = [];
  for (const [i, j] of meetingPairs(all.map((one) => one.box))) {
    const [first, second] = [all[i]!, all[j]!];
    const m2 = overlay.area(overlay.intersection(first.area, second.area));
    if (m2 > 0) found.push({ first: first.key, second: second.key, m2 });
  }
  return found;
}

/**
 * Pairs of places (smaller first, in order) whose boxes meet. Boxes are swept from west to east, so that each is compared
 * only with those whose longitudes it shares; one that crosses the antimeridian is swept in both its halves.
 */
export function meetingPairs(boxes: readonly Bounds[]): [number, number][] {
  const spans = boxes.flatMap(([west, , east], i) =>
    west <= east
      ? [{ i, west, east }]
      : [
          { i, west, east: 180 },
          { i, west: -180, east },
        ],
  );
  spans.sort((a, b) => a.west - b.west);
  const pairs = new Map<string, [number, number]>();
  let open: typeof spans = [];
  for (const span of spans) {
    open = open.filter((other) => other.east >= span.west);
    for (const other of open) {
      if (other.i === span.i || !boundsMeet(boxes[other.i]!, boxes[span.i]!)) continue;
      const pair: [number, number] = other.i < span.i ? [other.i, span.i] : [span.i, other.i];
      pairs.set(pair.join(' '), pair);
    }
    open.push(span);
  }
  return [...pairs.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}
