/**
 * The calendar a treaty sets a state from the day it is in force for it: stockpile destruction (APMBC Article 4: 4 years;
 * CCM Article 3: 8 years), clearance (APMBC Article 5 and CCM Article 4: 10 years) and reports (APMBC and CCM Article 7: the
 * first within 180 days, then by 30 April each year; CCW Amended Protocol II Article 13(4) and Protocol V Article 10(2)(b):
 * yearly, by 31 March as the conferences of their parties decided).
 * Decisions of the parties move a deadline (extensions) or end a duty (completion declared). A day that has passed is said
 * to have passed; whether a state is in breach is nobody's to work out here.
 */
import { nextDay } from '../report/day.ts';
import type { Day } from '../report/entry.ts';
import { addYears } from '../report/months.ts';
import type { TreatyName } from './treaty-rules.ts';

export type Duty = 'stockpile-destruction' | 'clearance' | 'transparency-report';

interface Set {
  readonly duty: Duty;
  readonly article: string;
  readonly years: number;
}

/** CCW protocols set no such days. */
const deadlinesSet: Readonly<Record<TreatyName, readonly Set[]>> = {
  apmbc: [
    { duty: 'stockpile-destruction', article: 'APMBC 4', years: 4 },
    { duty: 'clearance', article: 'APMBC 5(1)', years: 10 },
  ],
  ccm: [
    { duty: 'stockpile-destruction', article: 'CCM 3(2)', years: 8 },
    { duty: 'clearance', article: 'CCM 4(1)', years: 10 },
  ],
  ap2: [],
  p5: [],
};

/** What the parties or the depositary decided of a duty: `newDeadline` moves it, `completed` ends it. */
export interface DutyDecision {
  readonly duty: Duty;
  readonly decidedOn: Day;
  readonly newDeadline: Day | null;
  readonly completed: boolean;
}

export interface DutyDay {
  readonly duty: Duty;
  readonly article: string;
  readonly day: Day;
  /** the day by the text alone, where a decision moved it */
  readonly before: Day | null;
  readonly state: 'ahead' | 'passed' | 'completed';
}

/** Deadlines of a state for which the treaty is in force since `inForce`, as decided by `on` and seen on that day. */
export function deadlinesOn(
  treaty: TreatyName,
  inForce: Day,
  decisions: readonly DutyDecision[],
  on: Day,
): readonly DutyDay[] {
  return deadlinesSet[treaty].map(({ duty, article, years }) => {
    const byText = addYears(inForce, years);
    const known = decisions
      .filter((d) => d.duty === duty && d.decidedOn <= on)
      .sort((a, b) => (a.decidedOn < b.decidedOn ? -1 : 1));
    const moved = known.findLast((d) => d.newDeadline !== null)?.newDeadline ?? null;
    const day = moved ?? byText;
    const completed = known.at(-1)?.completed === true;
    const state = completed ? 'completed' : day < on ? 'passed' : 'ahead';
    return { duty, article, day, before: moved === null ? null : byText, state };
  });
}

/** Where the duty to report stands. */
export const reportArticles: Readonly<Record<TreatyName, string>> = {
  apmbc: 'APMBC 7',
  ccm: 'CCM 7',
  ap2: 'CCW AP II 13(4)',
  p5: 'CCW P V 10(2)(b)',
};

/** Days by which reports are due between two days, both included. A first report within 180 days is for the conventions alone. */
export function reportsDue(treaty: TreatyName, inForce: Day, from: Day, to: Day): readonly Day[] {
  const convention = treaty === 'apmbc' || treaty === 'ccm';
  const first = convention ? plusDays(inForce, 180) : inForce;
  const due = convention ? [first] : [];
  for (let year = Number(first.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    const yearly = `${String(year).padStart(4, '0')}-${convention ? '04-30' : '03-31'}`;
    if (yearly > first) due.push(yearly);
  }
  return due.filter((day) => day >= from && day <= to);
}

function plusDays(day: Day, days: number): Day {
  let at = day;
  for (let n = 0; n < days; n++) at = nextDay(at);
  return at;
}
