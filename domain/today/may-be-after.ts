/**
 * Whether something found or happened may have been after land was released: then the release is in question (IMAS 07.11,
 * residual risk). Dates may be imprecise or unknown, and then the answer is the dangerous one: it may have been. What was
 * found on the last day of the work behind a release or before was found by that work.
 */
import type { Day } from '../report/entry.ts';

/** `found`: the last day on which it may have been; `released`: the day the work behind the release ended. */
export function mayBeAfter(found: Day | null, released: Day | null): boolean {
  return found === null || released === null || found > released;
}
