/**
 * How a reporting duty stands on a day: answered (what is owed came, or nothing is owed), overdue (its day is past and
 * nothing came), to come, or undated. It came when the day it came is on record, or when it is said to be submitted; a duty
 * that is disputed or whose submission nobody has reviewed still stands. Source: record/reporting-duty.ts.
 */
import type { Day } from '../report/entry.ts';
import { stands, type Values } from './stands.ts';

export type DutyStage = 'answered' | 'overdue' | 'to-come' | 'undated';

/** Properties the answer depends on. */
export const dutyProperties = ['submitted_on', 'duty_state', 'due_on'] as const;

/** `due`: the last day on which it may be, as far as the date is known; null when it isn't. */
export function dutyStage(values: Values, due: Day | null, today: Day): DutyStage {
  const state = stands(values, 'duty_state');
  if (stands(values, 'submitted_on') !== null || state === 'submitted' || state === 'not-owed')
    return 'answered';
  if (due === null) return 'undated';
  return due < today ? 'overdue' : 'to-come';
}
