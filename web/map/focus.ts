/**
 * Asks the map, wherever it is, to show a geometry, or to draw land that a report under review speaks of: screens and the
 * map know nothing else of each other.
 */
import type { Geometry } from '../ask/answers.ts';

/** What drawn land is: spoken of, coming onto the map, going off it, or an earlier outline of what is shown. */
export type Way = 'proposed' | 'gained' | 'lost' | 'version';

export interface Proposed {
  readonly geometry: Geometry;
  readonly way: Way;
}

const nothing: readonly Proposed[] = [];
type Listener = (geometry: Geometry) => void;
const listeners = new Set<Listener>();

/** Asked for before a map stands: it is shown once one does. */
let asked: Geometry | null = null;

export function focusMapOn(geometry: Geometry): void {
  if (listeners.size === 0) asked = geometry;
  for (const tell of listeners) tell(geometry);
}

/** Returns how to stop listening. */
export function onMapFocus(tell: Listener): () => void {
  listeners.add(tell);
  if (asked) tell(asked);
  asked = null;
  return () => {
    listeners.delete(tell);
  };
}

const proposedListeners = new Set<() => void>();
let proposed: readonly Proposed[] = nothing;

/** Draws these as not yet decided, each as what it is, until called again with none. */
export function propose(drawn: readonly Proposed[]): void {
  proposed = drawn.length === 0 ? nothing : drawn;
  for (const tell of proposedListeners) tell();
}

export function proposedNow(): readonly Proposed[] {
  return proposed;
}

export function onProposed(tell: () => void): () => void {
  proposedListeners.add(tell);
  return () => {
    proposedListeners.delete(tell);
  };
}

/** west, south, east, north; null for a geometry without a position */
export function boundsOf(geometry: Geometry): [number, number, number, number] | null {
  const bounds: [number, number, number, number] = [180, 90, -180, -90];
  const visit = (x: unknown): void => {
    if (!Array.isArray(x)) return;
    const [lon, lat] = x;
    if (typeof lon === 'number' && typeof lat === 'number') {
      bounds[0] = Math.min(bounds[0], lon);
      bounds[1] = Math.min(bounds[1], lat);
      bounds[2] = Math.max(bounds[2], lon);
      bounds[3] = Math.max(bounds[3], lat);
    } else for (const y of x) visit(y);
  };
  visit(geometry.coordinates);
  return bounds[0] > bounds[2] ? null : bounds;
}
