/**
 * The grid of a map sheet: labels around its frame and small crosses in it. Degrees, or for readers of UTM and MGRS the
 * kilometre grid of the zone in the middle. The map is Web Mercator, straight in degrees; a UTM grid leans a little in it, so
 * each of its ends is found for itself.
 */
import type { System } from '@tilth/domain/geometry/coordinates';
import { fromUtm, toUtm } from '@tilth/domain/geometry/utm';
import type { Position } from '@tilth/domain/report/entry';
import { anglesOf, type Bounds, stepFor, writeDegrees } from '../../map/graticule.ts';
import { rounds } from '../../map/rounds.ts';
import { kilometres, utmGrid } from '../../map/utm-grid.ts';

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
    const grid = metricGrid(bounds, across, down, latAt);
    if (grid) return grid;
  }
  const angles = anglesOf(system);
  const step = stepFor(bounds, angles);
  const lons = rounds(west, east, step);
  const lats = rounds(south, north, step);
  return {
    zone: null,
    ticks: [
      ...lons.flatMap((lon): Tick[] => {
        const label = writeDegrees(lon, 'lon', angles, step);
        return (['top', 'bottom'] as const).map((edge) => ({ edge, at: across(lon), label }));
      }),
      ...lats.flatMap((lat): Tick[] => {
        const label = writeDegrees(lat, 'lat', angles, step);
        return (['left', 'right'] as const).map((edge) => ({ edge, at: down(lat), label }));
      }),
    ],
    crosses: lons.flatMap((lon) => lats.map((lat) => [across(lon), down(lat)] as const)),
  };
}

type Share = (degrees: number) => number;

/** The UTM grid; null where the sheet reaches out of the system. */
function metricGrid(
  bounds: Bounds,
  across: Share,
  down: Share,
  latAt: (share: number) => number,
): Grid | null {
  const [west, south, east, north] = bounds;
  const grid = utmGrid(bounds);
  if (grid === null) return null;
  const { zone, step, eastings, northings } = grid;
  const at = (p: Position) => {
    const utm = toUtm(p, zone);
    return 'code' in utm ? null : utm;
  };
  const ticks: Tick[] = [];
  for (const easting of eastings)
    for (const [edge, lat] of [
      ['top', north],
      ['bottom', south],
    ] as const) {
      const lon = solve(west, east, (x) => (at([x, lat])?.easting ?? Number.NaN) - easting);
      if (lon !== null) ticks.push({ edge, at: across(lon), label: kilometres(easting, step) });
    }
  for (const northing of northings)
    for (const [edge, lon] of [
      ['left', west],
      ['right', east],
    ] as const) {
      const share = solve(1, 0, (y) => (at([lon, latAt(y)])?.northing ?? Number.NaN) - northing);
      if (share !== null) ticks.push({ edge, at: share, label: kilometres(northing, step) });
    }
  const crosses = eastings.flatMap((easting) =>
    northings.flatMap((northing) => {
      const p = fromUtm({ zone, south: grid.south, easting, northing });
      if ('code' in p) return [];
      const [x, y] = [across(p[0]), down(p[1])];
      return x > 0 && x < 1 && y > 0 && y < 1 ? [[x, y] as const] : [];
    }),
  );
  return { ticks, crosses, zone: `${zone} ${grid.south ? 'S' : 'N'}` };
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
