/**
 * The calendar of one state under one treaty, as seen on a day: deadlines with the decisions that moved them, and the days of
 * reports. Where the record leaves the day of entry into force or of an extension open, each reading is given. That a day has
 * passed is said; whether a duty was met is not worked out from it.
 */
import type { Day } from '../report/entry.ts';
import { addYears } from '../report/months.ts';
import { dutyDecisions, type SaidDecision } from './decisions-said.ts';
import { type Duty, type DutyDay, deadlinesOn, reportArticles, reportsDue } from './obligations.ts';
import { bindsUnder } from './prohibitions.ts';
import type { StateUnder } from './state-under.ts';

export interface CalendarDay {
  readonly duty: Duty;
  readonly article: string;
  /** several where the record leaves it open */
  readonly days: readonly Day[];
  /** by the text alone, where a decision moved it */
  readonly before: readonly Day[];
  /** null where the readings differ */
  readonly state: DutyDay['state'] | null;
}

export interface Calendar {
  readonly deadlines: readonly CalendarDay[];
  /** the last day before that day by which a report was due, and the next; several where readings differ */
  readonly reports: {
    readonly article: string;
    readonly last: readonly Day[];
    readonly next: readonly Day[];
  };
}

/** Null where the treaty does not bind it on that day, or nobody can tell since when. */
export function calendarOf(under: StateUnder, decisions: readonly SaidDecision[], on: Day): Calendar | null {
  const { treaty, statuses } = under;
  const since = [...new Set(under.in_force.flatMap(({ from, to }) => [from, to]))].filter((d) => d !== null);
  if (bindsUnder(treaty, statuses) === 'no' || !since.some((day) => day <= on)) return null;
  const readings = decisions.map(dutyDecisions).filter((d) => d.length > 0);
  const most = Math.max(1, ...readings.map((r) => r.length));
  const all = since.flatMap((inForce) =>
    Array.from({ length: most }, (_, n) =>
      readings.flatMap((r) => r[Math.min(n, r.length - 1)] ?? []),
    ).flatMap((taken) => deadlinesOn(treaty, inForce, taken, on)),
  );
  const due = since.map((inForce) => reportsDue(treaty, inForce, addYears(on, -2), addYears(on, 2)));
  return {
    deadlines: [...Map.groupBy(all, (d) => d.duty).values()].flatMap(calendarDay),
    reports: {
      article: reportArticles[treaty],
      last: each(due.flatMap((days) => days.findLast((day) => day < on) ?? [])),
      next: each(due.flatMap((days) => days.find((day) => day >= on) ?? [])),
    },
  };
}

function each(days: readonly Day[]): readonly Day[] {
  return [...new Set(days)].sort();
}

function calendarDay(found: readonly DutyDay[]): readonly CalendarDay[] {
  const [first] = found;
  if (first === undefined) return [];
  const states = new Set(found.map((d) => d.state));
  return [
    {
      duty: first.duty,
      article: first.article,
      days: each(found.map((d) => d.day)),
      before: each(found.flatMap((d) => d.before ?? [])),
      state: states.size === 1 ? first.state : null,
    },
  ];
}
