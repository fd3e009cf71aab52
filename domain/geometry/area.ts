/**
 * How much land: geodesic area on the WGS 84 ellipsoid, each ring's edges read as geodesics, holes taken off
 * (C. F. F. Karney, Algorithms for geodesics, 2013). Rounded to 0.01 m² so that JavaScript engines, whose sines may
 * differ in the last bit, all print the same figure.
 */
import geographiclib from 'geographiclib-geodesic';
import type { Geometry, Position } from '../report/entry.ts';

const wgs84 = geographiclib.Geodesic.WGS84;

/** m² of a polygon or multipolygon, to 0.01; null for what has no area (points, lines). Parts are added up, not united. */
export function areaOf(g: Geometry | null): number | null {
  if (g?.type === 'Polygon') return toCentimetres(polygonArea(g.coordinates));
  if (g?.type === 'MultiPolygon') {
    return toCentimetres(g.coordinates.reduce((sum, rings) => sum + polygonArea(rings), 0));
  }
  return null;
}

/** m² enclosed by one ring, whichever way it runs; of a ring that crosses itself the net figure. Not rounded. */
export function ringArea(ring: readonly Position[]): number {
  const polygon = wgs84.Polygon(false);
  const first = ring[0];
  const last = ring.at(-1);
  const closed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  const end = closed ? ring.length - 1 : ring.length;
  for (let i = 0; i < end; i++) polygon.AddPoint(ring[i]![1], ring[i]![0]);
  return Math.abs(polygon.Compute(false, true).area ?? 0);
}

function polygonArea(rings: readonly (readonly Position[])[]): number {
  const [exterior, ...holes] = rings;
  if (!exterior) return 0;
  return holes.reduce((sum, hole) => sum - ringArea(hole), ringArea(exterior));
}

function toCentimetres(m2: number): number {
  return Math.round(m2 * 100) / 100 + 0;
}
