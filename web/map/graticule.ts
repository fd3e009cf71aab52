/**
 * The grid over a map, in the system the reader chose: lines of latitude and longitude at a round distance that fits the
 * view, or for UTM and MGRS the kilometre grid of the zone in the middle. Each line says where it lies.
 */
import { formatCoordinates, type System } from '@tilth/domain/geometry/coordinates';
import { fromUtm } from '@tilth/domain/geometry/utm';
import type { Position } from '@tilth/domain/report/entry';
import { rounds } from './rounds.ts';
import { kilometres, utmGrid } from './utm-grid.ts';

export type Bounds = readonly [west: number, south: number, east: number, north: number];

const wide = [30, 10, 5, 2, 1];
const decimal = [...wide, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];
/** round in minutes, and in tenths of them or in seconds below */
const minutes = [...wide, ...[30, 20, 10, 5, 2, 1].map((m) => m / 60)];
const steps: Readonly<Record<Angles, readonly number[]>> = {
  decimal,
  dm: [...minutes, ...[0.5, 0.2, 0.1, 0.05].map((m) => m / 60)],
  dms: [...minutes, ...[30, 20, 10, 5, 2, 1].map((s) => s / 3600)],
};

/** Systems that tell degrees. */
type Angles = Exclude<System, 'utm' | 'mgrs'>;

/** How degrees are written where a reader of UTM or MGRS has no kilometre grid. */
export function anglesOf(system: System): Angles {
  return system === 'utm' || system === 'mgrs' ? 'decimal' : system;
}

/** Degrees between lines, so that about four to eight lines cross a view. */
export function stepFor([west, south, east, north]: Bounds, angles: Angles): number {
  const width = Math.max(1e-6, Math.min(east - west, 2 * (north - south)));
  const fit = steps[angles];
  return fit.find((s) => width / s >= 3.5) ?? fit.at(-1) ?? 1;
}

/** One axis of a line as its system writes it, as finely as the step needs. */
export function writeDegrees(degrees: number, axis: 'lat' | 'lon', angles: Angles, step: number): string {
  const unit = angles === 'decimal' ? step : angles === 'dm' ? step * 60 : step * 3600;
  const digits = Math.max(0, Math.ceil(-Math.log10(unit) - 1e-9));
  const at: Position = axis === 'lat' ? [0, degrees] : [degrees, 0];
  const written = formatCoordinates(at, angles, digits);
  if (typeof written !== 'string') return '';
  const halves = /^(.*[NS])\s+(.*[EW])$/.exec(written);
  return (axis === 'lat' ? halves?.[1] : halves?.[2]) ?? '';
}

interface Line {
  readonly type: 'Feature';
  readonly properties: { readonly degrees: string };
  readonly geometry: { readonly type: 'LineString'; readonly coordinates: [number, number][] };
}

export interface Graticule {
  readonly type: 'FeatureCollection';
  readonly features: Line[];
}

export const noGraticule: Graticule = { type: 'FeatureCollection', features: [] };

/** The lines of a view, each with what it says. */
export function graticule(bounds: Bounds, system: System): Graticule {
  const line = (degrees: string, coordinates: [number, number][]): Line => ({
    type: 'Feature',
    properties: { degrees },
    geometry: { type: 'LineString', coordinates },
  });
  const metric = system === 'utm' || system === 'mgrs' ? metricLines(bounds, line) : null;
  return { type: 'FeatureCollection', features: metric ?? degreeLines(bounds, anglesOf(system), line) };
}

type Draw = (degrees: string, coordinates: [number, number][]) => Line;

function degreeLines(bounds: Bounds, angles: Angles, line: Draw): Line[] {
  const [west, south, east, north] = bounds;
  const step = stepFor(bounds, angles);
  return [
    ...rounds(west, east, step).map((lon) =>
      line(writeDegrees(turned(lon), 'lon', angles, step), [
        [lon, Math.max(south, -85)],
        [lon, Math.min(north, 85)],
      ]),
    ),
    ...rounds(Math.max(south, -85), Math.min(north, 85), step).map((lat) =>
      line(writeDegrees(lat, 'lat', angles, step), [
        [west, lat],
        [east, lat],
      ]),
    ),
  ];
}

/** Pieces of which a line of the kilometre grid is drawn: straight in UTM, it leans and bends a little on the map. */
const PIECES = 8;

function metricLines(bounds: Bounds, line: Draw): Line[] | null {
  const grid = utmGrid(bounds);
  if (grid === null) return null;
  const { zone, south, step, eastings, northings, box } = grid;
  const along = (from: number, to: number, at: (n: number) => { easting: number; northing: number }) =>
    Array.from({ length: PIECES + 1 }, (_, i) => from + ((to - from) * i) / PIECES).flatMap((n) => {
      const p = fromUtm({ zone, south, ...at(n) });
      return 'code' in p ? [] : [[p[0], p[1]] as [number, number]];
    });
  return [
    ...eastings.map((easting) =>
      line(
        `${kilometres(easting, step)} km E`,
        along(box[1], box[3], (northing) => ({ easting, northing })),
      ),
    ),
    ...northings.map((northing) =>
      line(
        `${kilometres(northing, step)} km N`,
        along(box[0], box[2], (easting) => ({ easting, northing })),
      ),
    ),
  ].filter(({ geometry }) => geometry.coordinates.length > 1);
}

/** A view across the date line, or wider than the world, has longitudes beyond 180°: the same line, named as usual. */
function turned(lon: number): number {
  const once = (((lon + 180) % 360) + 360) % 360;
  return Number((once === 0 && lon > 0 ? 180 : once - 180).toFixed(9));
}
