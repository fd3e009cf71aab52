/**
 * How far what is drawn of an item may be off: the most that any report of its place allows. The map draws a position as
 * wide as that, and whoever asks what is near must be told from its rim.
 */
import type { Kind } from '@tilth/domain/record/kind';
import type { Id } from '@tilth/domain/report/entry';
import type { ItemView } from '@tilth/domain/report/view';
import type { Asker } from '../store.ts';
import { allAt } from './as-known.ts';
import { tableName } from './columns.ts';
import { type Keeper, readerOf, reading } from './keeper.ts';
import type { Scene } from './scene.ts';

/** Metres by which the place in a view (as JSON) may be off; null where nobody says. */
export function accuracyOf(view: string, kind: Kind): number | null {
  const { properties } = JSON.parse(view) as ItemView;
  const said = properties
    .filter((p) => p.property === kind.place)
    .flatMap((p) => [p.value, ...p.remaining.map((s) => s.value)])
    .flatMap((v) => (v?.type === 'geometry' && v.accuracy !== undefined ? [v.accuracy] : []));
  return said.length === 0 ? null : Math.max(...said);
}

/** Metres by which any place of the kind may be off at most: never less than the widest, 0 where nobody says of any. */
export async function widest(keeper: Keeper, asker: Asker, scene: Scene, kind: Kind): Promise<number> {
  const { programme, number } = scene;
  if (!scene.today) {
    const all = await allAt(keeper, readerOf(asker, programme), scene, kind);
    return all.reduce((most, r) => Math.max(most, r.geom === null ? 0 : (accuracyOf(r.view, kind) ?? 0)), 0);
  }
  return keeper.counts.get(['widest', programme, kind.name, number], async () => {
    const [row] = await reading(keeper, asker, programme, (tx) =>
      tx.query<{ most: number | null }>(
        // within a text of the view the quotes are written \\", so that only what is meant is found
        `SELECT max(m[1]::float8) AS most
         FROM shown.${tableName(kind.name)}, regexp_matches(view, '"accuracy":([0-9.eE+-]+)', 'g') m
         WHERE programme = $1 AND geom IS NOT NULL AND view LIKE '%"accuracy":%'`,
        [programme],
      ),
    );
    return { value: row?.most ?? 0, weight: 1 };
  });
}

/** Metres by which each of these may be off, of those of which somebody says. */
export async function reachesOf(
  keeper: Keeper,
  asker: Asker,
  scene: Scene,
  kind: Kind,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, number>> {
  const { programme } = scene;
  const wanted = new Set(ids);
  const rows = scene.today
    ? await reading(keeper, asker, programme, (tx) =>
        tx.query<{ id: Id; view: string }>(
          `SELECT id, view FROM shown.${tableName(kind.name)} WHERE programme = $1 AND id = ANY ($2::uuid[])`,
          [programme, ids],
        ),
      )
    : (await allAt(keeper, readerOf(asker, programme), scene, kind)).filter((r) => wanted.has(r.id));
  return new Map(
    rows.flatMap(({ id, view }) => {
      const metres = accuracyOf(view, kind);
      return metres === null ? [] : [[id, metres] as const];
    }),
  );
}
