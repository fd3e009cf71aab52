/**
 * Puts the views of some items in the place of what the tables hold of them: rows of their kinds, under which id each item
 * shows, and which of their reports wait.
 */
import type { Model } from '@tilth/domain/record/kind';
import { builtIn } from '@tilth/domain/record/kinds';
import type { Id, Report } from '@tilth/domain/report/entry';
import { isReported } from '@tilth/domain/report/held';
import type { Named } from '@tilth/domain/report/mentions';
import type { ItemView } from '@tilth/domain/report/view';
import type { Tx } from '../db.ts';
import type { LogReading } from './load.ts';
import { type Cells, cellsOf } from './row.ts';
import type { Schema } from './tables.ts';
import { deleteRows, insertRows } from './write-rows.ts';

export interface Replacing {
  readonly tx: Tx;
  readonly schema: Schema;
  readonly programme: string;
  /** the receipt number the views are folded up to */
  readonly number: number;
  readonly model: Model;
  readonly log: LogReading;
  /** what stands in the log from this number on has no rows yet */
  readonly newFrom: number;
}

export interface ItemRow {
  readonly kind: string;
  readonly id: Id;
  readonly head: Id;
}

/**
 * Under which id each item shows, by every kind it has ever been of: those its reports declare, and where a decision moved
 * claims to it, those they came from. Whatever row the tables ever held of an item is under one of these.
 */
export function itemRows(
  items: ReadonlySet<Id>,
  entries: readonly Named[],
  views: readonly ItemView[],
): ItemRow[] {
  const heads = new Map<Id, Id>();
  const rows = new Map<string, ItemRow>();
  for (const view of views) for (const id of view.joined) heads.set(id, view.id);
  const add = (kind: string | undefined, id: Id) => {
    if (kind !== undefined && items.has(id)) rows.set(kind + id, { kind, id, head: heads.get(id) ?? id });
  };
  const reports = new Map<Id, Report[]>();
  for (const { entry } of entries) {
    if (entry.type !== 'report') continue;
    reports.set(entry.id, [...(reports.get(entry.id) ?? []), entry]);
    for (const item of entry.items) add(item.kind, item.id);
  }
  for (const { entry } of entries) {
    if (entry.type !== 'decision' || (entry.act !== 'retarget' && entry.act !== 'split')) continue;
    for (const { report, from, to, claims } of entry.moves) {
      for (const { items: of, claims: all } of reports.get(report.id) ?? []) {
        if (claims === undefined) add(of.find((i) => i.id === from)?.kind, to);
        else for (const n of claims) add(of[all[n]?.on ?? -1]?.kind, to);
      }
    }
  }
  return [...rows.values()];
}

/** The rows as the tables would hold them, by kind; kinds without a table (none is defined so) give none. */
export function rowsByKind(views: readonly ItemView[], model: Model): Map<string, Cells[]> {
  const rows = new Map<string, Cells[]>();
  for (const view of views) {
    const kind = builtIn.kinds.has(view.kind) ? model.kinds.get(view.kind) : undefined;
    if (!kind) continue;
    const list = rows.get(kind.name);
    if (list) list.push(cellsOf(view, kind));
    else rows.set(kind.name, [cellsOf(view, kind)]);
  }
  return rows;
}

/** Reports of the views that wait, with the number each was received under. */
export function waitingRows(
  views: readonly ItemView[],
  log: LogReading,
): { readonly number: number; readonly report: Id; readonly standing: string }[] {
  const rows = new Map<number, { number: number; report: Id; standing: string }>();
  for (const view of views) {
    for (const { id, standing } of view.reports) {
      if (!isReported(standing)) continue;
      for (const number of log.numbersOf(id)) rows.set(number, { number, report: id, standing });
    }
  }
  return [...rows.values()];
}

/**
 * Replaces what the tables hold of `items` by `views`. Nothing here reads what another statement wrote, so all is asked at
 * once, in this order, and left to the end of the transaction.
 */
export function replaceRows(
  to: Replacing,
  items: ReadonlySet<Id>,
  entries: readonly Named[],
  views: readonly ItemView[],
): void {
  const { tx, schema, programme, number } = to;
  const books = itemRows(items, entries, views);
  const old = books.filter((row) => to.log.first(row.id) < to.newFrom);
  if (old.length > 0) {
    const kinds = new Set(old.map((r) => r.kind).filter((k) => builtIn.kinds.has(k)));
    tx.leave(
      deleteRows(
        tx,
        schema,
        programme,
        kinds,
        old.map((r) => r.id),
      ),
    );
    const reports = new Set(views.flatMap((v) => v.reports.map((r) => r.id)));
    const numbers = [...reports].flatMap((id) => to.log.numbersOf(id)).filter((n) => n < to.newFrom);
    tx.leave(
      tx.query(`DELETE FROM ${schema}.waiting WHERE programme = $1 AND number = ANY ($2::bigint[])`, [
        programme,
        numbers,
      ]),
    );
  }
  for (const [name, rows] of rowsByKind(views, to.model)) {
    const kind = builtIn.kinds.get(name);
    if (kind) tx.leave(insertRows(tx, schema, programme, number, kind, rows));
  }
  writeBooks(to, books, waitingRows(views, to.log));
}

function writeBooks(
  { tx, schema, programme }: Replacing,
  items: readonly ItemRow[],
  waiting: ReturnType<typeof waitingRows>,
): void {
  if (items.length > 0) {
    tx.leave(
      tx.query(
        `INSERT INTO ${schema}.item (programme, kind, id, head)
       SELECT $1, * FROM unnest($2::text[], $3::uuid[], $4::uuid[])
       ON CONFLICT (programme, kind, id) DO UPDATE SET head = excluded.head`,
        [programme, items.map((r) => r.kind), items.map((r) => r.id), items.map((r) => r.head)],
        `${schema}-item`,
      ),
    );
  }
  if (waiting.length > 0) {
    tx.leave(
      tx.query(
        `INSERT INTO ${schema}.waiting (programme, number, report, standing)
       SELECT $1, * FROM unnest($2::bigint[], $3::uuid[], $4::text[])
       ON CONFLICT (programme, number) DO UPDATE SET standing = excluded.standing`,
        [
          programme,
          waiting.map((r) => r.number),
          waiting.map((r) => r.report),
          waiting.map((r) => r.standing),
        ],
        `${schema}-waiting`,
      ),
    );
  }
}
