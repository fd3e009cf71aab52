/** What of the kinds a map can draw (domain/record/drawn.ts) is drawn now: switched on, or not switched off. */
import { askedForKinds } from '@tilth/domain/record/drawn';

/** What is reported and not reviewed yet, of every kind but hazards, which are drawn in any case. */
export const REPORTED = 'reported';

/** Whether a kind is drawn: switched on if it has to be, not switched off, or listed beside the map. */
export function isDrawn(
  kind: string,
  { hidden, also, listed }: { hidden: ReadonlySet<string>; also: ReadonlySet<string>; listed: string | null },
): boolean {
  if (kind === 'hazardous-area') return true;
  if (askedForKinds.some((k) => k === kind)) return also.has(kind) || listed === kind;
  return !hidden.has(kind);
}
