/**
 * Whether a geometry lies outside the extent of its programme or file, and which usual slip would explain it: axes
 * swapped, a sign lost. Only named, never put right by itself: a person decides.
 */
import { type Problem, problem } from '../problem.ts';
import type { Geometry, Position } from '../report/entry.ts';
import { type Bounds, inBounds, positionsOf } from './bounds.ts';

const SLIPS: readonly (readonly [hint: string, undo: (p: Position) => Position])[] = [
  ['sign-longitude', ([x, y]) => [-x, y]],
  ['sign-latitude', ([x, y]) => [x, -y]],
  ['swap', ([x, y]) => [y, x]],
  ['sign-both', ([x, y]) => [-x, -y]],
  ['swap-sign-longitude', ([x, y]) => [-y, x]],
  ['swap-sign-latitude', ([x, y]) => [y, -x]],
  ['swap-sign-both', ([x, y]) => [-y, -x]],
];

/**
 * `outside-extent` with the first position outside and `hint`: the first change that brings every position inside (signs
 * are those the right position lost), `none` when no single slip explains it. Null when all lies within the extent.
 */
export function outsideExtent(g: Geometry, extent: Bounds): Problem | null {
  const positions = positionsOf(g);
  const out = positions.find((p) => !inBounds(p, extent));
  if (!out) return null;
  const slip = SLIPS.find(([, undo]) => positions.every((p) => inBounds(undo(p), extent)));
  return problem('outside-extent', { longitude: out[0], latitude: out[1], hint: slip?.[0] ?? 'none' });
}
