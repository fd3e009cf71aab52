/**
 * Which role may do what in a programme, as one table. The database enforces the walls between programmes and the room of
 * personal values; this says what a person may do inside one. A role includes what the roles before it may do.
 */
import { type Problem, problem } from '../problem.ts';
import type { Sensitivity } from '../record/kind.ts';
import type { Decision, Id, Report } from '../report/entry.ts';
import { takesLandOff } from '../report/takes-land-off.ts';

export type Role = 'viewer' | 'collector' | 'reviewer' | 'administrator';

export type Deed =
  /** look at views and history, export */
  | 'read'
  /** append reports and captures, import without approving */
  | 'report'
  /** approve, return, reject, withdraw, retarget, split, merge, unmerge, choose, lower, settle-id */
  | 'decide'
  /** void, and confirm another person's void */
  | 'void'
  /** read and erase personal values */
  | 'read-personal'
  | 'erase-personal'
  /** programme rules, people, backup, rebuild */
  | 'rule'
  | 'invite'
  | 'operate';

const deeds: Readonly<Record<Role, readonly Deed[]>> = {
  viewer: ['read'],
  collector: ['report'],
  reviewer: ['decide', 'void', 'read-personal'],
  administrator: ['erase-personal', 'rule', 'invite', 'operate'],
};

const order: readonly Role[] = ['viewer', 'collector', 'reviewer', 'administrator'];

/** True when a person of the role (null: none in this programme) may do the deed. */
export function may(role: Role | null | undefined, deed: Deed): boolean {
  if (role === null || role === undefined) return false;
  return order.slice(0, order.indexOf(role) + 1).some((r) => deeds[r].includes(deed));
}

const levels: Readonly<Record<Role, Sensitivity>> = {
  viewer: 'partner',
  collector: 'restricted',
  reviewer: 'personal',
  administrator: 'personal',
};

/** Up to which sensitivity a role sees; null for nobody: only what the programme marks public. */
export function levelOf(role: Role | null | undefined): Sensitivity | null {
  return role === null || role === undefined ? null : levels[role];
}

/** What a person does when writing over the network. */
export type Doing = Extract<Deed, 'report' | 'decide' | 'rule' | 'invite'>;

/** `not-signed-in`, `may-not`, or null when this person may do it in this programme. */
export function mayDo(
  doing: Doing,
  person: Id | null,
  role: Role | undefined,
  programme: string,
): Problem | null {
  if (person === null) return problem('not-signed-in');
  return may(role, doing) ? null : problem('may-not', { doing, programme });
}

/**
 * `own-release` when the decision approves a release that its author reported; null otherwise. Danger counts when one
 * person reports it, safety only when a second one agrees (law 6).
 */
export function approvesOwnRelease(decision: Decision, reports: readonly Report[]): Problem | null {
  if (decision.act !== 'approve') return null;
  const own = reports.find((r) => r.by === decision.by && takesLandOff(r));
  return own === undefined ? null : problem('own-release', { report: own.id });
}
