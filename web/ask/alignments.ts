import { queryOptions } from '@tanstack/react-query';
import type { Alignment } from '@tilth/domain/contradiction/told';
import type { Stamp } from './answers.ts';
import { ask } from './ask.ts';
import type { Times } from './questions.ts';

/** What several sources say of one thing, side by side. */
export interface Alignments {
  readonly stamp: Stamp;
  readonly matched: number;
  /** the first five hundred, what asks most for a person first */
  readonly alignments: readonly Alignment[];
  /** what the items are called, by id */
  readonly names: Readonly<Record<string, string>>;
}

export function alignmentsQuestion(programme: string, { at, known }: Times) {
  return queryOptions({
    queryKey: ['alignments', programme, at, known],
    queryFn: ({ signal }) => ask<Alignments>('/api/alignments', { programme, at, known }, signal),
  });
}
