/** One name for each administrative unit and settlement, at its centre: tiles would repeat it in every tile. */
import type { Geometry, Position } from '../report/entry.ts';

export interface PlaceName {
  readonly name: string;
  /** from which zoom it is written: wider units from further away */
  readonly from: number;
  readonly at: readonly [number, number];
}

const firstZoom: Readonly<Record<string, number>> = { country: 3, adm1: 5.5, adm2: 7.5, adm3: 9.5, adm4: 11 };

/** A place as lists give it: the values of its columns and where it lies, WGS 84. */
interface Row {
  readonly values: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry | null;
}

/** @param day units that had ceased to be by then are left out */
export function placeNames(rows: readonly Row[], day: string): readonly PlaceName[] {
  return rows.flatMap(({ values, geometry }) => {
    const { name, level, valid_to: until } = values;
    const at = geometry && centreOfLand(geometry);
    if (typeof name !== 'string' || name === '' || !at) return [];
    if (typeof until === 'string' && until < day) return [];
    return [{ name, from: firstZoom[String(level)] ?? 12, at }];
  });
}

/** Centre of mass of the largest outline, plane; of a line or points the first position. */
export function centreOfLand(g: Geometry): readonly [number, number] | null {
  if (g.type === 'Point') return [g.coordinates[0], g.coordinates[1]];
  if (g.type === 'Polygon') return centroid(g.coordinates[0] ?? []).at;
  if (g.type === 'MultiPolygon') {
    const parts = g.coordinates.map((p) => centroid(p[0] ?? []));
    return parts.reduce((a, b) => (b.size > a.size ? b : a), {
      size: -1,
      at: null as readonly [number, number] | null,
    }).at;
  }
  const first = g.coordinates.flat(1)[0];
  return typeof first === 'object' ? [first[0], first[1]] : null;
}

function centroid(ring: readonly Position[]): { size: number; at: readonly [number, number] | null } {
  const [origin] = ring;
  if (!origin) return { size: 0, at: null };
  let twice = 0;
  let x = 0;
  let y = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = [(ring[i - 1]?.[0] ?? 0) - origin[0], (ring[i - 1]?.[1] ?? 0) - origin[1]];
    const [bx, by] = [(ring[i]?.[0] ?? 0) - origin[0], (ring[i]?.[1] ?? 0) - origin[1]];
    const cross = ax * by - bx * ay;
    twice += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  if (twice === 0) return { size: 0, at: [origin[0], origin[1]] };
  return { size: Math.abs(twice) / 2, at: [origin[0] + x / (3 * twice), origin[1] + y / (3 * twice)] };
}
