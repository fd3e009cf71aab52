/**
 * The small things put right before an outline is judged: positions that are no numbers, vertices said twice in a row,
 * points said twice, rings left open. None of them changes what land is meant.
 */
import { type Problem, problem } from '../problem.ts';
import type { Geometry, Position } from '../report/entry.ts';
import type { Rings } from './normalise.ts';

type Line = readonly Position[];

export interface Tidied {
  /** null when no position is left */
  readonly geometry: Geometry | null;
  /** `positions-dropped`, `vertices-removed`, `points-removed`, `ring-not-closed` */
  readonly changes: readonly Problem[];
}

/** The geometry tidied; the same object when there was nothing to do. */
export function tidy(g: Geometry): Tidied {
  const changes: Problem[] = [];
  const count = { dropped: 0, repeated: 0 };
  const lineOf = (line: Line) => once(finite(line, count), count);
  const rings = (all: Rings, part: number): Rings =>
    all
      .map((ring, i) => {
        const tidied = lineOf(ring);
        const [first, last] = [tidied[0], tidied.at(-1)];
        if (!first || !last || (same(first, last) && tidied.length > 1)) return tidied;
        if (tidied.length === 1 && ring.length > 1) return [first, first];
        changes.push(problem('ring-not-closed', { at: `${part}.${i + 1}` }));
        return [...tidied, first];
      })
      // An exterior keeps its place, so that no hole takes it.
      .filter((ring, i) => i === 0 || ring.length > 0);
  const made = rebuilt(g, lineOf, rings, changes, count);
  if (count.dropped > 0) changes.push(problem('positions-dropped', { count: count.dropped }));
  if (count.repeated > 0) changes.push(problem('vertices-removed', { count: count.repeated }));
  return { geometry: made && changes.length === 0 ? g : made, changes };
}

function rebuilt(
  g: Geometry,
  lineOf: (line: Line) => Line,
  rings: (all: Rings, part: number) => Rings,
  changes: Problem[],
  count: { dropped: number },
): Geometry | null {
  if (g.type === 'Point') return finite([g.coordinates], count).length > 0 ? g : null;
  if (g.type === 'MultiPoint') {
    const points = finite(g.coordinates, count);
    const single = different(points);
    if (single.length < points.length) {
      changes.push(problem('points-removed', { count: points.length - single.length }));
    }
    if (single.length < 2) return single[0] ? { type: 'Point', coordinates: single[0] } : null;
    return { type: 'MultiPoint', coordinates: single };
  }
  if (g.type === 'LineString') {
    const line = lineOf(g.coordinates);
    return line.length > 0 ? { type: 'LineString', coordinates: line } : null;
  }
  if (g.type === 'MultiLineString') {
    const lines = g.coordinates.map(lineOf).filter((line) => line.length > 0);
    return lines.length > 0 ? { type: 'MultiLineString', coordinates: lines } : null;
  }
  if (g.type === 'Polygon') {
    const all = rings(g.coordinates, 1);
    return all.flat().length > 0 ? { type: 'Polygon', coordinates: all } : null;
  }
  const parts = g.coordinates.map((part, i) => rings(part, i + 1)).filter((part) => part.flat().length > 0);
  return parts.length > 0 ? { type: 'MultiPolygon', coordinates: parts } : null;
}

function finite(line: Line, count: { dropped: number }): Line {
  const kept = line.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  count.dropped += line.length - kept.length;
  return kept;
}

function once(line: Line, count: { repeated: number }): Line {
  const kept = line.filter((p, i) => i === 0 || !same(p, line[i - 1]!));
  count.repeated += line.length - kept.length;
  return kept;
}

/** The positions, each once, in the order they first come. */
export function different(line: Line): Line {
  return [...new Map([...line].reverse().map((p) => [p.join(' '), p])).values()].reverse();
}

export function same(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
