/** Whether a position lies in an area, its outline included (to 1e-8°, about a millimetre). In the plane of degrees. */
import type { Position } from '../report/entry.ts';
import type { Area } from './overlay.ts';

const TOUCH = 1e-8;

/** True inside the area or on its outline; false in its holes and for no area. */
export function isInside(p: Position, a: Area): boolean {
  if (!a) return false;
  const polygons = a.type === 'Polygon' ? [a.coordinates] : a.coordinates;
  return polygons.some((rings) => {
    const crossings = rings.map((ring) => crossingsOf(p, ring));
    return crossings.includes('on') || (crossings[0] === 'in' && !crossings.slice(1).includes('in'));
  });
}

function crossingsOf([x, y]: Position, ring: readonly Position[]): 'in' | 'out' | 'on' {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    const [dx, dy] = [bx - ax, by - ay];
    const share = dx === 0 && dy === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
    const along = Math.max(0, Math.min(1, share));
    if (Math.abs(ax + along * dx - x) <= TOUCH && Math.abs(ay + along * dy - y) <= TOUCH) return 'on';
    if (ay > y !== by > y && x < ax + ((y - ay) * dx) / dy) inside = !inside;
  }
  return inside ? 'in' : 'out';
}
