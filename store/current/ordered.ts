/**
 * The order of a list. Far down a long list the database would sort and pass over everything for each page again, so there
 * the ids in their order are kept for the next page: they hold for one receipt number, as all that is kept does.
 */
import type { Kind } from '@tilth/domain/record/kind';
import type { Id } from '@tilth/domain/report/entry';
import type { Tx } from '../db.ts';
import { type Asked, conditionsOf } from './asked.ts';
import { tableName } from './columns.ts';
import { cellOf, sqlOf } from './comparable.ts';
import type { Keeper } from './keeper.ts';
import type { Cells } from './row.ts';
import type { Scene } from './scene.ts';

/** What follows ORDER BY. */
export function orderSql({ sort }: Asked): string {
  return sort ? `${sqlOf(sort.by)} ${sort.descending ? 'DESC' : 'ASC'} NULLS LAST, id` : 'id';
}

/** As `orderSql` under COLLATE "C", for rows at other times. */
export function inOrder({ sort }: Asked): (a: Cells, b: Cells) => number {
  const byId = (a: Cells, b: Cells) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  if (!sort) return byId;
  return (a, b) => {
    const [x, y] = [cellOf(a, sort.by), cellOf(b, sort.by)];
    if (x === null || y === null) return x === y ? byId(a, b) : x === null ? 1 : -1;
    return (sort.descending ? -1 : 1) * compare(x, y) || byId(a, b);
  };
}

function compare(x: unknown, y: unknown): number {
  if (typeof x === 'number' && typeof y === 'number') return x - y;
  return Buffer.compare(Buffer.from(String(x)), Buffer.from(String(y)));
}

/** The ids of all that matches, in order, of the state the transaction sees, which has to be the scene's. */
export async function idsInOrder(
  keeper: Keeper,
  tx: Tx,
  scene: Scene,
  kind: Kind,
  asked: Asked,
): Promise<readonly Id[]> {
  const params: unknown[] = [scene.programme];
  const conditions = conditionsOf(asked, params);
  const key = [scene.programme, kind.name, scene.number, conditions, params, orderSql(asked)];
  return keeper.orders.get(key, async () => {
    const rows = await tx.query<{ id: Id }>(
      `SELECT id FROM shown.${tableName(kind.name)} WHERE programme = $1 AND ${conditions} ORDER BY ${orderSql(asked)}`,
      params,
    );
    return { value: rows.map((r) => r.id), weight: rows.length };
  });
}
