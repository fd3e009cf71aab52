import { queryOptions } from '@tanstack/react-query';
import type { ReportPage } from '../report/correct.ts';
import { ask } from './ask.ts';

/** One report as it was received, with what was decided on it; for who has a role in the programme. */
export function reportQuestion(programme: string, report: string) {
  return queryOptions({
    queryKey: ['report', programme, report],
    queryFn: ({ signal }) => ask<ReportPage>(`/api/reports/${report}`, { programme }, signal),
    retry: false,
  });
}
