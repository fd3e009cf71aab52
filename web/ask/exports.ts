/** Exports: straight away as a download, or made in the background for who has signed in. */
import { queryOptions } from '@tanstack/react-query';
import type { Stamp } from './answers.ts';
import { addressOf, ask, tell } from './ask.ts';
import type { ListWish } from './questions.ts';

export const exportFormats = ['csv', 'xlsx', 'geojson', 'gpkg', 'kml', 'gpx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportJob {
  readonly id: string;
  readonly programme: string;
  readonly kind: string;
  readonly format: ExportFormat;
  /** what it was narrowed to and sorted by */
  readonly said: Readonly<Record<string, string>>;
  readonly begun: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly rows: number;
  readonly of: number | null;
  readonly bytes: number;
  readonly name: string | null;
  readonly stamp: Stamp | null;
  readonly problem: { readonly code: string; readonly facts: Readonly<Record<string, unknown>> } | null;
}

/** What is exported: what a list shows; `ids`: of it these alone. */
export interface ExportWish extends ListWish {
  readonly format: ExportFormat;
  readonly hxl: boolean;
  readonly ids?: readonly string[];
}

/** The address of a file that is made while one waits. */
export function exportAddress({ kind, ids, hxl, columns, ...wish }: ExportWish): string {
  return addressOf(`/api/export/${kind}`, {
    ...wish,
    columns: columns?.join(','),
    hxl: hxl ? 'true' : null,
    id: ids?.join(','),
  });
}

export async function beginExport(wish: ExportWish): Promise<void> {
  const { at, known, q, filter, within, sort, columns, ids, hxl, ...rest } = wish;
  const said = { at, known, q, filter, within, sort, columns: columns?.join(','), ids };
  const given = Object.entries(said).filter(([, v]) => v !== null && v !== undefined && v !== '');
  await tell('POST', '/api/exports', { ...rest, ...(hxl ? { hxl } : {}), ...Object.fromEntries(given) });
}

/** Mine, the newest first; asked again while one is under way. */
export function exportsQuestion(programme: string) {
  return queryOptions({
    queryKey: ['exports', programme],
    queryFn: ({ signal }) => ask<{ exports: readonly ExportJob[] }>('/api/exports', { programme }, signal),
    select: (answer) => answer.exports,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.exports.some(underWay) ? 700 : false),
  });
}

export function underWay({ state }: ExportJob): boolean {
  return state === 'waiting' || state === 'running';
}

/** Stops one that is under way, forgets one that has ended. */
export async function endExport(id: string): Promise<void> {
  await tell('DELETE', `/api/exports/${id}`);
}
