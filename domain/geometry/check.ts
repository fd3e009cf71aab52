/**
 * What is wrong or doubtful about an outline, each finding with its place: the checks of GICHD's geocheck tool (domain
 * reference 3.3, GEO checks 1 to 5) and the extent of the programme. Nothing is changed here; repair.ts does that.
 */
import { type Problem, problem } from '../problem.ts';
import type { Geometry, Position } from '../report/entry.ts';
import { areaOf } from './area.ts';
import { type Bounds, boundsMeet, boundsOf } from './bounds.ts';
import type { Shapes } from './geos.ts';
import { distance } from './length.ts';
import type { Rings } from './normalise.ts';
import { outsideExtent } from './outside.ts';

export interface CheckLimits {
  /** metres between two consecutive vertices above which a leg is named */
  readonly leg_m: number;
  /** per cent of the smaller part that two parts of one area may share */
  readonly overlap_percent: number;
  /** of the programme or file; a position outside is named */
  readonly extent?: Bounds;
}

/** The limits of GICHD's tool. */
export const CHECK_LIMITS: CheckLimits = { leg_m: 5000, overlap_percent: 0.9 };

/** The last drawn vertex counts as the first again within this many degrees (geocheck). */
const CLOSING = 1e-6;

/**
 * All findings (problems of class notice), in the order of the geometry. `at` counts from 1: part, ring, vertex.
 * `geometry-invalid` (with GEOS's reason), `ring-too-few-vertices`, `vertex-repeated`, `ring-closed-twice`,
 * `point-repeated`, `leg-long`, `parts-overlap`, `area-zero`, `outside-extent`.
 */
export function check(g: Geometry, shapes: Shapes, limits: CheckLimits = CHECK_LIMITS): Problem[] {
  const found: Problem[] = [];
  if (g.type === 'MultiPoint') found.push(...repeatedPoints(g.coordinates));
  if (g.type === 'LineString') found.push(...checkLine(g.coordinates, [1], limits));
  if (g.type === 'MultiLineString') {
    g.coordinates.forEach((line, i) => {
      found.push(...checkLine(line, [i + 1], limits));
    });
  }
  if (g.type === 'Polygon' || g.type === 'MultiPolygon') found.push(...checkArea(g, shapes, limits));
  const outside = limits.extent && outsideExtent(g, limits.extent);
  if (outside) found.push(outside);
  return found;
}

type Line = readonly Position[];
type Path = readonly number[];

function place(path: Path, [longitude, latitude]: Position) {
  return { at: path.join('.'), longitude, latitude };
}

function same(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function repeatedPoints(points: Line): Problem[] {
  const seen = new Set<string>();
  return points.flatMap((p, i) => {
    const key = p.join(' ');
    if (seen.has(key)) return [problem('point-repeated', place([i + 1], p))];
    seen.add(key);
    return [];
  });
}

function checkLine(line: Line, path: Path, limits: CheckLimits): Problem[] {
  return line.slice(1).flatMap((p, i) => {
    const before = line[i]!;
    const here = place([...path, i + 2], p);
    if (same(before, p)) return [problem('vertex-repeated', here)];
    // A degree is never more than 111.7 km: most legs need no geodesic.
    const most = 111_700 * (Math.abs(p[0] - before[0]) + Math.abs(p[1] - before[1]));
    if (most <= limits.leg_m) return [];
    const metres = Math.round(distance(before, p));
    return metres > limits.leg_m ? [problem('leg-long', { ...here, metres, limit: limits.leg_m })] : [];
  });
}

function checkArea(
  g: Extract<Geometry, { type: 'Polygon' | 'MultiPolygon' }>,
  shapes: Shapes,
  limits: CheckLimits,
): Problem[] {
  const parts = g.type === 'Polygon' ? [g.coordinates] : g.coordinates;
  const found = parts.flatMap((rings, i) => checkPart(rings, i + 1, shapes, limits));
  if (parts.length === 1) return found;
  const overlaps = overlappingParts(parts, shapes, limits);
  if (!found.some((one) => one.code === 'geometry-invalid')) {
    const fault = shapes.fault(g);
    if (fault) found.push(problem('geometry-invalid', { reason: fault.reason, ...place([], fault.at) }));
  }
  return [...found, ...overlaps];
}

function checkPart(rings: Rings, part: number, shapes: Shapes, limits: CheckLimits): Problem[] {
  const found = rings.flatMap((ring, i) => checkRing(ring, [part, i + 1], limits));
  const fault = shapes.fault({ type: 'Polygon', coordinates: rings });
  if (fault) found.push(problem('geometry-invalid', { reason: fault.reason, ...place([part], fault.at) }));
  if (rings[0]?.[0] && areaOf({ type: 'Polygon', coordinates: rings }) === 0) {
    found.push(problem('area-zero', place([part], rings[0][0])));
  }
  return found;
}

function checkRing(ring: Line, path: Path, limits: CheckLimits): Problem[] {
  const found = checkLine(ring, path, limits);
  const drawn = ring.slice(0, -1);
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (!first || !last) return found;
  const different = new Set(drawn.map((p) => p.join(' '))).size;
  if (different < 3) {
    found.push(problem('ring-too-few-vertices', { ...place(path, first), count: different }));
  } else if (Math.abs(first[0] - last[0]) <= CLOSING && Math.abs(first[1] - last[1]) <= CLOSING) {
    found.push(problem('ring-closed-twice', place([...path, drawn.length], last)));
  }
  return found;
}

function overlappingParts(parts: readonly Rings[], shapes: Shapes, limits: CheckLimits): Problem[] {
  const areas = parts.map((coordinates) => ({ type: 'Polygon', coordinates }) as const);
  const boxes = areas.map(boundsOf);
  const found: Problem[] = [];
  areas.forEach((a, i) => {
    areas.slice(i + 1).forEach((b, k) => {
      const j = i + 1 + k;
      if (!boundsMeet(boxes[i]!, boxes[j]!)) return;
      const shared = shapes.area(shapes.intersection(a, b));
      const smaller = Math.min(shapes.area(a), shapes.area(b));
      const percent = Math.round((10_000 * shared) / smaller) / 100;
      if (shared > 0 && percent > limits.overlap_percent) {
        found.push(problem('parts-overlap', { first: i + 1, second: j + 1, m2: shared, percent }));
      }
    });
  });
  return found;
}
