/**
 * How much land: area on the WGS 84 ellipsoid, holes taken off, rounded to 0.01 m² so that JavaScript engines, whose
 * sines may differ in the last bit, print the same figure.
 *
 * Edges run straight in degrees, as GeoJSON means them (RFC 7946 3.1.1) and as overlays cut them: so land cut in two has
 * the area of its parts, and a ledger balances. Reading edges as geodesics instead moves a figure by a few m² per
 * kilometre-long edge (L³ tan(latitude) / 12R), and a border point added by an overlay would change the area.
 */
import type { Geometry, Position } from '../report/entry.ts';

/** WGS 84: semi-major axis in metres, flattening. */
const A = 6_378_137;
const F = 1 / 298.257223563;
const E2 = F * (2 - F);
const E = Math.sqrt(E2);
/** m² of a strip one radian of longitude wide, for each unit of `zone`. */
const HALF_B2 = (A * A * (1 - E2)) / 2;
const RADIAN = Math.PI / 180;

/** Gauss and Legendre's three places on [0, 1] and their weights: exact enough (1e-6 m²) for pieces up to `PIECE`. */
const NODES = [
  [0.5 - Math.sqrt(0.15), 5 / 18],
  [0.5, 4 / 9],
  [0.5 + Math.sqrt(0.15), 5 / 18],
] as const;
/** Degrees of latitude that one piece of an edge may climb. */
const PIECE = 1;

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
  const first = ring[0];
  if (!first) return 0;
  // Measured from the latitude of the first vertex, so that small areas keep their digits.
  const base = zone(first[1]);
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const [x, y] = ring[i]!;
    const [u, v] = ring[i + 1] ?? first;
    if (x !== u) sum += (u - x) * RADIAN * (meanZone(y, v) - base);
  }
  return Math.abs(HALF_B2 * sum);
}

/** The area between equator and latitude, as a share of `HALF_B2` for each radian of longitude. */
function zone(latitude: number): number {
  const s = Math.sin(latitude * RADIAN);
  return s / (1 - E2 * s * s) + Math.atanh(E * s) / E;
}

/** Its mean along an edge that climbs evenly from one latitude to another. */
function meanZone(from: number, to: number): number {
  const pieces = Math.max(1, Math.ceil(Math.abs(to - from) / PIECE));
  const step = (to - from) / pieces;
  let sum = 0;
  for (let k = 0; k < pieces; k++) {
    for (const [at, weight] of NODES) sum += weight * zone(from + step * (k + at));
  }
  return sum / pieces;
}

function polygonArea(rings: readonly (readonly Position[])[]): number {
  const [exterior, ...holes] = rings;
  if (!exterior) return 0;
  return holes.reduce((sum, hole) => sum - ringArea(hole), ringArea(exterior));
}

function toCentimetres(m2: number): number {
  return Math.round(m2 * 100) / 100 + 0;
}
