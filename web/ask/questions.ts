/** What the screens ask of the server, each a TanStack Query keyed by all that the answer depends on. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Address } from '../address.ts';
import type { ItemPage, Kinds, Me, Overlap, Page, Programme, Row, Stamp, Totals } from './answers.ts';
import { ask } from './ask.ts';
import { nameless, orAtHand } from './at-hand.ts';

export const pageSize = 100;

/** The two times as the server takes them. */
export type Times = Pick<Address, 'at' | 'known'>;

export const meQuestion = queryOptions({
  queryKey: ['me'],
  queryFn: () => orAtHand('me', () => ask<Me>('/api/me'), nameless),
});

export const programmesQuestion = queryOptions({
  queryKey: ['programmes'],
  queryFn: () =>
    orAtHand(
      'programmes',
      () => ask<{ programmes: readonly Programme[] }>('/api/programmes'),
      (answer) => answer,
    ),
  select: (answer) => answer.programmes,
});

export function useKinds(programme: string | null) {
  return useQuery({
    queryKey: ['kinds', programme],
    queryFn: ({ signal }) =>
      orAtHand(
        `kinds ${programme}`,
        () => ask<Kinds>('/api/kinds', { programme }, signal),
        (answer) => answer,
      ),
    select: (answer) => answer.programmes[0],
    enabled: programme !== null,
    staleTime: 5 * 60_000,
  });
}

export interface ListWish extends Times {
  readonly programme: string;
  readonly kind: string;
  readonly q: string;
  readonly sort: string | null;
  /** conditions, in the words of domain/filter/read.ts */
  readonly filter?: string;
  /** ground, as domain/filter/ground.ts reads it */
  readonly within?: string | null;
  /** these properties alone, without the place; none: all */
  readonly columns?: readonly string[];
}

/** One page of a list; page 0 holds the first `pageSize` rows. */
export function listQuestion(wish: ListWish, page: number) {
  return queryOptions({
    queryKey: ['list', wish, page],
    queryFn: ({ signal }) =>
      ask<Page>(
        `/api/${wish.kind}`,
        {
          programme: wish.programme,
          limit: pageSize,
          offset: page * pageSize,
          sort: wish.sort,
          q: wish.q,
          filter: wish.filter,
          within: wish.within,
          columns: wish.columns?.join(','),
          at: wish.at,
          known: wish.known,
        },
        signal,
      ),
  });
}

/** How many items of a kind there are, of those that a filter on properties lets through: the count a legend shows. */
export function countQuestion(
  programme: string,
  kind: string,
  where: Readonly<Record<string, string>>,
  { at, known }: Times,
) {
  return queryOptions({
    queryKey: ['count', programme, kind, where, at, known],
    queryFn: ({ signal }) => ask<Page>(`/api/${kind}`, { programme, limit: 1, at, known, ...where }, signal),
    select: (page) => page.matched,
  });
}

/** All records of a kind, at most a thousand: `matched` says how many there are. */
export function recordsQuestion(programme: string, kind: string, { at, known }: Times) {
  return queryOptions({
    queryKey: ['records', programme, kind, at, known],
    queryFn: ({ signal }) => ask<Page>(`/api/${kind}`, { programme, limit: 1000, at, known }, signal),
  });
}

/** Units and settlements to write their names on the map: at most a thousand. */
export function placesQuestion(programme: string, times: Times) {
  return queryOptions({ ...recordsQuestion(programme, 'place', times), staleTime: 5 * 60_000 });
}

/** One item as a row of its list, for its name; null where there is none of this kind, or not for this reader. */
export function rowQuestion(programme: string, kind: string, id: string, { at, known }: Times) {
  return queryOptions({
    queryKey: ['row', programme, kind, id, at, known],
    queryFn: async ({ signal }) =>
      (await ask<Page>(`/api/${kind}`, { programme, id, limit: 1, at, known }, signal)).rows[0] ?? null,
    staleTime: 5 * 60_000,
    retry: false,
  });
}

/** As this programme has it: another may hold something else under the same id. */
export function itemQuestion(programme: string, kind: string, id: string, { at, known }: Times) {
  return queryOptions({
    queryKey: ['item', programme, kind, id, at, known],
    queryFn: ({ signal }) =>
      ask<ItemPage>(`/api/${kind}/${encodeURIComponent(id)}`, { programme, at, known }, signal),
  });
}

/** Where the record stands at the two times: what a print carries. */
export function stampQuestion(programme: string, { at, known }: Times) {
  return queryOptions({
    queryKey: ['stamp', programme, at, known],
    queryFn: ({ signal }) =>
      ask<{ stamps: readonly Stamp[] }>('/api/stamp', { programme, at, known }, signal),
    select: (answer) => answer.stamps[0],
  });
}

export function totalsQuestion(programme: string, { at, known }: Times) {
  return queryOptions({
    queryKey: ['totals', programme, at, known],
    queryFn: ({ signal }) =>
      ask<{ totals: readonly Totals[] }>('/api/totals', { programme, at, known }, signal),
    select: (answer) => answer.totals[0],
  });
}

export function toLocateQuestion(programme: string, { at, known }: Times) {
  return queryOptions({
    queryKey: ['to-locate', programme, at, known],
    queryFn: ({ signal }) =>
      ask<{ stamps: readonly Stamp[]; rows: readonly Row[] }>(
        '/api/to-locate',
        { programme, at, known },
        signal,
      ),
  });
}

export function overlapsQuestion(programme: string, { at, known }: Times) {
  return queryOptions({
    queryKey: ['overlaps', programme, at, known],
    queryFn: ({ signal }) =>
      ask<{ stamps: readonly Stamp[]; pairs: readonly Overlap[] }>(
        '/api/overlaps',
        { programme, at, known },
        signal,
      ),
  });
}
