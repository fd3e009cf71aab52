/** What has to be seen to, as /api/today says it. */
import { queryOptions } from '@tanstack/react-query';
import type { NextDate } from '@tilth/domain/today/next-dates';
import type { Report, Row, Stamp } from './answers.ts';
import { ask } from './ask.ts';
import type { Times } from './questions.ts';

/** In the order in which the screen shows them. */
export const sectionIds = [
  'accidents',
  'hazard-reports',
  'in-released-land',
  'outside-hazards',
  'expected',
  'to-come',
] as const;
export type SectionId = (typeof sectionIds)[number];

export type DayRow = Row & { readonly day: string | null };

export interface Todo {
  readonly count: number;
  readonly rows: readonly DayRow[];
}

export const ages = ['week', 'month', 'quarter', 'older'] as const;

export interface Today {
  readonly stamp: Stamp;
  /** absent: not for this reader */
  readonly sections: Readonly<Partial<Record<SectionId, Todo>>>;
  readonly dates: readonly { readonly what: NextDate; readonly day: string }[];
  readonly deadlines: Todo | null;
  /** null: not for this reader, or another time than now is asked for */
  readonly review: {
    readonly own: boolean;
    readonly steps: readonly ({ readonly step: string } & Readonly<Record<(typeof ages)[number], number>>)[];
  } | null;
  readonly returned: {
    readonly own: boolean;
    readonly count: number;
    readonly reports: readonly {
      readonly report: Report;
      readonly number: number;
      readonly instant: string;
      readonly reason: string;
    }[];
  } | null;
}

/** The oldest five of every section. */
export function todayQuestion(programme: string, { at, known }: Times) {
  return queryOptions({
    queryKey: ['today', programme, at, known],
    queryFn: ({ signal }) => ask<Today>('/api/today', { programme, at, known }, signal),
  });
}

/** The most rows one section is shown with. */
export const most = 1_000;

export function sectionQuestion(programme: string, section: SectionId, { at, known }: Times) {
  return queryOptions({
    queryKey: ['today', programme, at, known, section],
    queryFn: ({ signal }) => ask<Today>('/api/today', { programme, at, known, section, limit: most }, signal),
  });
}
