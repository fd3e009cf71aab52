/** The same thing recorded twice: outlines that are one and the same, ids that differ only in blanks (geocheck 2). */
import { type Problem, problem } from '../problem.ts';
import type { Geometry } from '../report/entry.ts';
import { positionsOf } from './bounds.ts';
import { polygonsIn } from './grid.ts';
import { comparePositions, normalise, round } from './normalise.ts';

/**
 * A text that is equal for two geometries exactly when they draw the same on the grid of 1e-9°: for areas whatever the
 * first vertex, the direction of rings and the order of parts; for lines whichever way they run.
 */
export function sameness(g: Geometry): string {
  if (g.type === 'Polygon' || g.type === 'MultiPolygon') {
    const area = normalise(polygonsIn([g]));
    if (area) return JSON.stringify(area.coordinates);
  }
  const grid = (line: readonly (readonly [number, number])[]) =>
    line.map(([x, y]) => [round(x), round(y)] as const);
  if (g.type === 'Point' || g.type === 'MultiPoint') {
    return JSON.stringify(['points', ...grid(positionsOf(g)).sort(comparePositions)]);
  }
  const lines =
    g.type === 'LineString'
      ? [g.coordinates]
      : g.type === 'MultiLineString'
        ? g.coordinates
        : polygonsIn([g]).flat();
  const texts = lines.map((line) => {
    const there = grid(line);
    return [JSON.stringify(there), JSON.stringify(there.toReversed())].sort()[0]!;
  });
  return JSON.stringify(['lines', ...texts.sort()]);
}

/** For each geometry that draws the same as an earlier one: `geometry-same` with both keys, in the order given. */
export function duplicateGeometries(items: Iterable<readonly [key: string, g: Geometry]>): Problem[] {
  return repeats(items, sameness).map(([first, second]) => problem('geometry-same', { first, second }));
}

/** For each id that equals an earlier one after trimming and Unicode normalisation (NFC): `id-repeated`, in the order given. */
export function duplicateIds(items: Iterable<readonly [key: string, id: string]>): Problem[] {
  return repeats(items, (id) => id.normalize('NFC').trim()).map(([first, second]) =>
    problem('id-repeated', { first, second }),
  );
}

function repeats<T>(items: Iterable<readonly [string, T]>, name: (x: T) => string): [string, string][] {
  const first = new Map<string, string>();
  const found: [string, string][] = [];
  for (const [key, x] of items) {
    const text = name(x);
    const before = first.get(text);
    if (before === undefined) first.set(text, key);
    else found.push([before, key]);
  }
  return found;
}
