/**
 * What figures narrowed to some values take: of an administrative unit also every unit within it, as the places on record
 * say at the same times (domain/figures/units-within.ts). Who may not read places gets what P-codes say by themselves.
 */
import type { Where } from '@tilth/domain/figures/tally';
import { type Unit, unitsWithin } from '@tilth/domain/figures/units-within';
import type { ItemView } from '@tilth/domain/report/view';
import type { Tx } from '../db.ts';
import type { Asker } from '../store.ts';
import { allAt } from './as-known.ts';
import { openProperties } from './asked.ts';
import { tableName } from './columns.ts';
import { type Keeper, readerOf } from './keeper.ts';
import { kindFor } from './list.ts';
import type { Typed } from './row.ts';
import { levelIn, type Scene } from './scene.ts';

const read = ['pcode', 'local_id', 'parent', 'level'];

function placesFor(scene: Scene) {
  const found = kindFor(scene, 'place');
  if (!found) return null;
  const open = openProperties(found.kind, levelIn(scene, 'place') ?? 'public');
  return read.every((p) => open.includes(p)) ? found.kind : null;
}

/** The places as the tables hold them, for a scene of today. */
export async function unitsNow(tx: Tx, scene: Scene): Promise<readonly Unit[]> {
  if (placesFor(scene) === null) return [];
  const rows: readonly { readonly id: string; readonly [column: string]: Typed }[] = await tx.query(
    `SELECT id, ${read.join(', ')} FROM shown.${tableName('place')}
     WHERE programme = $1 AND standing <> 'void' ORDER BY id`,
    [scene.programme],
  );
  return rows.map((r) => unitOf(r.id, r));
}

/** The places at another time. */
export async function unitsThen(keeper: Keeper, asker: Asker, scene: Scene): Promise<readonly Unit[]> {
  const kind = placesFor(scene);
  if (kind === null) return [];
  const rows = await allAt(keeper, readerOf(asker, scene.programme), scene, kind);
  return rows.filter((r) => r.standing !== 'void').map((r) => unitOf(r.id, r.columns));
}

function unitOf(id: string, columns: Readonly<Record<string, Typed>>): Unit {
  const text = (name: string) => {
    const value = columns[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  return { id, code: text('pcode') ?? text('local_id'), parent: text('parent'), level: text('level') };
}

/** The values that are taken, of those the views hold. */
export function narrowedTo(
  where: Readonly<Record<string, string>>,
  units: readonly Unit[],
  views: Iterable<ItemView>,
): Where {
  const { pcode, ...rest } = where;
  const named = Object.entries(rest).map(([name, key]) => [name, new Set([key])] as const);
  if (pcode === undefined) return Object.fromEntries(named);
  const codes = new Set<string>();
  for (const view of views)
    for (const p of view.properties)
      if (p.property === 'pcode')
        for (const value of [p.value, ...p.remaining.map((r) => r.value)])
          if (value?.type === 'text') codes.add(value.text.trim());
  return Object.fromEntries([...named, ['pcode', unitsWithin(pcode, units, codes)]]);
}
