/** Decisions on items: what they would change, and making them. */
import { queryOptions } from '@tanstack/react-query';
import type { Decision } from '@tilth/domain/report/entry';
import type { Geometry, ItemView, Page, Ref } from './answers.ts';
import { ask, Refused, tell } from './ask.ts';

interface Land {
  readonly m2: number;
  readonly land: Geometry;
}

/** One drawn part of an item: a point, a line or an outline. */
export interface Mark {
  readonly kind: string;
  readonly item: string;
  readonly geometry: Geometry;
}

/** Figures of the hazards touched, m². */
export interface Touched {
  readonly hazards: number;
  readonly sum: number;
  readonly once: number;
  readonly sha: number;
  readonly cha: number;
  readonly disputed: number;
}

export interface Preview {
  /** as they can be sent, but for the reason */
  readonly decisions: readonly Decision[];
  readonly before: readonly ItemView[];
  readonly after: readonly ItemView[];
  readonly gained: Land | null;
  readonly lost: Land | null;
  /** marks that come onto the map and that go off it, beside the land of hazards */
  readonly come: readonly Mark[];
  readonly gone: readonly Mark[];
  readonly figures: { readonly before: Touched; readonly after: Touched };
  /** what is told holds once a second person confirms it */
  readonly waits_for_second: boolean;
}

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
