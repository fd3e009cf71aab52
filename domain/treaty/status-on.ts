/**
 * What a state is to a treaty on a day, from its acts on record. Each act may have several readings of its day where sources
 * differ, and a reading may be imprecise: then every status that some reading allows is possible, and none is chosen.
 *
 * Suspension is an act that a state claims: no treaty here knows it, so it never makes a status; nor does "not a party", which
 * is somebody's word for the lack of an act. A withdrawal takes effect later while the state is in an armed conflict (APMBC
 * 20(3), CCM 20(3), CCW 9(2)); whether it is, is somebody's claim, never worked out here.
 */
import { nextDay } from '../report/day.ts';
import type { Day, Span } from '../report/entry.ts';
import { addMonths } from '../report/months.ts';
import { inForceFor, type TreatyName, treatyRules, withdrawalEffect } from './treaty-rules.ts';

export const treatyStatuses = [
  'not-signed',
  'signed',
  'consented',
  'applying-provisionally',
  'in-force',
  'withdrawal-notified',
  'withdrawn',
] as const;
/** `consented`: and not yet in force. `withdrawal-notified`: in force, with withdrawal notified. */
export type TreatyStatus = (typeof treatyStatuses)[number];

type Days = Pick<Span, 'from' | 'to'>;

/** One reading of an act: what it was, and when. */
export interface Reading extends Days {
  /** a code of the list `treaty-act-type` */
  readonly type: string;
}

/** An act of one state under one treaty: one reading, or several where sources differ; never empty. */
export type ActOfState = readonly Reading[];

/** Somebody's claim that a state is, or is not, in an armed conflict from a day to another (null: open). */
export interface ConflictClaim {
  readonly inConflict: boolean;
  readonly from: Day;
  readonly to: Day | null;
}

export const consents: readonly string[] = [
  'ratification',
  'accession',
  'acceptance',
  'succession',
  'consent-to-be-bound',
];
const counted = new Set([
  ...consents,
  'signature',
  'provisional-application',
  'entry-into-force',
  'withdrawal-notified',
  'withdrawal-effective',
]);

/** More ways than this for a record to be read are not all tried: every status is then possible. */
const MOST_WAYS = 300_000;

/** Every status that the acts allow on a day, in the order of `treatyStatuses`; one where they leave no doubt. */
export function statusOn(
  treaty: TreatyName,
  acts: readonly ActOfState[],
  on: Day,
  conflicts: readonly ConflictClaim[] = [],
): readonly TreatyStatus[] {
  const relevant = acts.filter((act) => act.some((r) => counted.has(r.type)));
  const ways = relevant.map((act) => waysOf(treaty, act, on));
  if (ways.reduce((n, each) => n * each.length, 1) > MOST_WAYS) return treatyStatuses;
  const found = new Set<TreatyStatus>();
  for (const choice of choices(ways)) {
    for (const status of statusesOf(treaty, choice, on, conflicts)) found.add(status);
  }
  return treatyStatuses.filter((s) => found.has(s));
}

interface Done {
  readonly type: string;
  readonly day: Day;
}

/** The ways to read an act, each on an exact day: all that may matter for a day. What is no status' matter is one way. */
function waysOf(treaty: TreatyName, act: ActOfState, on: Day): readonly Done[] {
  const ways = new Map<string, Done>();
  for (const { type, from, to } of act) {
    if (!counted.has(type)) ways.set('', { type, day: to });
    else
      for (const day of tellingDays(treaty, type, { from, to }, on))
        ways.set(`${type} ${day}`, { type, day });
  }
  return [...ways.values()];
}

/** One way for each act, in every combination. */
function* choices(ways: readonly (readonly Done[])[]): Generator<readonly Done[]> {
  const [first, ...others] = ways;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const rest of choices(others)) for (const done of first) yield [done, ...rest];
}

/** Of an imprecise day: its ends, and the days on both sides of where it, or what follows from it, passes `on`. */
function tellingDays(treaty: TreatyName, type: string, { from, to }: Days, on: Day): readonly Day[] {
  const { opened } = treatyRules[treaty];
  const start = from === null ? (opened < to ? opened : to) : from;
  const effects = [
    (day: Day) => day,
    ...(consents.includes(type) ? [(day: Day) => inForceFor(treaty, day)] : []),
    ...(type === 'withdrawal-notified' ? [(day: Day) => withdrawalEffect(treaty, day)] : []),
    ...(type === 'withdrawal-effective' ? [(day: Day) => latestNotice(treaty, day)] : []),
  ];
  const found = [start, to];
  for (const effect of effects) {
    const last = lastWith((day) => effect(day) <= on, start, to);
    if (last !== null) found.push(last, last < to ? nextDay(last) : to);
  }
  return found;
}

/** The last day of a span for which `holds`, which holds up to some day and not after it; null when for none. */
function lastWith(holds: (day: Day) => boolean, from: Day, to: Day): Day | null {
  if (!holds(from)) return null;
  if (holds(to)) return to;
  let day = from;
  for (let next = addMonths(day, 1); next <= to && holds(next); next = addMonths(day, 1)) day = next;
  for (let next = nextDay(day); next <= to && holds(next); next = nextDay(day)) day = next;
  return day;
}

function statusesOf(
  treaty: TreatyName,
  acts: readonly Done[],
  on: Day,
  conflicts: readonly ConflictClaim[],
): readonly TreatyStatus[] {
  const inOrder = acts.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const done = inOrder.filter((a) => a.day <= on);
  const last = (types: readonly string[], after: Day = '') =>
    done.findLast((a) => types.includes(a.type) && a.day >= after)?.day;
  const consent = last(consents) ?? last(['entry-into-force']);
  const provisional = last(['provisional-application']) !== undefined;
  if (consent === undefined) {
    if (last(['withdrawal-effective']) !== undefined) return ['withdrawn'];
    // who leaves had joined, though nobody recorded when
    const leaves = last(['withdrawal-notified']);
    if (leaves !== undefined)
      return withdrawals(treaty, leaves, conflicts).map((day) =>
        day !== null && day <= on ? 'withdrawn' : 'withdrawal-notified',
      );
    if (provisional) return ['applying-provisionally'];
    return [last(['signature']) === undefined ? 'not-signed' : 'signed'];
  }
  const days = (type: string) => inOrder.filter((a) => a.type === type && a.day >= consent).map((a) => a.day);
  const notified = last(['withdrawal-notified'], consent);
  const stated = days('withdrawal-effective');
  // stated ahead without a notice on record: the notice must have come in time for it
  const ahead = stated.some((day) => latestNotice(treaty, day) <= on);
  const leaving = [...(notified === undefined ? [] : withdrawals(treaty, notified, conflicts)), ...stated];
  const noticed = notified !== undefined || ahead;
  const byRule = last(consents) === undefined ? [] : [inForceFor(treaty, consent)];
  return [...byRule, ...days('entry-into-force')].flatMap((entry): TreatyStatus[] => {
    const bound = entry <= on;
    const staying = bound ? 'in-force' : provisional ? 'applying-provisionally' : 'consented';
    if (leaving.length === 0) return [staying];
    return leaving.map((day) =>
      day !== null && day <= on ? 'withdrawn' : bound && noticed ? 'withdrawal-notified' : staying,
    );
  });
}

/** The last day on which notice of a withdrawal that is stated to take effect on `day` can have come. */
export function latestNotice(treaty: TreatyName, day: Day): Day {
  let notice = addMonths(day, -treatyRules[treaty].withdrawalMonths);
  // several days of a longer month may lead to the last of a shorter one: notices of 28 to 31 August all to 28 February
  for (let next = nextDay(notice); withdrawalEffect(treaty, next) <= day; next = nextDay(next)) notice = next;
  return notice;
}

/**
 * The days a withdrawal may take effect: by the rule, or after the conflict that somebody claims the state is then in; null
 * for one whose end nobody states.
 */
export function withdrawals(
  treaty: TreatyName,
  received: Day,
  conflicts: readonly ConflictClaim[],
): readonly (Day | null)[] {
  const day = withdrawalEffect(treaty, received);
  const speaking = conflicts.filter((c) => covers(c, day));
  const found: (Day | null)[] = [];
  if (speaking.some((c) => c.inConflict)) found.push(endOf(conflicts, day));
  if (speaking.length === 0 || speaking.some((c) => !c.inConflict)) found.push(day);
  return found;
}

function covers(claim: ConflictClaim, day: Day): boolean {
  return claim.from <= day && (claim.to === null || day <= claim.to);
}

/** The first day from `day` on that no claim of a conflict covers; null when one has no end. */
function endOf(conflicts: readonly ConflictClaim[], day: Day): Day | null {
  let end = day;
  for (;;) {
    const over = conflicts.find((c) => c.inConflict && covers(c, end));
    if (over === undefined) return end;
    if (over.to === null) return null;
    end = nextDay(over.to);
  }
}
