/**
 * Why an item stands on the to-locate list: a hazard or danger that cannot be drawn is kept and listed there, never
 * dropped (design, *Counting*). Hazards whose land was all released or voided are located, and not on it.
 */
import type { Kind } from '../record/kind.ts';
import { type Held, isReported } from './held.ts';
import { byOrder } from './order.ts';
import type { Drawing } from './view.ts';

/** The extent shown when nothing can be drawn: an administrative unit is known when a link to a place stands. */
export function extentWithoutPlace(claims: readonly Held[], kind: Kind): 'unit' | 'none' {
  const known = claims.some(
    (h) =>
      (h.standing === 'live' || isReported(h.standing)) &&
      h.claim.value.type === 'link' &&
      kind.properties[h.claim.property]?.to?.includes('place'),
  );
  return known ? 'unit' : 'none';
}

/** A problem code, or null: what a person must look at first, a place that can't be read, a unit only, or no place at all. */
export function toLocate(claims: readonly Held[], kind: Kind, drawing: Drawing): string | null {
  if (drawing.geometry !== null || kind.place === undefined) return null;
  if (drawing.extent === 'outline' || drawing.extent === 'line' || drawing.extent === 'position') return null;
  if (claims.every((h) => h.standing === 'void')) return null;
  const place = claims
    .filter((h) => h.claim.property === kind.place && h.standing !== 'void')
    .sort(byOrder)
    .at(-1);
  const unread = place?.claim.value.type === 'unknown';
  if (kind.drawing !== 'hazard' && kind.drawing !== 'danger' && !unread) return null;
  if (unread && place.report.waits !== undefined) return place.report.waits;
  if (unread && place.claim.value.type === 'unknown' && place.claim.value.why === 'unreadable')
    return 'place-unreadable';
  return drawing.extent === 'unit' ? 'place-unit-only' : 'place-missing';
}
