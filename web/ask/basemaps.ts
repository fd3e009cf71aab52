/** The maps that a programme has set to lie below what is on record. */
import { queryOptions } from '@tanstack/react-query';
import type { Basemap } from '@tilth/domain/record/basemap';
import { ask } from './ask.ts';

export interface Basemaps {
  readonly basemaps: readonly Basemap[];
  /** addresses of archives that this server holds, for who may set one */
  readonly held: readonly string[];
}

export function basemapsQuestion(programme: string) {
  return queryOptions({
    queryKey: ['basemaps', programme],
    queryFn: ({ signal }) => ask<Basemaps>('/api/basemaps', { programme }, signal),
    staleTime: 5 * 60_000,
  });
}
