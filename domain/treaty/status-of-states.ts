/**
 * What every state on record is to a treaty on a day, and how many there are of each status. Names that are on no list are
 * counted apart, since nobody can tell whether they are another spelling of a state that is.
 */
import type { Day } from '../report/entry.ts';
import type { SaidAct } from './acts-said.ts';
import { type StateUnder, stateUnder } from './state-under.ts';
import { type TreatyStatus, treatyStatuses } from './status-on.ts';
import type { TreatyName } from './treaty-rules.ts';

export type Counts = Readonly<Record<TreatyStatus | 'open', number>>;

export interface StatusOfStates {
  readonly treaty: TreatyName;
  readonly on: Day;
  /** states by status; `open`: the record allows several. `in-force` leaves out those that gave notice of withdrawal */
  readonly counts: Counts;
  /** states for which it is in force, those that gave notice included */
  readonly in_force: number;
  /** in order of code */
  readonly states: readonly StateUnder[];
  /** under names that are on no list */
  readonly unrecognised: readonly StateUnder[];
}

/** Acts by state under one treaty; what is on no list by its name as typed, capitals and spaces aside. */
export function byState(acts: readonly SaidAct[]): readonly (readonly [SaidAct, ...SaidAct[]])[] {
  const found = new Map<string, [SaidAct, ...SaidAct[]]>();
  for (const act of acts) {
    const key = act.country ?? `named ${act.named.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ')}`;
    const list = found.get(key);
    if (list) list.push(act);
    else found.set(key, [act]);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, list]) => list);
}

export function statusOfStates(treaty: TreatyName, acts: readonly SaidAct[], on: Day): StatusOfStates {
  const all = byState(acts.filter((a) => a.treaty === treaty)).map((list) => stateUnder(list, on));
  const states = all.filter((s) => s.country !== null);
  const counts: Record<TreatyStatus | 'open', number> = {
    ...(Object.fromEntries(treatyStatuses.map((s) => [s, 0])) as Record<TreatyStatus, number>),
    open: 0,
  };
  for (const { statuses } of states) {
    const [status] = statuses;
    counts[statuses.length === 1 && status ? status : 'open']++;
  }
  const in_force = states.filter((s) =>
    s.statuses.every((status) => status === 'in-force' || status === 'withdrawal-notified'),
  ).length;
  return { treaty, on, counts, in_force, states, unrecognised: all.filter((s) => s.country === null) };
}
