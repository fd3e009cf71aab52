/**
 * The overlays of the rules (overlay.ts), worked out by GEOS on a fixed grid of 1e-9°, and what only GEOS can say of a
 * shape: whether and where it is invalid, and how it reads on the safe side. Everything is a function of its arguments:
 * inputs are sorted before an overlay, results normalised.
 */
import type { Geometry } from '../report/entry.ts';
import { areaOf } from './area.ts';
import { boundsOf, positionsOf } from './bounds.ts';
import { capsules } from './capsule.ts';
import { disc } from './disc.ts';
import { type Engine, engineOf, type Fault, type Geos, type Scope } from './engine.ts';
import { GRID_SIZE, polygonsIn } from './grid.ts';
import { compareParts, normalise, type Rings } from './normalise.ts';
import type { Area, Overlay } from './overlay.ts';
import { flatten, type Scale, shrunk, stretched } from './plane.ts';
import { type Lean, readRings } from './readings.ts';

/** The overlays, and what checking and repairing need besides. */
export interface Shapes extends Overlay {
  /** why an area is no valid area (OGC 06-103r4 6.1.11), and where; null when it is valid */
  fault(a: Area): Fault | null;
  /** an area as a hazard must be read (`cover`) and as a release may be read (`core`): valid, normalised (readings.ts) */
  read(a: Area): Readonly<Record<Lean, Area>>;
}

/**
 * The overlays over a started GEOS: `overlayOf(await initGeosJs())` with `initGeosJs` of geos-wasm. GEOS prints nothing,
 * however it was started, because calculations run in a context of their own without message handlers.
 *
 * Areas given to it should be valid. One that is not is read as a hazard (all it may mean), except what `difference`
 * takes off, which is read as a release (only what it surely means).
 *
 * `asArea` of a point draws the disc of radius `metres`, of a line the strip of width `metres` (half to each side); both
 * cover the true shape and stay within 0.2 % of it. Zero or fewer metres give null: no land.
 */
export function overlayOf(geos: Geos): Shapes {
  const engine = engineOf(geos);
  // What an area is on the grid, and which areas are there already: a cache only, results never depend on it.
  const onGrid: Record<Lean, WeakMap<object, Area>> = { cover: new WeakMap(), core: new WeakMap() };

  const known = (polygons: readonly Rings[]): Area => {
    const a = normalise(polygons);
    if (a) for (const lean of LEANS) onGrid[lean].set(a, a);
    return a;
  };
  const fault = (a: Area): Fault | null => {
    if (!a || onGrid.cover.get(a) === a) return null;
    return faultOfRings(a) ?? engine((scope) => scope.fault(scope.put(a)));
  };
  const read = (a: Area): Record<Lean, Area> =>
    engine((scope) => {
      const { cover, core } = readRings(scope, polygonsIn([a]));
      return { cover: known(unite(scope, cover)), core: known(unite(scope, core)) };
    });
  // GEOS hands a lone polygon through an overlay as it is: so each operand is valid and on the grid before.
  const sound = (a: Area, lean: Lean): Area => {
    if (!a) return null;
    const before = onGrid[lean].get(a);
    if (before !== undefined) return before;
    const after = fault(a) ? read(a)[lean] : engine((scope) => known(snapped(scope, a)));
    onGrid[lean].set(a, after);
    return after;
  };

  const union = (areas: readonly Area[]): Area => {
    const polygons = polygonsIn(areas.map((a) => sound(a, 'cover')));
    return engine((scope) => known(unite(scope, polygons)));
  };

  return {
    fault,
    read,
    union,
    intersection(a, b) {
      const [p, q] = [sound(a, 'cover'), sound(b, 'cover')];
      if (!p || !q) return null;
      const [first, second] = compareParts(polygonsIn([p])[0]!, polygonsIn([q])[0]!) <= 0 ? [p, q] : [q, p];
      return engine((scope) =>
        known(overlay(scope, first, second, (g, c, x, y) => g.GEOSIntersectionPrec_r(c, x, y, GRID_SIZE))),
      );
    },
    difference(a, b) {
      const [p, q] = [sound(a, 'cover'), sound(b, 'core')];
      if (!p || !q) return p;
      return engine((scope) =>
        known(overlay(scope, p, q, (g, c, x, y) => g.GEOSDifferencePrec_r(c, x, y, GRID_SIZE))),
      );
    },
    withoutSlivers(a, metres) {
      const parts = polygonsIn([sound(a, 'cover')]);
      if (!(metres > 0)) return known(parts);
      return known(parts.flatMap((part) => thick(engine, part, metres, (grown) => sound(grown, 'cover'))));
    },
    asArea(g, metres) {
      if (g.type === 'Polygon' || g.type === 'MultiPolygon') return sound(g, 'cover');
      if (!(metres > 0)) return null;
      if (g.type === 'Point') return union(disc(g.coordinates, metres).map(polygon));
      if (g.type === 'MultiPoint') {
        return union(g.coordinates.flatMap((p) => disc(p, metres)).map(polygon));
      }
      const lines = g.type === 'LineString' ? [g.coordinates] : g.coordinates;
      return engine((scope) =>
        known(
          unite(
            scope,
            lines.flatMap((line) => capsules(scope, line, metres / 2)),
          ),
        ),
      );
    },
    area: (a) => areaOf(a) ?? 0,
    within: (a, b, metres) => isNear(engine, a, b, metres),
  };
}

/** What GEOS would not even read: rings open, of fewer than four positions, or with positions that are no numbers. */
function faultOfRings(a: NonNullable<Area>): Fault | null {
  const parts = polygonsIn([a]);
  if (parts.length === 0 || parts.some((rings) => rings.length === 0)) return { reason: 'Empty', at: [0, 0] };
  for (const ring of parts.flat()) {
    const [first, last] = [ring[0], ring.at(-1)];
    const at: Fault['at'] = first?.every(Number.isFinite) ? first : [0, 0];
    if (!ring.flat().every(Number.isFinite)) return { reason: 'Invalid Coordinate', at };
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return { reason: 'Ring not closed', at };
    if (ring.length < 4) return { reason: 'Too few points in geometry component', at };
  }
  return null;
}

/** The geometry, or where GEOS could not read it its positions; null when it has none. */
function readable(g: Geometry): Geometry | null {
  const lines = g.type === 'LineString' ? [g.coordinates] : g.type === 'MultiLineString' ? g.coordinates : [];
  const area = g.type === 'Polygon' || g.type === 'MultiPolygon' ? g : null;
  const odd = area ? faultOfRings(area) : lines.some((line) => line.length < 2);
  const positions = positionsOf(g).filter((p) => p.every(Number.isFinite));
  if (positions.length === 0) return null;
  return odd || positions.length < positionsOf(g).length ? { type: 'MultiPoint', coordinates: positions } : g;
}

function polygon(rings: Rings): Area {
  return { type: 'Polygon', coordinates: rings };
}

const LEANS: readonly Lean[] = ['cover', 'core'];

function snapped(scope: Scope, a: Geometry): readonly Rings[] {
  const whole = scope.put(a);
  return polygonsIn(
    scope.take(scope.make((geos, context) => geos.GEOSGeom_setPrecision_r(context, whole, GRID_SIZE, 0))),
  );
}

/** The polygons normalised, sorted, each once: a union is then a function of the set. */
function asSet(polygons: readonly Rings[]): readonly Rings[] {
  const sorted = polygons.flatMap((rings) => polygonsIn([normalise([rings])])).sort(compareParts);
  return sorted.filter((rings, i) => i === 0 || compareParts(rings, sorted[i - 1]!) !== 0);
}

function unite(scope: Scope, polygons: readonly Rings[]): readonly Rings[] {
  if (polygons.length < 2) return polygons;
  const set = asSet(polygons).map((coordinates) => ({ type: 'Polygon', coordinates }) as const);
  const all = scope.put(set);
  return polygonsIn(
    scope.take(scope.make((geos, context) => geos.GEOSUnaryUnionPrec_r(context, all, GRID_SIZE))),
  );
}

function overlay(
  scope: Scope,
  a: Geometry,
  b: Geometry,
  operation: (geos: Geos, context: number, a: number, b: number) => number,
): readonly Rings[] {
  const [p, q] = [scope.put(a), scope.put(b)];
  return polygonsIn(scope.take(scope.make((geos, context) => operation(geos, context, p, q))));
}

/**
 * A polygon without its places thinner than `metres`: shrunk by half of it and grown again by three times as much, so
 * that the corners of what is thick enough come back whole, and cut to what it was. Measured so that a place seems
 * rather too thick than too thin.
 */
function thick(engine: Engine, part: Rings, metres: number, sound: (a: Area) => Area): readonly Rings[] {
  const whole: Geometry = { type: 'Polygon', coordinates: part };
  const [, south, , north] = boundsOf(whole);
  const scale = stretched(south, north);
  return engine((scope) => {
    const flat = scope.put(flatten(whole, scale));
    const shrunken = scope.make((geos, context) => geos.GEOSBuffer_r(context, flat, -metres / 2, 8));
    const grown = scope.make((geos, context) => geos.GEOSBuffer_r(context, shrunken, metres * 1.5, 8));
    const back: Scale = [1 / scale[0], 1 / scale[1]];
    const reach = sound(normalise(polygonsIn(scope.take(grown).map((g) => flatten(g, back)))));
    if (!reach) return [];
    return overlay(scope, whole, reach, (g, c, x, y) => g.GEOSIntersectionPrec_r(c, x, y, GRID_SIZE));
  });
}

/** Measured so that two geometries seem rather too near than too far: up to 1 % more, of latitude also a little. */
function isNear(engine: Engine, one: Geometry, other: Geometry, metres: number): boolean {
  const [a, b] = [readable(one), readable(other)];
  if (!a || !b) return false;
  const [p, q] = [boundsOf(a), boundsOf(b)];
  const reach = metres / 110_000;
  if (p[1] > q[3] + reach || q[1] > p[3] + reach) return false;
  const scale = shrunk(Math.min(p[1], q[1]), Math.max(p[3], q[3]));
  return [0, -360, 360].some((turn) =>
    engine((scope) => {
      const [first, second] = [scope.put(flatten(a, scale)), scope.put(flatten(b, scale, turn))];
      return scope.ask((geos, context) => geos.GEOSDistanceWithin_r(context, first, second, metres));
    }),
  );
}
