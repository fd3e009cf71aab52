/**
 * A geometry from untrusted GeoJSON (RFC 7946 section 3.1): taken apart position by position, put together as a Geometry
 * of ours, or refused with a named problem saying where. What only looks odd is taken and named as a notice. Whether the
 * shape makes sense on the ground is asked later (check.ts), and put right later (repair.ts).
 */
import { type Problem, problem } from '../problem.ts';
import type { Geometry, Position } from '../report/entry.ts';
import { cutLine, cutPolygon, isBeyond, unwrap } from './antimeridian.ts';
import { signedArea } from './normalise.ts';
import { statedBox } from './stated-box.ts';

/** A geometry as understood, and what was changed or odd on the way (problems of class notice). */
export interface Shape {
  readonly geometry: Geometry;
  readonly notices: readonly Problem[];
}

/**
 * Reads a GeoJSON geometry object. Problems: `geometry-missing` (null or undefined), `geometry-not-object`,
 * `geometry-type-unknown`, `geometry-coordinates-missing`, `geometry-depth-wrong`, `position-not-numbers`,
 * `position-out-of-range`, `geometry-empty`, `geometry-mixed`. `at` in facts counts from 1: part, ring, vertex.
 * Positions keep every digit; heights are dropped; rings are closed; what crosses the antimeridian is cut there.
 */
export function readGeometry(raw: unknown): Shape | Problem {
  const reading = new Reading();
  const members = reading.members(raw);
  const failed = reading.failed;
  if (failed) return failed;
  const geometry = reading.together(members);
  if ('code' in geometry) return geometry;
  return { geometry, notices: [...reading.all(), ...statedBox(raw, geometry)] };
}

const DEPTHS = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 };
const NESTING = 16;

type Path = readonly number[];
type Line = readonly Position[];
/** Points, lines (open) and polygons (closed rings) as found. */
type Member =
  | { readonly is: 'point'; readonly position: Position }
  | { readonly is: 'line'; readonly line: Line }
  | { readonly is: 'polygon'; readonly rings: readonly Line[] };

class Reading {
  failed: Problem | null = null;
  readonly notices: Problem[] = [];
  private ordinates = 0;
  private wound = 0;
  private collected = false;

  fail(p: Problem): never[] {
    this.failed ??= p;
    return [];
  }

  /** The points, lines and polygons of a geometry object, collections opened. */
  members(raw: unknown, depth = 0): Member[] {
    if (raw === null || raw === undefined) return this.fail(problem('geometry-missing'));
    if (typeof raw !== 'object' || Array.isArray(raw)) {
      return this.fail(problem('geometry-not-object', { got: kindOf(raw) }));
    }
    const type = 'type' in raw ? raw.type : undefined;
    if (type === 'GeometryCollection') return this.collection(raw, depth);
    if (typeof type !== 'string' || !isType(type)) {
      return this.fail(
        problem('geometry-type-unknown', {
          type: typeof type === 'string' ? type.slice(0, 40) : kindOf(type),
        }),
      );
    }
    const coordinates = 'coordinates' in raw ? raw.coordinates : undefined;
    if (!Array.isArray(coordinates)) return this.fail(problem('geometry-coordinates-missing', { type }));
    const lines = (x: readonly unknown[], path: Path) =>
      x.map((l, i) => this.line(type, l, [...path, i + 1]));
    switch (type) {
      case 'Point':
        return coordinates.length === 0
          ? []
          : [{ is: 'point', position: this.position(type, coordinates, [1]) }];
      case 'MultiPoint':
        return this.line(type, coordinates, []).map((position) => ({ is: 'point', position }));
      case 'LineString':
        return [{ is: 'line', line: this.line(type, coordinates, [1]) }];
      case 'MultiLineString':
        return lines(coordinates, []).map((line) => ({ is: 'line', line }));
      case 'Polygon':
        return this.polygon(lines(coordinates, [1]), [1]);
      case 'MultiPolygon':
        return coordinates.flatMap((part, i) => {
          if (!Array.isArray(part)) return this.depth(type, [i + 1]);
          return this.polygon(lines(part, [i + 1]), [i + 1]);
        });
    }
  }

  private collection(raw: object, depth: number): Member[] {
    const geometries = 'geometries' in raw ? raw.geometries : undefined;
    if (!Array.isArray(geometries)) {
      return this.fail(problem('geometry-coordinates-missing', { type: 'GeometryCollection' }));
    }
    if (depth >= NESTING)
      return this.fail(problem('geometry-depth-wrong', { type: 'GeometryCollection', at: '' }));
    this.collected = true;
    return geometries.flatMap((one) => this.members(one, depth + 1));
  }

  private depth(type: string, path: Path): never[] {
    return this.fail(problem('geometry-depth-wrong', { type, at: path.join('.') }));
  }

  private line(type: string, raw: unknown, path: Path): Line {
    if (!Array.isArray(raw)) return this.depth(type, path);
    return raw.map((p, i) => this.position(type, p, [...path, i + 1]));
  }

  private position(type: string, raw: unknown, path: Path): Position {
    const nowhere: Position = [0, 0];
    const at = path.join('.');
    if (!Array.isArray(raw) || raw.some(Array.isArray)) {
      this.depth(type, path);
      return nowhere;
    }
    const [x, y] = raw;
    if (!isNumber(x) || !isNumber(y)) {
      this.fail(problem('position-not-numbers', { at, got: `${kindOf(x)}, ${kindOf(y)}` }));
      return nowhere;
    }
    if (raw.length > 2) this.ordinates += 1;
    if (Math.abs(y) > 90 || Math.abs(x) > 360) {
      this.fail(problem('position-out-of-range', { at, longitude: x, latitude: y }));
    }
    return [x + 0, y + 0];
  }

  private polygon(rings: readonly Line[], path: Path): Member[] {
    const kept = rings.filter((ring, i) => {
      if (ring.length === 0 && i > 0)
        this.notices.push(problem('hole-empty', { at: [...path, i + 1].join('.') }));
      return ring.length > 0 || i === 0;
    });
    if (!kept[0] || kept[0].length === 0) return [];
    const closed = kept.map((ring, i) => {
      const [first, last] = [ring[0]!, ring.at(-1)!];
      if (first[0] === last[0] && first[1] === last[1] && ring.length > 1) return ring;
      this.notices.push(problem('ring-not-closed', { at: [...path, i + 1].join('.') }));
      return [...ring, first];
    });
    this.wound += closed.filter((ring, i) => isWoundWrong(unwrap(ring), i)).length;
    return [{ is: 'polygon', rings: closed }];
  }

  /** One geometry of the members: all of one dimension, cut at the antimeridian. */
  together(members: readonly Member[]): Geometry | Problem {
    const points = members.flatMap((m) => (m.is === 'point' ? [m.position] : []));
    const lines = members.flatMap((m) => (m.is === 'line' && m.line.length > 0 ? [m.line] : []));
    const polygons = members.flatMap((m) => (m.is === 'polygon' ? [m.rings] : []));
    const found = [
      points.length > 0 && 'points',
      lines.length > 0 && 'lines',
      polygons.length > 0 && 'polygons',
    ];
    const kinds = found.filter((kind) => kind !== false);
    if (kinds.length === 0) return problem('geometry-empty');
    if (kinds.length > 1) return problem('geometry-mixed', { kinds: kinds.join(', ') });
    if (this.collected) this.notices.push(problem('collection-flattened', { count: members.length }));

    const bad =
      points.find(([x]) => Math.abs(x) > 180) ?? [...lines, ...polygons.flat()].map(strayFrom).find((p) => p);
    if (bad) return problem('position-out-of-range', { at: '', longitude: bad[0], latitude: bad[1] });
    if (points.length > 0)
      return points.length === 1
        ? { type: 'Point', coordinates: points[0]! }
        : { type: 'MultiPoint', coordinates: points };
    if (lines.length > 0) {
      const cut = lines.flatMap((line) =>
        this.cut(
          [unwrap(line)],
          ([one]) => cutLine(one!),
          () => [line],
        ),
      );
      return cut.length === 1
        ? { type: 'LineString', coordinates: cut[0]! }
        : { type: 'MultiLineString', coordinates: cut };
    }
    const cut = polygons.flatMap((rings) => {
      const near = rings[0]![0]![0];
      return this.cut(
        rings.map((ring) => unwrap(ring, near)),
        (all) => cutPolygon(all),
        () => [rings],
      );
    });
    return cut.length === 1
      ? { type: 'Polygon', coordinates: cut[0]! }
      : { type: 'MultiPolygon', coordinates: cut };
  }

  private cut<T>(lines: readonly Line[], cutting: (lines: readonly Line[]) => T[], whole: () => T[]): T[] {
    if (!lines.some(isBeyond)) return whole();
    const pieces = cutting(lines);
    this.notices.push(problem('antimeridian-cut', { parts: pieces.length }));
    return pieces;
  }

  all(): readonly Problem[] {
    const dropped = this.ordinates > 0 ? [problem('ordinates-dropped', { count: this.ordinates })] : [];
    const wound = this.wound > 0 ? [problem('ring-wound-wrong', { count: this.wound })] : [];
    return [...this.notices, ...dropped, ...wound];
  }
}

function isType(type: string): type is keyof typeof DEPTHS {
  return Object.hasOwn(DEPTHS, type);
}

function isNumber(x: unknown): x is number {
  return typeof x === 'number' && Number.isFinite(x);
}

function kindOf(x: unknown): string {
  if (x === null) return 'null';
  if (Array.isArray(x)) return 'array';
  return typeof x === 'number' && !Number.isFinite(x) ? 'not a number' : typeof x;
}

function isWoundWrong(ring: Line, index: number): boolean {
  const turn = signedArea(ring);
  return index === 0 ? turn < 0 : turn > 0;
}

/**
 * A longitude beyond ±180° that can't be a way of writing a crossing: the line has no position within ±180°, or leaps
 * more than 180° as written.
 */
function strayFrom(line: Line): Position | undefined {
  const beyond = line.find(([x]) => Math.abs(x) > 180);
  if (!beyond) return undefined;
  const leaps = line.some(([x], i) => i > 0 && Math.abs(x - line[i - 1]![0]) > 180);
  return leaps || line.every(([x]) => Math.abs(x) > 180) ? beyond : undefined;
}
