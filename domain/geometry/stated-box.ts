/** A `bbox` member that is no box, or not the box of its geometry (RFC 7946 section 5), is named. It is never used. */
import { type Problem, problem } from '../problem.ts';
import type { Geometry } from '../report/entry.ts';
import { boundsOf } from './bounds.ts';

/** Degrees by which a stated box may differ. */
const SLACK = 1e-6;

/** `bbox-unreadable` or `bbox-differs` for the box that the GeoJSON object `raw` states beside its geometry; else nothing. */
export function statedBox(raw: unknown, geometry: Geometry): Problem[] {
  if (typeof raw !== 'object' || raw === null || !('bbox' in raw) || raw.bbox === undefined) return [];
  const { bbox } = raw;
  const numbers = Array.isArray(bbox) ? bbox.filter((n) => typeof n === 'number' && Number.isFinite(n)) : [];
  if (!Array.isArray(bbox) || numbers.length < bbox.length || (bbox.length !== 4 && bbox.length !== 6)) {
    return [problem('bbox-unreadable')];
  }
  const half = numbers.length / 2;
  const stated = [numbers[0], numbers[1], numbers[half], numbers[half + 1]];
  const differs = boundsOf(geometry).some((edge, i) => Math.abs(edge - stated[i]) > SLACK);
  return differs ? [problem('bbox-differs')] : [];
}
