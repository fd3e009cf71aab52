import { queryOptions } from '@tanstack/react-query';
import type { Weighed } from '@tilth/domain/report/weigh-dispute';
import type { Row, Stamp } from './answers.ts';
import { ask } from './ask.ts';
import type { Times } from './questions.ts';

/** An item with something in dispute, and how much hangs on it. */
export interface DisputedRow extends Row, Weighed {
  readonly properties: readonly string[];
  /** when the second of the claims that disagree longest was received */
  readonly since: string | null;
}

/** Items of which something is disputed, by kind. */
export interface Disputes {
  readonly stamp: Stamp;
  readonly kinds: readonly {
    readonly kind: string;
    readonly matched: number;
    /** the first thousand */
    readonly rows: readonly DisputedRow[];
  }[];
}

export function disputesQuestion(programme: string, { at, known }: Times) {
  return queryOptions({
    queryKey: ['disputes', programme, at, known],
    queryFn: ({ signal }) => ask<Disputes>('/api/disputes', { programme, at, known }, signal),
  });
}
