/**
 * What review a report waits for: the rule that was in force when it was received, and the first of that rule's steps that
 * has not approved it (design, *Reports*: the rule in force at receipt asks). An approval has to name both.
 */
import type { Report } from './entry.ts';
import { type Filed, type Log, read } from './gather.ts';
import type { Named } from './mentions.ts';
import { stepsOf } from './standing.ts';

/**
 * The last rule on review steps for a kind of the report's items, else the last for the whole programme; null where the
 * one step `review` is asked. `before`: the rules received before the report, in order of receipt.
 */
export function ruleInForce(report: Report, before: readonly Named[]): Named | null {
  const about = (keys: readonly string[]) =>
    before.findLast(
      ({ entry }) => entry.type === 'rule' && entry.sets === 'review-steps' && keys.includes(entry.key),
    );
  const force = about(report.items.map((i) => i.kind)) ?? about(['']);
  return force?.entry.type === 'rule' && force.entry.value !== null ? force : null;
}

/**
 * The first step of the rule (null: of no rule) that has not approved the report, or where it is contested; when all have,
 * the last, from where it can still be returned. Null when the rule's steps can't be read: nothing can be approved then.
 */
export function stepDue(log: Log, filed: Filed, rule: Named | null): string | null {
  const steps = rule?.entry.type === 'rule' ? stepsOf(rule.entry) : ['review'];
  const placed = log.standings.get(filed.ref.id);
  const due = steps?.find((step) => read(placed?.get(step), filed.ref).sets !== 'approve');
  return due ?? steps?.at(-1) ?? null;
}
