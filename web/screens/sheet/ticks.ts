/**
 * The grid of a map sheet: labels around its frame and small crosses in it. Degrees, or for readers of UTM and MGRS the
 * kilometre grid of the zone in the middle. The map is Web Mercator, straight in degrees; a UTM grid leans a little in it, so
 * each of its ends is found for itself.
 */
import { formatCoordinates, type System } from '@tilth/domain/geometry/coordinates';
import { fromUtm, toUtm, zoneOf } from '@tilth/domain/geometry/utm';
import type { Position } from '@tilth/domain/report/entry';
import { type Bounds, stepFor } from '../../map/graticule.ts';

export interface Tick {
  readonly edge: 'top' | 'bottom' | 'left' | 'right';
  /** share of the edge, from left or top */
  readonly at: number;
  readonly label: string;
}

export interface Grid {
  readonly ticks: readonly Tick[];
  /** shares of width and height, from left and top */
  readonly crosses: readonly (readonly [number, number])[];
  /** UTM zone; null for degrees */
  readonly zone: string | null;
}

const mercator = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));

export function gridOf(bounds: Bounds, system: System): Grid {
  const [west, south, east, north] = bounds;
  const top = mercator(north);
  const high = top - mercator(south);
  const across = (lon: number) => (lon - west) / (east - west);
  const down = (lat: number) => (top - mercator(lat)) / high;
  const latAt = (share: number) => (360 / Math.PI) * Math.atan(Math.exp(top - share * high)) - 90;
  if (system === 'utm' || system === 'mgrs') {
    const grid = kilometres(bounds, across, down, latAt);
    if (grid) return grid;
  }
  const angles = system === 'utm' || system === 'mgrs' ? 'decimal' : system;
  const step = stepFor(Math.max(1e-6, Math.min(east - west, 2 * (north - south))));
  const lons = rounds(west, east, step);
  const lats = rounds(south, north, step);
  const write = (p: Position, axis: 'lat' | 'lon') => degrees(p, axis, angles, step);
  return {
    zone: null,
    ticks: [
      ...lons.flatMap((lon): Tick[] => {
        const label = write([lon, 0], 'lon');
        return (['top', 'bottom'] as const).map((edge) => ({ edge, at: across(lon), label }));
      }),
      ...lats.flatMap((lat): Tick[] => {
        const label = write([0, lat], 'lat');
        return (['left', 'right'] as const).map((edge) => ({ edge, at: down(lat), label }));
      }),
    ],
    crosses: lons.flatMap((lon) => lats.map((lat) => [across(lon), down(lat)] as const)),
  };
}

/** One axis of a position as its system writes it. */
function degrees(p: Position, axis: 'lat' | 'lon', system: System, step: number): string {
  const digits =
    system === 'decimal' ? Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)) : system === 'dm' ? 2 : 0;
  const written = formatCoordinates(p, system, digits);
  if (typeof written !== 'string') return '';
  const halves = /^(.*[NS])\s+(.*[EW])$/.exec(written);
  return (axis === 'lat' ? halves?.[1] : halves?.[2]) ?? '';
}

type Share = (degrees: number) => number;

/** The UTM grid; null where the sheet reaches out of the system. */
function kilometres(
  bounds: Bounds,
  across: Share,
  down: Share,
  latAt: (share: number) => number,
): Grid | null {
  const [west, south, east, north] = bounds;
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  // wider than a zone, its grid would mislead
  if (east - west > 8 || north - south > 8 || west < -180 || east > 180) return null;
  const zone = zoneOf(middle);
  const at = (p: Position) => {
    const utm = toUtm(p, zone);
    return 'code' in utm ? null : utm;
  };
  const corners = [at([west, north]), at([east, north]), at([west, south]), at([east, south])];
  const all = corners.flatMap((c) => (c ? [c] : []));
  const hemisphere = all[0]?.south;
  if (all.length < 4 || hemisphere === undefined || all.some((c) => c.south !== hemisphere)) return null;
  const e = all.map((c) => c.easting);
  const n = all.map((c) => c.northing);
  const span = Math.min(Math.max(...e) - Math.min(...e), Math.max(...n) - Math.min(...n));
  const step =
    [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50].find((s) => span / s >= 3.5) ??
    50;
  const eastings = rounds(Math.min(...e), Math.max(...e), step);
  const northings = rounds(Math.min(...n), Math.max(...n), step);
  const ticks: Tick[] = [];
  for (const easting of eastings)
    for (const [edge, lat] of [
      ['top', north],
      ['bottom', south],
    ] as const) {
      const lon = solve(west, east, (x) => (at([x, lat])?.easting ?? Number.NaN) - easting);
      if (lon !== null) ticks.push({ edge, at: across(lon), label: short(easting, step) });
    }
  for (const northing of northings)
    for (const [edge, lon] of [
      ['left', west],
      ['right', east],
    ] as const) {
      const share = solve(1, 0, (y) => (at([lon, latAt(y)])?.northing ?? Number.NaN) - northing);
      if (share !== null) ticks.push({ edge, at: share, label: short(northing, step) });
    }
  const crosses = eastings.flatMap((easting) =>
    northings.flatMap((northing) => {
      const p = fromUtm({ zone, south: hemisphere, easting, northing });
      if ('code' in p) return [];
      const [x, y] = [across(p[0]), down(p[1])];
      return x > 0 && x < 1 && y > 0 && y < 1 ? [[x, y] as const] : [];
    }),
  );
  return { ticks, crosses, zone: `${zone} ${hemisphere ? 'S' : 'N'}` };
}

/** Kilometres, every label of a sheet with as many decimals as its step needs: beside 748.5 stands 749.0. */
function short(metres: number, step: number): string {
  const digits = step % 1_000 === 0 ? 0 : step % 100 === 0 ? 1 : 2;
  return (metres / 1_000).toFixed(digits);
}

/** Where a function that only grows crosses zero between two places; null when it does not. */
function solve(from: number, to: number, f: (x: number) => number): number | null {
  let [low, high] = [from, to];
  if (!(f(low) <= 0 && f(high) >= 0)) return null;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (f(middle) <= 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function rounds(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: Math.min(count, 40) }, (_, i) => Number(((first + i) * step).toFixed(6)));
}
