/** In which system this reader wants to read positions. Kept in this browser only. */
import { formatCoordinates, SYSTEMS, type System } from '@tilth/domain/geometry/coordinates';
import type { Position } from '@tilth/domain/report/entry';

const KEPT = 'tilth-coordinates';
const told = new Set<() => void>();

export function systemChosen(): System {
  const kept = window.localStorage.getItem(KEPT);
  return SYSTEMS.find((s) => s === kept) ?? 'decimal';
}

export function chooseSystem(system: System): void {
  window.localStorage.setItem(KEPT, system);
  for (const tell of told) tell();
}

/** Returns how to stop. */
export function onSystem(tell: () => void): () => void {
  told.add(tell);
  return () => {
    told.delete(tell);
  };
}

/** The position as far as a map can tell it, about a metre; null where the system doesn't reach (near the poles). */
export function writePosition(p: Position, system: System): string | null {
  const written = formatCoordinates(p, system, { decimal: 5, dm: 3, dms: 1, utm: 0, mgrs: 5 }[system]);
  return typeof written === 'string' ? written : null;
}
