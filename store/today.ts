/** What the store answers to the question what has to be seen to. */
import type { Day, Instant, Report } from '@tilth/domain/report/entry';
import type { Row, Stamp } from './store.ts';

export type TodaySection =
  | 'accidents'
  | 'hazard-reports'
  | 'in-released-land'
  | 'outside-hazards'
  | 'expected'
  | 'to-come';

/** Something that has to be seen to: how many, and the oldest (or nearest) of them with the day they are ordered by. */
export interface Todo {
  readonly count: number;
  readonly rows: readonly (Row & { readonly day: Day | null })[];
}

export interface ReturnedReport {
  readonly report: Report;
  readonly number: number;
  readonly instant: Instant;
  /** why it was returned; empty where that is not for this asker */
  readonly reason: string;
}

/** What has to be seen to on a day. A section that is not for the asker is absent, or null. */
export interface Today {
  readonly stamp: Stamp;
  readonly sections: Readonly<Partial<Record<TodaySection, Todo>>>;
  /** the decisions on record that set the clearance deadlines in force, nearest first */
  readonly deadlines: Todo | null;
  /** by step, how many were received within 7, 30 and 90 days, and before; `own`: the asker's reports only */
  readonly review: {
    readonly own: boolean;
    readonly steps: readonly {
      readonly step: string;
      readonly week: number;
      readonly month: number;
      readonly quarter: number;
      readonly older: number;
    }[];
  } | null;
  readonly returned: {
    readonly own: boolean;
    readonly count: number;
    readonly reports: readonly ReturnedReport[];
  } | null;
}
