/** Defined reports, issued ones, and figures for a period, as /api/products and /api/figures say them. */
import { queryOptions } from '@tanstack/react-query';
import type { Line, ReportDefinition } from '@tilth/domain/products/definition';
import type { Difference } from '@tilth/domain/products/difference';
import type { Sheet, SheetLine } from '@tilth/domain/products/sheet';
import type { Id, Page, Ref, Stamp } from './answers.ts';
import { ask, tell } from './ask.ts';
import type { Times } from './questions.ts';

export type { Difference, Line, ReportDefinition, Sheet, SheetLine };

export interface Products {
  readonly definitions: readonly {
    readonly id: string;
    readonly rule: Ref | null;
    readonly definition: ReportDefinition;
  }[];
  readonly figures: readonly {
    readonly id: string;
    readonly unit: 'count' | 'm2';
    readonly flow: boolean;
    readonly by: readonly string[];
  }[];
}

export function productsQuestion(programme: string) {
  return queryOptions({
    queryKey: ['products', programme],
    queryFn: ({ signal }) => ask<Products>('/api/products', { programme }, signal),
  });
}

export interface RunWish extends Times {
  readonly programme: string;
  readonly definition: string;
  readonly from: string;
  readonly to: string;
  readonly lang: string;
}

export function runQuestion(wish: RunWish) {
  return queryOptions({
    queryKey: ['products', wish.programme, 'run', wish],
    queryFn: ({ signal }) => ask<Sheet>('/api/products/run', { ...wish }, signal),
  });
}

/** Issued ones, the last number first. */
export function issuedQuestion(programme: string) {
  return queryOptions({
    queryKey: ['products', programme, 'issued'],
    queryFn: ({ signal }) =>
      ask<Page>('/api/issued-product', { programme, sort: '-local_id', limit: 500 }, signal),
  });
}

export interface IssuedSheet {
  readonly sheet: Sheet;
  readonly digest: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly replaced_by: Id | null;
}

export function sheetQuestion(programme: string, id: Id) {
  return queryOptions({
    queryKey: ['products', programme, 'sheet', id],
    queryFn: ({ signal }) => ask<IssuedSheet>(`/api/products/${id}`, { programme }, signal),
  });
}

export interface LineChange {
  readonly figure: string;
  readonly by: string | null;
  readonly total: Difference | null;
  readonly cells: readonly ({ readonly key: string } & Difference)[];
  readonly behind: readonly {
    readonly cause: string;
    readonly entries: readonly {
      readonly id: Id;
      readonly number: number;
      readonly instant: string;
      readonly act: string;
      readonly date: string | null;
      readonly reason: string;
    }[];
    readonly more: number;
    readonly items: readonly { readonly id: Id; readonly kind: string }[];
  }[];
}

export interface Changes {
  readonly stamp: Stamp;
  readonly lines: readonly LineChange[];
}

export function changesQuestion(programme: string, id: Id, at: string | null, known: string | null) {
  return queryOptions({
    queryKey: ['products', programme, 'changes', id, at, known],
    queryFn: ({ signal }) => ask<Changes>(`/api/products/${id}/changes`, { programme, at, known }, signal),
  });
}

export interface IssueWish extends Omit<RunWish, 'at' | 'known'> {
  /** the sheet's, made once a form: sent again with it, nothing is issued twice */
  readonly id: Id;
  readonly at?: string;
  readonly known?: string;
  readonly recipient: string;
  readonly replaces?: { readonly id: Id; readonly reason: string };
}

export async function issue(wish: IssueWish): Promise<{ readonly id: Id; readonly number: string }> {
  const issued = await tell<{ id: Id; number: string }>('POST', '/api/products', wish);
  if (issued === null) throw new Error('the server answered without an answer');
  return issued;
}

export async function withdrawIssued(programme: string, id: Id, reason: string): Promise<void> {
  await tell('POST', `/api/products/${id}/withdrawal`, { programme, reason });
}

export interface FigureWish extends Times {
  readonly programme: string;
  readonly figure: string;
  readonly by: string | null;
  readonly from: string;
  readonly to: string;
  readonly lang: string;
  readonly pcode: string | null;
  readonly organisation: string | null;
  readonly responsible: string | null;
}

export interface FigureAnswer {
  readonly stamp: Stamp;
  readonly line: SheetLine;
  /** every value it was narrowed to, by property */
  readonly where: Readonly<Record<string, readonly string[]>>;
}

export function figureQuestion(wish: FigureWish) {
  return queryOptions({
    queryKey: ['figures', wish],
    queryFn: ({ signal }) => ask<FigureAnswer>('/api/figures', { ...wish }, signal),
    staleTime: 60_000,
  });
}
