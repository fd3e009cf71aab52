/** What is said of transfers, promises, statements and allegations, claim by claim, each by its speaker. */
import { queryOptions } from '@tanstack/react-query';
import type { Saying } from '@tilth/domain/report/sayings';
import type { Id, ItemView, Stamp } from './answers.ts';
import { ask } from './ask.ts';
import type { Times } from './questions.ts';

export interface SpokenItem {
  readonly id: Id;
  readonly kind: string;
  readonly standing: ItemView['standing'];
  readonly disputed: boolean;
  readonly sayings: readonly Saying[];
}

export interface Sayings {
  readonly stamp: Stamp;
  readonly items: readonly SpokenItem[];
  readonly left_off: readonly { readonly kind: string; readonly items: number }[];
}

export function sayingsQuestion(programme: string, kinds: readonly string[], { at, known }: Times) {
  return queryOptions({
    queryKey: ['sayings', programme, kinds, at, known],
    queryFn: ({ signal }) =>
      ask<Sayings>('/api/accountability', { programme, kinds: kinds.join(','), at, known }, signal),
  });
}
