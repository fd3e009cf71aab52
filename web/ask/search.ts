import { queryOptions } from '@tanstack/react-query';
import type { Row, Stamp } from './answers.ts';
import { ask } from './ask.ts';
import type { Times } from './questions.ts';

export interface FoundPosition {
  readonly longitude: number;
  readonly latitude: number;
  /** decimal, dm, dms, utm or mgrs */
  readonly system: string;
  readonly accuracy_m: number;
}

/** What was found by words, an id, or a position that was typed. */
export interface Found {
  readonly stamp: Stamp;
  readonly position: FoundPosition | null;
  /** a UTM position that may be read in two ways: S after its zone as the latitude band, or as the south */
  readonly readings: readonly (FoundPosition & { readonly letter_as: 'band' | 'south' })[];
  readonly kinds: readonly {
    readonly kind: string;
    readonly matched: number;
    /** the first few */
    readonly rows: readonly Row[];
  }[];
}

export function searchQuestion(programme: string, q: string, { at, known }: Times) {
  return queryOptions({
    queryKey: ['search', programme, q, at, known],
    queryFn: ({ signal }) => ask<Found>('/api/search', { programme, q, at, known }, signal),
    enabled: q !== '',
  });
}
