/** Decisions on items: what they would change, and making them. */
import { queryOptions } from '@tanstack/react-query';
import type { Decision } from '@tilth/domain/report/entry';
import type { Preview } from '@tilth/domain/report/preview';
import type { Page, Ref } from './answers.ts';
import { ask, Refused, tell } from './ask.ts';

/** Decisions that are thought of, or one that is to be taken back. */
export type DecisionWish = { readonly decisions: readonly Decision[] } | { readonly reverse: string };

/** Asked anew each time: what stands on record now is what counts. */
export function previewQuestion(programme: string, wish: DecisionWish) {
  return queryOptions({
    queryKey: ['preview', programme, wish],
    queryFn: async () =>
      mustAnswer(await tell<Preview>('POST', '/api/decisions/preview', { programme, ...wish })),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}

/** Makes them; their receipts. */
export async function makeDecisions(
  programme: string,
  decisions: readonly Decision[],
): Promise<readonly { readonly number: number; readonly entry: Ref }[]> {
  const answer = mustAnswer(
    await tell<{ receipts: readonly { number: number; entry: Ref }[] }>('POST', '/api/decisions', {
      programme,
      decisions,
    }),
  );
  return answer.receipts;
}

/** Takes decisions back, the last first, each as it stands by then. */
export async function takeBack(programme: string, ids: readonly string[], reason: string): Promise<void> {
  for (const reverse of ids.toReversed()) {
    const { decisions } = mustAnswer(
      await tell<Preview>('POST', '/api/decisions/preview', { programme, reverse }),
    );
    await makeDecisions(
      programme,
      decisions.map((d) => ({ ...d, reason })),
    );
  }
}

/** Records of a kind that one could mean: the first that hold the words, as they are now. */
export function pickQuestion(programme: string, kind: string, q: string) {
  return queryOptions({
    queryKey: ['list', 'pick', programme, kind, q],
    queryFn: ({ signal }) => ask<Page>(`/api/${kind}`, { programme, q, limit: 30 }, signal),
  });
}

function mustAnswer<T>(answer: T | null): T {
  if (answer === null)
    throw new Refused({ code: 'web-answer-unreadable', facts: {}, sentence: null, status: 204 });
  return answer;
}
