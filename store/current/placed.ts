/** Which items have a place on record, however coarse: drawn, in an administrative unit or with a P-code. */
import type { Model } from '@tilth/domain/record/kind';
import type { Id } from '@tilth/domain/report/entry';
import type { Tx } from '../db.ts';
import { tableName } from './columns.ts';

/** Of these items those that the current view places. */
export async function placedOf(
  tx: Tx,
  programme: string,
  model: Model,
  items: Iterable<{ readonly id: Id; readonly kind: string }>,
): Promise<ReadonlySet<Id>> {
  const byKind = new Map<string, Id[]>();
  for (const { id, kind } of items) byKind.set(kind, [...(byKind.get(kind) ?? []), id]);
  const placed = new Set<Id>();
  for (const [name, ids] of byKind) {
    const kind = model.kinds.get(name);
    if (kind?.place === undefined) continue;
    const coarse = ['place', 'pcode'].filter((p) => kind.properties[p] && kind.properties[p].own !== true);
    const says = ['geom', ...coarse].map((column) => `${column} IS NOT NULL`).join(' OR ');
    const rows = await tx.query<{ readonly id: Id }>(
      `SELECT id FROM shown.${tableName(name)} WHERE programme = $1 AND id = ANY ($2::uuid[]) AND (${says})`,
      [programme, ids],
    );
    for (const { id } of rows) placed.add(id);
  }
  return placed;
}
