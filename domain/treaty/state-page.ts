/** One state on a day under all four treaties: what it is, what is forbidden to it with the clause, and its calendar. */
import type { Day } from '../report/entry.ts';
import type { SaidAct } from './acts-said.ts';
import { type Calendar, calendarOf } from './calendar-of-state.ts';
import type { SaidDecision } from './decisions-said.ts';
import { type Binds, bindsUnder, type Prohibition, prohibitions } from './prohibitions.ts';
import { type StateUnder, stateUnder } from './state-under.ts';
import { treatyNames } from './treaty-named.ts';
import type { TreatyName } from './treaty-rules.ts';

export interface UnderTreaty {
  readonly treaty: TreatyName;
  /** null where no act under it is on record */
  readonly under: StateUnder | null;
  readonly binds: Binds;
  /** the prohibitions that bind, or may bind */
  readonly forbids: readonly Prohibition[];
  readonly calendar: Calendar | null;
  /** what was decided of it, and objections to its acts, in order of their days */
  readonly decisions: readonly SaidDecision[];
}

export function statePage(
  country: string,
  acts: readonly SaidAct[],
  decisions: readonly SaidDecision[],
  on: Day,
): readonly UnderTreaty[] {
  return treatyNames.map((treaty) => {
    const [first, ...others] = acts.filter((a) => a.country === country && a.treaty === treaty);
    const under = first === undefined ? null : stateUnder([first, ...others], on);
    const binds = under === null ? 'no' : bindsUnder(treaty, under.statuses);
    const decided = decisions
      .filter((d) => d.country === country && d.treaty === treaty)
      .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
    return {
      treaty,
      under,
      binds,
      forbids: binds === 'no' ? [] : prohibitions[treaty],
      calendar: under === null ? null : calendarOf(under, decided, on),
      decisions: decided,
    };
  });
}

function dayOf({ decided }: SaidDecision): Day {
  return decided.map((d) => d.to).sort()[0] ?? '';
}
