/** An operator's list held against the record: what was found, line by line, and taking chosen rows in. */
import { queryOptions } from '@tanstack/react-query';
import type { Difference } from '@tilth/domain/reconcile/compare';
import type { Geometry, Stamp } from './answers.ts';
import { addressOf, ask, tell } from './ask.ts';
import type { FileState, Told } from './imports.ts';
import type { Times } from './questions.ts';

export const states = ['differs', 'only-theirs', 'only-ours', 'unsure', 'same'] as const;
export type State = (typeof states)[number];

export interface Line {
  readonly n: number;
  readonly state: State;
  readonly ours: readonly { readonly id: string; readonly title: string }[];
  readonly theirs: readonly { readonly row: number; readonly sheet?: string; readonly title: string }[];
  readonly differences: readonly Difference[];
}

export interface Compared {
  readonly stamp: Stamp;
  readonly kind: string;
  readonly by: 'ids' | 'name';
  readonly tolerance_m2: number;
  readonly compared: readonly string[];
  readonly unread: {
    readonly rows: number;
    readonly first: readonly { readonly row: number; readonly problem: Told }[];
  };
  readonly states: Readonly<Record<State, number>>;
  readonly properties: Readonly<Record<string, number>>;
  readonly matched: number;
  readonly lines: readonly Line[];
}

export interface Narrow {
  readonly state?: State;
  readonly property?: string;
}

export const LINES = 100;

export const comparedQuestion = (id: string, narrow: Narrow, offset: number) =>
  queryOptions({
    queryKey: ['import', id, 'compared', narrow, offset],
    queryFn: ({ signal }) =>
      ask<Compared>(`/api/imports/${id}/compared`, { ...narrow, offset, limit: LINES }, signal),
    staleTime: 0,
  });

export const comparedShapesQuestion = (id: string, narrow: Narrow) =>
  queryOptions({
    queryKey: ['import', id, 'compared-shapes', narrow],
    queryFn: ({ signal }) =>
      ask<{
        shapes: readonly { n: number; ours: Geometry | null; theirs: Geometry | null }[];
        left_out: number;
      }>(`/api/imports/${id}/compared/shapes`, { ...narrow }, signal),
  });

export interface CompareWish extends Times {
  readonly by: 'ids' | 'name';
  readonly tolerance_m2: number;
  readonly where: Readonly<Record<string, string>>;
}

export async function compareWithRecord(
  id: string,
  { by, tolerance_m2, where, at, known }: CompareWish,
): Promise<void> {
  await tell('POST', `/api/imports/${id}/compare`, {
    by,
    tolerance_m2,
    where,
    ...(at !== null && { at }),
    ...(known !== null && { known }),
  });
}

export const takeLines = (id: string, lines: readonly number[]): Promise<FileState | null> =>
  tell<FileState>('POST', `/api/imports/${id}/take`, { lines });

export const sheetAddress = (id: string, format: 'xlsx' | 'csv', narrow: Narrow): string =>
  addressOf(`/api/imports/${id}/differences`, { format, ...narrow });
