/** Where the pointer is over the map. A store of its own: only what shows it is drawn again while it moves. */
import type { Position } from '@tilth/domain/report/entry';

const told = new Set<() => void>();
let now: Position | null = null;

export function pointerMoved(to: Position | null): void {
  now = to;
  for (const tell of told) tell();
}

export function pointerNow(): Position | null {
  return now;
}

/** Returns how to stop. */
export function onPointer(tell: () => void): () => void {
  told.add(tell);
  return () => {
    told.delete(tell);
  };
}
