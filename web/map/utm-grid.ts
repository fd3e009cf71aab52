/** The kilometre grid of the UTM zone in the middle of a view: which lines cross it, and how they are labelled. Pure. */
import { toUtm, zoneOf } from '@tilth/domain/geometry/utm';
import type { Position } from '@tilth/domain/report/entry';
import type { Bounds } from './graticule.ts';
import { rounds } from './rounds.ts';

export interface UtmGrid {
  readonly zone: number;
  readonly south: boolean;
  /** metres between lines */
  readonly step: number;
  /** metres */
  readonly eastings: readonly number[];
  readonly northings: readonly number[];
  /** what the view covers at least: west, south, east, north in metres */
  readonly box: Bounds;
}

const steps = [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10];

/** Null where the view is wider than a zone, whose grid would mislead there, or reaches out of the system. */
export function utmGrid([west, south, east, north]: Bounds): UtmGrid | null {
  if (east - west > 8 || north - south > 8 || west < -180 || east > 180) return null;
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  const zone = zoneOf(middle);
  const corners = [west, middle[0], east]
    .flatMap((x): Position[] => [
      [x, north],
      [x, south],
    ])
    .map((p) => toUtm(p, zone))
    .flatMap((c) => ('code' in c ? [] : [c]));
  const hemisphere = corners[0]?.south;
  if (corners.length < 6 || hemisphere === undefined || corners.some((c) => c.south !== hemisphere))
    return null;
  const e = corners.map((c) => c.easting);
  const n = corners.map((c) => c.northing);
  const box = [Math.min(...e), Math.min(...n), Math.max(...e), Math.max(...n)] as const;
  const span = Math.min(box[2] - box[0], box[3] - box[1]);
  const step = steps.find((s) => span / s >= 3.5) ?? 10;
  return {
    zone,
    south: hemisphere,
    step,
    eastings: rounds(box[0], box[2], step),
    northings: rounds(box[1], box[3], step),
    box,
  };
}

/** Kilometres, every label of a grid with as many decimals as its step needs: beside 748.5 stands 749.0. */
export function kilometres(metres: number, step: number): string {
  const digits = step % 1_000 === 0 ? 0 : step % 100 === 0 ? 1 : 2;
  return (metres / 1_000).toFixed(digits);
}
