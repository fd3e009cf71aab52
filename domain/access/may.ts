/**
 * Who may do what, first cut (design §6 and the issue's *People*): collectors report, reviewers also decide,
 * administrators also set rules and invite. Nobody approves their own report when it takes land off the hazard map:
 * danger counts when one person reports it, safety only when a second one agrees (law 6).
 */
import { type Problem, problem } from '../problem.ts';
import type { Decision, Id, Report } from '../report/entry.ts';
import type { Role } from './level.ts';

export type Doing = 'report' | 'decide' | 'rule' | 'invite';

const allowed: Readonly<Record<Doing, readonly Role[]>> = {
  report: ['collector', 'reviewer', 'administrator'],
  decide: ['reviewer', 'administrator'],
  rule: ['administrator'],
  invite: ['administrator'],
};

/** `not-signed-in`, `may-not`, or null when this person may do it in this programme. */
export function mayDo(
  doing: Doing,
  person: Id | null,
  role: Role | undefined,
  programme: string,
): Problem | null {
  if (person === null) return problem('not-signed-in');
  if (role === undefined || !allowed[doing].includes(role)) return problem('may-not', { doing, programme });
  return null;
}

/** Whether a report, once live, can take land off the hazard map. */
export function takesLandOff(report: Report): boolean {
  return report.claims.some((c) => c.value.type === 'release');
}

/** `own-release` when the decision approves a release that its author reported; null otherwise. */
export function approvesOwnRelease(decision: Decision, reports: readonly Report[]): Problem | null {
  if (decision.act !== 'approve') return null;
  const own = reports.find((r) => r.by === decision.by && takesLandOff(r));
  return own === undefined ? null : problem('own-release', { report: own.id });
}
