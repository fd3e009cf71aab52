/**
 * A small region laid flat: degrees to metres with one scale for each axis, chosen so that the flat distance is never
 * more (`shrunk`) or never less (`stretched`) than the true one. Enough for yes/no questions of nearness and thinness;
 * areas and lengths that are printed come from the ellipsoid.
 */
import type { Geometry, Position } from '../report/entry.ts';

/** Metres in a degree on WGS 84: of latitude at equator and pole, of longitude at the equator. */
const LATITUDE = { least: 110_574, most: 111_694 };
const LONGITUDE = { least: 111_319, most: 111_694 };

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres in a degree of longitude at a latitude, a little less or a little more than true. */
export function longitudeMetres(latitude: number, lean: 'least' | 'most'): number {
  return LONGITUDE[lean] * Math.max(0, Math.cos(radians(Math.min(90, Math.abs(latitude)))));
}

/** Flat distances at most the true ones, for geometries between two latitudes. */
export function shrunk(south: number, north: number): Scale {
  return [longitudeMetres(Math.max(Math.abs(south), Math.abs(north)), 'least'), LATITUDE.least];
}

/** Flat distances at least the true ones, for geometries between two latitudes. */
export function stretched(south: number, north: number): Scale {
  const nearest = south <= 0 && north >= 0 ? 0 : Math.min(Math.abs(south), Math.abs(north));
  return [longitudeMetres(nearest, 'most'), LATITUDE.most];
}

/** Metres in a degree along x and along y. */
export type Scale = readonly [number, number];

/** The geometry with x and y multiplied, and `turn` degrees added to x before. */
export function flatten(g: Geometry, [sx, sy]: Scale, turn = 0): Geometry {
  return mapPositions(g, ([x, y]) => [(x + turn) * sx, y * sy]);
}

/** The geometry with every position replaced. */
export function mapPositions(g: Geometry, change: (p: Position) => Position): Geometry {
  const line = (l: readonly Position[]) => l.map(change);
  const lines = (ls: readonly (readonly Position[])[]) => ls.map(line);
  if (g.type === 'Point') return { type: 'Point', coordinates: change(g.coordinates) };
  if (g.type === 'MultiPoint') return { type: 'MultiPoint', coordinates: line(g.coordinates) };
  if (g.type === 'LineString') return { type: 'LineString', coordinates: line(g.coordinates) };
  if (g.type === 'MultiLineString') return { type: 'MultiLineString', coordinates: lines(g.coordinates) };
  if (g.type === 'Polygon') return { type: 'Polygon', coordinates: lines(g.coordinates) };
  return { type: 'MultiPolygon', coordinates: g.coordinates.map(lines) };
}
