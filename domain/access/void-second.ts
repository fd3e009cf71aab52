/**
 * Whether a void needs a second person (design, §1 *void*: it takes land off the map as a release does, without anybody
 * having looked at the ground). The programme says so by a rule on `void-second`; without a rule a second person is needed
 * wherever the programme has one who may void. Rules that differ and hold at once: it is needed (the cautious reading).
 */
import { type Problem, problem } from '../problem.ts';
import { ruleHeads } from '../record/rule-heads.ts';
import type { Decision, Id, Rule } from '../report/entry.ts';
import { may, type Role } from './may.ts';

/** Who has which role in the programme. */
export interface Member {
  readonly id: Id;
  readonly role: Role;
}

/** True when voids by this person need another to confirm them. `rules`: the programme's in force, `members`: its people. */
export function needsSecond(author: Id, rules: readonly Rule[], members: readonly Member[]): boolean {
  const said = (ruleHeads(rules, 'void-second').get('') ?? [])
    .map((r) => r.value)
    .filter((v) => typeof v === 'boolean');
  if (said.length > 0) return said.includes(true);
  return members.some((m) => m.id !== author && may(m.role, 'void'));
}

/** `void-needs-second` for a void that takes effect by its author alone where a second person is needed; else null. */
export function voidsAlone(
  decision: Decision,
  rules: readonly Rule[],
  members: readonly Member[],
): Problem | null {
  if (decision.act !== 'void' || decision.second === true) return null;
  return needsSecond(decision.by, rules, members) ? problem('void-needs-second', { id: decision.id }) : null;
}
