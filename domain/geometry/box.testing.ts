/** A box as tests draw it: WGS 84 degrees, or whatever plane the test means. */
import type { Geometry } from '../report/entry.ts';

export function box(
  west: number,
  south: number,
  east: number,
  north: number,
): Extract<Geometry, { type: 'Polygon' }> {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}
