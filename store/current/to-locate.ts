/** The to-locate list: what is dangerous and can't be drawn, counted beside every total (design, *Counting*). */
import type { Asker, Row, Stamp, Times } from '../store.ts';
import { allAt } from './as-known.ts';
import { askedOf } from './asked.ts';
import { tableName } from './columns.ts';
import { type Keeper, readerOf, reading } from './keeper.ts';
import { kindFor, type ListedRow, listColumns, rowFor } from './list.ts';
import { sceneOf } from './scene.ts';

/** `to_locate` among the values says why, as a problem code. */
function withReason(row: Row, reason: string): Row {
  return { ...row, values: { ...row.values, to_locate: reason } };
}

/** Rows of every kind that is drawn as a danger, without a place to draw; of kinds whose place the asker may see. */
export async function toLocate(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  times: Times = {},
): Promise<{ readonly stamp: Stamp; readonly rows: readonly Row[] }> {
  const { scene, found } = await reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, times);
    const found: Row[] = [];
    for (const kind of scene.model.kinds.values()) {
      const seen = kind.place === undefined ? null : kindFor(scene, kind.name);
      if (!scene.today || !seen) continue;
      const asked = askedOf(kind, seen.level, {});
      if (!asked.placed) continue;
      const rows = await tx.query<ListedRow & { readonly to_locate: string }>(
        `SELECT ${listColumns(kind)}, to_locate FROM shown.${tableName(kind.name)}
         WHERE programme = $1 AND to_locate IS NOT NULL AND standing <> 'void' ORDER BY id`,
        [programme],
      );
      for (const row of rows)
        found.push(withReason(rowFor(asked, programme, kind, row, null), row.to_locate));
    }
    return { scene, found };
  });
  const { stamp } = scene;
  if (scene.today) return { stamp, rows: found };
  for (const kind of scene.model.kinds.values()) {
    const seen = kind.place === undefined ? null : kindFor(scene, kind.name);
    if (!seen) continue;
    const asked = askedOf(kind, seen.level, {});
    if (!asked.placed) continue;
    for (const row of await allAt(keeper, readerOf(asker, programme), scene, kind)) {
      if (row.to_locate !== null && row.standing !== 'void') {
        found.push(withReason(rowFor(asked, programme, kind, row, null), row.to_locate));
      }
    }
  }
  return { stamp, rows: found };
}
