/**
 * The step of review that a report waits at: the first of those asked (record/review.ts says which) that has not approved
 * it, or where it is contested; when all have, the last, from where it can still be returned.
 */
import { type Filed, type Log, read } from './gather.ts';

/** `steps`: what the report's review asks, in order of work, at least one. */
export function stepDue(log: Log, filed: Filed, steps: readonly string[]): string | null {
  const placed = log.standings.get(filed.ref.id);
  const due = steps.find((step) => read(placed?.get(step), filed.ref).sets !== 'approve');
  return due ?? steps.at(-1) ?? null;
}
