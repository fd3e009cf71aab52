/**
 * A position with a radius as land: a polygon of 64 corners around the true geodesic circle, never inside it, so that
 * nothing within the radius is left out. Its area is less than 0.1 % over the circle's.
 */
import type { Position } from '../report/entry.ts';
import { cutPolygon, isBeyond, unwrap } from './antimeridian.ts';
import { destination } from './length.ts';
import type { Ring } from './normalise.ts';

const CORNERS = 64;
const EARTH = 6_356_752;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Corners around the circle of `metres` around `centre`, open, longitudes without jumps (they may pass ±180°). */
export function corners(centre: Position, metres: number): Ring {
  // The edges stand outside the circle by the usual factor; besides, an edge straight in degrees bends away from the
  // straight edge on the earth by about s² tan(latitude) / 8R, and the grid may move a corner by 0.1 mm.
  const steepest = Math.min(89.9, Math.abs(centre[1]) + metres / 110_000);
  const edge = (2 * Math.PI * metres) / CORNERS;
  const bend = (edge * edge * Math.tan(radians(steepest))) / (8 * EARTH);
  const out = metres / Math.cos(Math.PI / CORNERS) + bend + 0.001;
  const ring = Array.from({ length: CORNERS }, (_, i) => destination(centre, (-360 * i) / CORNERS, out));
  return unwrap(ring, centre[0]);
}

/** The disc as polygons: one, or two when it crosses the antimeridian; a box over all longitudes when it holds a pole. */
export function disc(centre: Position, metres: number): Ring[][] {
  const reach = metres / 110_000;
  if (Math.abs(centre[1]) + reach >= 90) {
    const [south, north] = centre[1] > 0 ? [centre[1] - reach, 90] : [-90, centre[1] + reach];
    return [
      [
        [
          [-180, south],
          [180, south],
          [180, north],
          [-180, north],
          [-180, south],
        ],
      ],
    ];
  }
  const ring = corners(centre, metres);
  const closed = [...ring, ring[0]!];
  return isBeyond(closed) ? cutPolygon([closed]).map((rings) => [...rings]) : [[closed]];
}
