/** The review queue: a page of it with its counts, what a report would change, and many decisions at once. */
import { queryOptions } from '@tanstack/react-query';
import type { ManyApproved, QueueCounts, Queued, WouldBe } from '@tilth/domain/report/queue';
import { ask, tell } from './ask.ts';

/** Reports a page; a queue of ten thousand is asked for as it is scrolled. */
export const QUEUE_PAGE = 50;

/** What the queue is narrowed by: look, kind, source, step, standing, older, report. */
export type QueueFilter = Readonly<Record<string, string>>;

export interface QueuePage extends QueueCounts {
  readonly reports: readonly Queued[];
}

/** The page as known now: the queue has no other times, since what waits is a matter of today. */
export function queueQuestion(programme: string, filter: QueueFilter, page: number) {
  return queryOptions({
    queryKey: ['queue', programme, filter, page],
    queryFn: ({ signal }) =>
      ask<QueuePage>(
        '/api/queue',
        { programme, ...filter, limit: QUEUE_PAGE, offset: page * QUEUE_PAGE },
        signal,
      ),
  });
}

/** Keyed under the queue, so that a decision asks it anew. */
export function changeQuestion(programme: string, report: string) {
  return queryOptions({
    queryKey: ['queue', programme, 'change', report],
    queryFn: ({ signal }) => ask<WouldBe>('/api/queue/change', { programme, report }, signal),
    retry: false,
  });
}

interface Many {
  readonly programme: string;
  readonly filter: QueueFilter;
  readonly up_to: number;
  readonly batch?: { readonly from: number; readonly to: number };
  readonly reason?: string;
}

export async function approveMany(many: Many): Promise<ManyApproved | null> {
  return tell<ManyApproved>('POST', '/api/queue/approve', many);
}

export async function withdraw(
  programme: string,
  decisions: readonly string[],
  reason: string,
): Promise<void> {
  for (let i = 0; i < decisions.length; i += 100)
    await tell('POST', '/api/queue/withdraw', { programme, decisions: decisions.slice(i, i + 100), reason });
}
