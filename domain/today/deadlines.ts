/**
 * The clearance deadlines that hold, from the decisions on record (APMBC Article 5, CCM Article 4): of each state and treaty
 * the last decision that set one, unless completion was declared after it. A request is not a decision, and a deadline that
 * is past still holds until it is extended or completion is declared. Deadlines are never worked out from a signature.
 */
import type { Day, Id } from '../report/entry.ts';
import { stands, type Values } from './stands.ts';

export interface Decided {
  readonly id: Id;
  readonly values: Values;
}

/** Properties the answer depends on. */
export const deadlineProperties = [
  'treaty',
  'decision_type',
  'article',
  'state',
  'country',
  'decided_on',
  'new_deadline',
] as const;

/** The decisions that set them, the nearest deadline first. */
export function deadlines<T extends Decided>(
  decisions: readonly T[],
): readonly (T & { readonly day: Day })[] {
  const last = new Map<string, { decision: T; decided: string; day: Day | null }>();
  for (const decision of decisions) {
    const { values, id } = decision;
    const type = values.decision_type;
    const article = values.article ?? 'clearance';
    const completed = type === 'completion-declared';
    const day = completed ? null : text(stands(values, 'new_deadline'));
    if (article !== 'clearance' || type === 'extension-requested' || (day === null && !completed)) continue;
    const of = JSON.stringify([text(values.treaty), text(values.country) ?? text(values.state)]);
    const decided = `${text(values.decided_on) ?? ''} ${id}`;
    const before = last.get(of);
    if (!before || before.decided < decided) last.set(of, { decision, decided, day });
  }
  return [...last.values()]
    .flatMap(({ decision, day }) => (day === null ? [] : [{ ...decision, day }]))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
