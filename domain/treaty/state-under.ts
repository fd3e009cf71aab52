/**
 * What one state is to one treaty on a day, with all it rests on: its acts, each told by its sources, the days that follow
 * from them by the treaty's rules, and the days stated otherwise. Nothing is settled here: where the record leaves it open,
 * every status it allows is given.
 */
import type { Day, Party } from '../report/entry.ts';
import { overlaps } from '../report/span.ts';
import type { SaidAct } from './acts-said.ts';
import { type AlignedAct, alignActs, firstOf } from './align-acts.ts';
import { type Holds, heldBy } from './held-by.ts';
import {
  type ActOfState,
  type ConflictClaim,
  statusOn,
  type TreatyStatus,
  withdrawals,
} from './status-on.ts';
import { inForceFor, type TreatyName, treatyRules } from './treaty-rules.ts';

/** A day that follows from an act; both null: not before a conflict ends of which nobody states an end. */
export interface Follows {
  readonly from: Day | null;
  readonly to: Day | null;
  /** `without-conflict`: by the rule, were there no conflict, while all who speak of one say that there is */
  readonly basis: 'rule' | 'without-conflict' | 'stated';
  /** who states it */
  readonly by?: Party;
}

export interface StateUnder {
  readonly treaty: TreatyName;
  /** a code of the list `country`; null where the name is on no list */
  readonly country: string | null;
  readonly named: string;
  /** one where the record leaves no doubt */
  readonly statuses: readonly TreatyStatus[];
  /** who tells what each of several rests on; empty where there is one */
  readonly held: readonly Holds[];
  /** how it consented: codes of `treaty-act-type`, several where that is disputed; none where it has not */
  readonly how: readonly string[];
  readonly acts: readonly AlignedAct[];
  /** since when, or from when, the treaty is in force for it, by the consent that holds on the day */
  readonly in_force: readonly Follows[];
  /** when its withdrawal takes effect, where notice of it was, or may have been, given by the day */
  readonly leaves: readonly Follows[];
  /** the sources differ on the day of an act, or on what follows from it */
  readonly disputed: boolean;
}

/** @param said all acts of one state under one treaty, at least one */
export function stateUnder(said: readonly [SaidAct, ...SaidAct[]], on: Day): StateUnder {
  const [{ treaty, country, named }] = said;
  const acts = alignActs(said);
  const conflicts = said.flatMap((a) => a.conflicts);
  const stated = acts.map((act) => ({ act, days: unlikeRule(treaty, act, acts, conflicts) }));
  const weighed = stated
    .filter(({ act }) => act.class !== 'not-done')
    .map(({ act, days }) => ({ act, days, readings: readingsOf(act, days, acts, treaty) }))
    .filter(({ readings }) => readings.length > 0);
  const consent = acts.findLast((a) => a.class === 'consent' && firstOf(a.days) <= on);
  const since = consent === undefined ? '' : firstOf(consent.days);
  const notice = acts.findLast((a) => a.class === 'notice' && firstOf(a.days) >= since);
  const otherwise = (of: AlignedAct['class']) =>
    stated
      .filter(({ act }) => act.class === of && firstOf(act.days) >= since)
      .flatMap(({ days }) => days.map(({ from, to, by }): Follows => ({ from, to, basis: 'stated', by })));
  const inForce = [
    ...entries(treaty, consent),
    ...otherwise('entry').filter((e) => consent !== undefined || (e.from ?? e.to ?? '') <= on),
  ];
  const readings = weighed.map((w) => w.readings);
  const statuses = statusOn(treaty, readings, on, conflicts);
  const leaving = statuses.some((s) => s === 'withdrawal-notified' || s === 'withdrawn');
  const leaves = leaving
    ? [
        ...departures(treaty, notice, conflicts),
        ...withoutConflict(treaty, notice, conflicts),
        ...otherwise('effect'),
      ]
    : [];
  return {
    treaty,
    country,
    named,
    statuses,
    held: heldBy(weighed, statuses, (n, kept) => statusOn(treaty, readings.with(n, kept), on, conflicts)),
    how: [...new Set(consent?.types.map((t) => t.code))],
    acts,
    in_force: inForce,
    leaves,
    disputed: acts.some(isDisputed) || apart(inForce) || apart(leaves),
  };
}

/** The acts whose day the sources do not agree on. */
export function uncertain({ acts }: StateUnder): readonly AlignedAct[] {
  return acts.filter(isDisputed);
}

/** Whether two of the readings of its day can't both be. */
export function isDisputed({ class: of, days }: AlignedAct): boolean {
  return of !== 'not-done' && days.some((a, n) => days.slice(n + 1).some((b) => !overlaps(a, b)));
}

function apart(days: readonly Follows[]): boolean {
  // whoever says a conflict goes on says of no day that it is that one
  const differ = (a: Follows, b: Follows) =>
    a.to === null || b.to === null
      ? a.to !== b.to
      : a.to !== b.to && !overlaps({ from: a.from, to: a.to }, { from: b.from, to: b.to });
  return days.some((a, n) => days.slice(n + 1).some((b) => differ(a, b)));
}

/** When the treaty enters into force for it, by the rule. */
function entries(treaty: TreatyName, consent: AlignedAct | undefined): readonly Follows[] {
  return (consent?.days ?? []).map(({ from, to }) => ({
    from: from === null ? null : inForceFor(treaty, from),
    to: inForceFor(treaty, to),
    basis: 'rule',
  }));
}

/** When a notice takes effect, by the rule and by what is claimed of a conflict. */
function departures(
  treaty: TreatyName,
  notice: AlignedAct | undefined,
  conflicts: readonly ConflictClaim[],
): readonly Follows[] {
  return (notice?.days ?? []).flatMap((day) => {
    const first = withdrawals(treaty, day.from ?? day.to, conflicts);
    return withdrawals(treaty, day.to, conflicts).map((to, n): Follows => {
      const from = first[n] ?? to;
      return { from, to, basis: 'rule' };
    });
  });
}

/**
 * The day the rule gives without a conflict, where everybody who speaks of one says that there is: whether there is stays
 * their claim (APMBC 20(3), CCM 20(3), CCW 9(2)), so that the other day is shown beside.
 */
function withoutConflict(
  treaty: TreatyName,
  notice: AlignedAct | undefined,
  conflicts: readonly ConflictClaim[],
): readonly Follows[] {
  const told = departures(treaty, notice, conflicts);
  return departures(treaty, notice, [])
    .filter((plain) => !told.some((d) => d.from === plain.from && d.to === plain.to))
    .map((plain): Follows => ({ ...plain, basis: 'without-conflict' }));
}

/** The stated days of an effect that do not merely repeat, or hold within them, the day that the rule gives. */
function unlikeRule(
  treaty: TreatyName,
  act: AlignedAct,
  all: readonly AlignedAct[],
  conflicts: readonly ConflictClaim[],
): AlignedAct['days'] {
  const byRule =
    act.class === 'entry'
      ? entries(treaty, before(all, act, 'consent'))
      : act.class === 'effect'
        ? departures(treaty, before(all, act, 'notice'), conflicts)
        : [];
  return act.days.filter(
    (stated) =>
      !byRule.some(
        ({ from, to }) =>
          to !== null && to <= stated.to && (stated.from === null || (from !== null && stated.from <= from)),
      ),
  );
}

/** An act as the rules take it. Nobody leaves before they joined: a withdrawal of unknown day begins with the consent. */
function readingsOf(
  act: AlignedAct,
  days: AlignedAct['days'],
  all: readonly AlignedAct[],
  treaty: TreatyName,
): ActOfState {
  const codes = act.types.map((t) => t.code);
  const types =
    act.class === 'entry'
      ? ['entry-into-force']
      : act.class === 'effect'
        ? ['withdrawal-effective']
        : act.class === 'consent'
          ? codes.slice(0, 1)
          : [...new Set(codes)];
  const leaves = act.class === 'notice' || act.class === 'effect';
  const consent = leaves ? before(all, act, 'consent') : undefined;
  const first = consent ? firstOf(consent.days) : treatyRules[treaty].opened;
  return days.flatMap(({ from, to }) =>
    types.map((type) => ({ type, from: from ?? [first, to].sort()[0] ?? to, to })),
  );
}

/** The last act of a class that may have been before this one. */
function before(
  all: readonly AlignedAct[],
  act: AlignedAct,
  of: AlignedAct['class'],
): AlignedAct | undefined {
  const end =
    act.days
      .map((d) => d.to)
      .sort()
      .at(-1) ?? '';
  return all.findLast((a) => a.class === of && firstOf(a.days) <= end);
}
