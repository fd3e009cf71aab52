/** Files on their way into the record: laid on the desk in pieces, looked at, given a meaning, tried and imported. */
import { queryOptions } from '@tanstack/react-query';
import type { ImportCounts, RowOutcome, RowReport } from '@tilth/domain/report/draft';
import type { Rule } from '@tilth/domain/report/entry';
import type { Mapping } from '../import/mapping.ts';
import type { Geometry } from './answers.ts';
import { addressOf, ask, put, tell } from './ask.ts';

export interface Told {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface FileState {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly received: number;
  readonly looked: boolean;
  readonly mapping: string | null;
  readonly work: {
    readonly doing: 'look' | 'try' | 'import' | 'compare';
    /** other work comes first */
    readonly waiting: boolean;
    readonly rows: number;
    readonly of: number | null;
    readonly writing: boolean;
    readonly ended: boolean;
    readonly problem: Told | null;
  } | null;
  readonly tried: ImportCounts | null;
  readonly imported: ImportCounts | null;
  /** the office's last receipt number when it was imported */
  readonly number: number | null;
  readonly compared: boolean;
}

export interface LookedColumn {
  readonly name: string;
  readonly hxl?: string;
  readonly filled: number;
  readonly numbers: number;
  readonly different: number;
  readonly words: readonly { readonly word: string; readonly rows: number }[];
  readonly longest: number;
  readonly dates: readonly {
    readonly format: string;
    readonly reads: number;
    readonly examples: readonly { readonly typed: string; readonly from: string; readonly to: string }[];
  }[];
}

export interface Reading {
  readonly sheet?: string;
  readonly encoding?: string;
  readonly header_row?: number;
  readonly delimiter?: string;
  readonly crs?: string;
}

export interface Look {
  readonly format: string;
  readonly encoding: string | null;
  readonly sheets: readonly string[];
  readonly crs: string | null;
  readonly rows: number;
  readonly columns: readonly LookedColumn[];
  readonly geometries: Readonly<Record<string, number>>;
  /** what was found in rows: problem code → rows */
  readonly found: Readonly<Record<string, number>>;
  readonly notices: readonly Told[];
  readonly broken: { readonly rows: number; readonly first: readonly Told[] };
  readonly reading: Reading;
}

export interface Known {
  readonly name: string;
  readonly about: string;
  readonly from: 'programme' | 'ready';
  readonly columns: number;
  readonly missing: number;
  readonly mapping: Mapping;
}

export interface Unmatched {
  readonly kind: string;
  readonly property: string;
  readonly column: string;
  readonly list: string | null;
  readonly words: readonly { readonly word: string; readonly rows: number }[];
}

export interface Checked {
  readonly mapping: Mapping | null;
  readonly problems?: readonly Told[];
  readonly notices?: readonly Told[];
  readonly unmatched?: readonly Unmatched[];
}

export type Of = 'try' | 'import';
export interface Group {
  readonly outcome: RowOutcome;
  readonly code: string | null;
  readonly rows: number;
  readonly first: RowReport;
}

export interface Account {
  readonly encoding: string | null;
  readonly notices: readonly Told[];
  readonly approved: boolean;
  readonly counts: ImportCounts;
  readonly groups: readonly Group[];
  /** rows left for a person to look at, by the reason why */
  readonly waiting: readonly { readonly code: string; readonly rows: number; readonly first: RowReport }[];
  readonly drawn: number;
}

export interface Shapes {
  readonly shapes: readonly {
    readonly row: number;
    readonly outcome: RowOutcome;
    readonly code: string | null;
    readonly geometry: Geometry;
  }[];
  readonly left_out: number;
}

const PIECE = 2_000_000;
const path = (id: string, rest = '') => `/api/imports/${id}${rest}`;

/** Sends a file piece by piece; `told` how many bytes are there. With the last piece the server begins to read it. */
export async function bringFile(
  programme: string,
  file: File,
  told: (received: number) => void,
): Promise<FileState> {
  let state = must(
    await tell<FileState>('POST', '/api/imports', { programme, name: file.name, size: file.size }),
  );
  do {
    const from = state.received;
    state = await put<FileState>(
      addressOf(path(state.id, '/bytes'), { from }),
      file.slice(from, from + PIECE),
    );
    told(state.received);
  } while (state.received < file.size);
  return state;
}

function must<T>(answer: T | null): T {
  if (answer === null) throw new Error('the server answered without an answer');
  return answer;
}

export const filesQuestion = (programme: string) =>
  queryOptions({
    queryKey: ['imports', programme],
    queryFn: ({ signal }) => ask<{ files: readonly FileState[] }>('/api/imports', { programme }, signal),
    select: (answer) => answer.files,
    staleTime: 0,
  });

/** Asked again and again while something is at work on it. */
export const fileQuestion = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => ask<FileState>(path(id), {}, signal),
    refetchInterval: ({ state: { data } }) => (data?.work && !data.work.ended ? 500 : false),
    staleTime: 0,
  });

/** `turn`: which reading of the file it is, since it may be read another way. */
export const lookQuestion = (id: string, reading: string) =>
  queryOptions({
    queryKey: ['import', id, 'look', reading],
    queryFn: ({ signal }) => ask<Look>(path(id, '/look'), {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const mappingsQuestion = (id: string) =>
  queryOptions({
    queryKey: ['import', id, 'mappings'],
    queryFn: ({ signal }) => ask<{ mappings: readonly Known[] }>(path(id, '/mappings'), {}, signal),
    select: (answer) => answer.mappings,
  });

export const mappingQuestion = (id: string) =>
  queryOptions({
    queryKey: ['import', id, 'mapping'],
    queryFn: ({ signal }) => ask<Checked>(path(id, '/mapping'), {}, signal),
    staleTime: 0,
  });

export const accountQuestion = (id: string, of: Of) =>
  queryOptions({
    queryKey: ['import', id, 'account', of],
    queryFn: ({ signal }) => ask<Account>(path(id, '/account'), { of }, signal),
    staleTime: 0,
  });

export interface RowsWish {
  readonly of: Of;
  readonly outcome?: string;
  readonly code?: string;
  readonly waits?: string;
}

export const rowsQuestion = (id: string, wish: RowsWish, offset: number) =>
  queryOptions({
    queryKey: ['import', id, 'rows', wish, offset],
    queryFn: ({ signal }) =>
      ask<{ matched: number; rows: readonly RowReport[] }>(
        path(id, '/rows'),
        { ...wish, offset, limit: 50 },
        signal,
      ),
  });

export const shapesQuestion = (id: string, wish: RowsWish) =>
  queryOptions({
    queryKey: ['import', id, 'shapes', wish],
    queryFn: ({ signal }) => ask<Shapes>(path(id, '/shapes'), { ...wish }, signal),
  });

export const rowsAddress = (id: string, wish: RowsWish) => addressOf(path(id, '/rows.csv'), { ...wish });

export const readAnotherWay = async (id: string, reading: Reading): Promise<FileState> =>
  must(await tell<FileState>('POST', path(id, '/look'), reading));
export const proposeMapping = async (id: string, kind: string): Promise<Checked> =>
  must(await tell<Checked>('POST', path(id, '/propose'), { kind }));
export const giveMapping = async (id: string, mapping: unknown): Promise<Checked> =>
  must(await tell<Checked>('POST', path(id, '/mapping'), { mapping }));
export const run = async (id: string, body: { dry_run: boolean; approve?: boolean }): Promise<FileState> =>
  must(await tell<FileState>('POST', path(id, '/run'), body));
/** Who may approve is also told how many reports would still wait for a person. */
export const tryRows = (id: string, mayApprove: boolean): Promise<FileState> =>
  run(id, { dry_run: true, approve: mayApprove });
export const stopWork = async (id: string): Promise<FileState> =>
  must(await tell<FileState>('POST', path(id, '/stop')));
export const removeFile = (id: string): Promise<null> => tell<null>('DELETE', path(id));

/** Keeps the mapping with the programme, as a rule of its log. */
export async function saveMapping(rule: Rule): Promise<void> {
  await tell('POST', '/api/rules', { programme: rule.programme, rules: [rule] });
}
