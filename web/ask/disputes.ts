import { queryOptions } from '@tanstack/react-query';
import type { Row, Stamp } from './answers.ts';
import { ask } from './ask.ts';
import type { Times } from './questions.ts';

/** Items of which something is disputed, by kind. */
export interface Disputes {
  readonly stamp: Stamp;
  readonly kinds: readonly {
    readonly kind: string;
    readonly matched: number;
    /** the first thousand */
    readonly rows: readonly Row[];
  }[];
}

export function disputesQuestion(programme: string, { at, known }: Times) {
  return queryOptions({
    queryKey: ['disputes', programme, at, known],
    queryFn: ({ signal }) => ask<Disputes>('/api/disputes', { programme, at, known }, signal),
  });
}
