/** What is said of transfers, promises, statements and allegations, claim by claim, each by its speaker. */
import { queryOptions } from '@tanstack/react-query';
import type { Span } from '@tilth/domain/report/entry';
import type { SpokenItem } from '@tilth/domain/report/sayings';
import type { Id, Stamp } from './answers.ts';
import { ask } from './ask.ts';
import type { Times } from './questions.ts';

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

export interface Published {
  readonly day: string;
  /** up to which receipt nothing was here that was published after the day */
  readonly number: number;
  /** reports dated up to the day that came after later ones */
  readonly later: number;
}

export function publishedQuestion(programme: string, day: string) {
  return queryOptions({
    queryKey: ['published', programme, day],
    queryFn: ({ signal }) => ask<Published>('/api/published', { programme, day }, signal),
  });
}

export type Outcome = 'inside' | 'outside' | 'too-imprecise';
export type Relation = 'transfer' | 'model' | 'category';

export interface Promises {
  readonly stamp: Stamp;
  readonly promises: readonly {
    readonly id: Id;
    readonly territory: boolean;
    readonly counts: Readonly<Record<Relation, Readonly<Record<Outcome, number>>>>;
    readonly before: number;
    readonly checks: readonly {
      readonly id: Id;
      readonly kind: string;
      readonly outcome: Outcome;
      readonly why?: string;
      readonly relation: Relation;
      readonly when: Span | null;
    }[];
  }[];
  readonly not_all: readonly string[];
}

export function promisesQuestion(programme: string, { at, known }: Times) {
  return queryOptions({
    queryKey: ['promises', programme, at, known],
    queryFn: ({ signal }) => ask<Promises>('/api/promises', { programme, at, known }, signal),
  });
}
