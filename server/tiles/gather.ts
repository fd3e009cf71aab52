/**
 * Gathers marks in square cells, one mark a cell with how many items it stands for: what a map from afar can show of
 * thousands of events. Each item is counted in the one tile that holds it, so the counts of all tiles add up; a mark that
 * stands alone stays where it is and keeps its look. Never used for hazards: each of those is drawn.
 */
import type { Look } from './draw.ts';
import { EXTENT, PIXEL } from './mercator.ts';

export interface Point {
  readonly look: Look;
  readonly id: string;
  /** tile units, not rounded */
  readonly x: number;
  readonly y: number;
}

/** `cell`: its side in pixels. A mark of several has `count` and, of those, `waiting`: reported, not reviewed. */
export function gather(points: readonly Point[], cell: number): { look: Look; x: number; y: number }[] {
  const side = cell * PIXEL;
  const cells = new Map<string, Point[]>();
  for (const p of points) {
    // what lies in the buffer is counted in the tile beside
    if (p.x < 0 || p.y < 0 || p.x >= EXTENT || p.y >= EXTENT) continue;
    const key = `${Math.floor(p.x / side)}/${Math.floor(p.y / side)}`;
    const there = cells.get(key);
    if (there === undefined) cells.set(key, [p]);
    else if (!there.some((q) => q.id === p.id)) there.push(p);
  }
  return [...cells.values()].map((members) => {
    const n = members.length;
    const x = Math.round(members.reduce((sum, p) => sum + p.x, 0) / n);
    const y = Math.round(members.reduce((sum, p) => sum + p.y, 0) / n);
    const [first] = members;
    if (first !== undefined && n === 1) return { look: { ...first.look, count: 1 }, x, y };
    const waiting = members.filter((p) => p.look.standing === 'reported').length;
    return { look: { count: n, waiting }, x, y };
  });
}
