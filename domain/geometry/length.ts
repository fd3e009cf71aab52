/** How far: geodesic distances and lengths in metres on the WGS 84 ellipsoid (Karney 2013). */
import geographiclib from 'geographiclib-geodesic';
import type { Geometry, Position } from '../report/entry.ts';

const wgs84 = geographiclib.Geodesic.WGS84;

/** Metres between two positions. Not rounded. */
export function distance(a: Position, b: Position): number {
  return wgs84.Inverse(a[1], a[0], b[1], b[0]).s12 ?? 0;
}

/** The position `metres` away from `from` in the direction `azimuth` (degrees clockwise from true north), not rounded. */
export function destination(from: Position, azimuth: number, metres: number): Position {
  const there = wgs84.Direct(from[1], from[0], azimuth, metres);
  return [there.lon2 ?? from[0], there.lat2 ?? from[1]];
}

/** Metres of a line, or of all outlines of an area, to 0.01; 0 for points. */
export function lengthOf(g: Geometry): number {
  let lines: readonly (readonly Position[])[] = [];
  if (g.type === 'LineString') lines = [g.coordinates];
  else if (g.type === 'MultiLineString' || g.type === 'Polygon') lines = g.coordinates;
  else if (g.type === 'MultiPolygon') lines = g.coordinates.flat();
  let sum = 0;
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) sum += distance(line[i - 1]!, line[i]!);
  }
  return Math.round(sum * 100) / 100;
}
