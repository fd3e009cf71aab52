/** The fixed grid of every overlay, 1e-9° (about 0.1 mm), and what counts as land in an answer of GEOS. */
import type { Geometry } from '../report/entry.ts';
import type { Rings } from './normalise.ts';

/** Degrees between two lines of the grid. */
export const GRID_SIZE = 1e-9;

/** The polygons among geometries; points and lines, which overlays leave where land only touches, are dropped. */
export function polygonsIn(geometries: readonly (Geometry | null)[]): Rings[] {
  return geometries.flatMap((g) => {
    if (g?.type === 'Polygon') return [g.coordinates];
    return g?.type === 'MultiPolygon' ? g.coordinates : [];
  });
}
