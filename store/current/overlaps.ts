/** Which drawn hazards share land, and how much (reference domain.md 3.3, geocheck's overlaps). */

import { overlaps as overlapping } from '@tilth/domain/geometry/overlaps';
import type { Area } from '@tilth/domain/geometry/overlay';
import type { Id } from '@tilth/domain/report/entry';
import type { Tx } from '../db.ts';
import type { Asker, Stamp, Times } from '../store.ts';
import { allAt } from './as-known.ts';
import { tableName } from './columns.ts';
import { fromHexEwkb } from './ewkb.ts';
import { type Keeper, readerOf, reading } from './keeper.ts';
import { type Scene, sceneOf } from './scene.ts';
import { hazardKinds } from './totals.ts';

export interface Overlap {
  readonly a: Id;
  readonly b: Id;
  readonly m2: number;
}

export interface Overlaps {
  readonly stamp: Stamp;
  /** in order of their ids, the smaller first */
  readonly pairs: readonly Overlap[];
}

/**
 * Pairs by id with the m² they share, of all kinds of hazard, as of a day and as known then; pairs that only touch are left
 * out. Of today the database finds the boxes that meet; the land is worked out by domain's overlay, which reads invalid
 * outlines on the safe side.
 */
export async function overlaps(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  times: Times = {},
): Promise<Overlaps> {
  const { scene, kinds, now } = await reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, times);
    const kinds = hazardKinds(scene);
    const tables = kinds.map((k) => `shown.${tableName(k.name)}`);
    const now = scene.today
      ? await kept(keeper, scene, async () => inOrder(await shared(keeper, tx, programme, tables)))
      : null;
    return { scene, kinds, now };
  });
  if (now) return { stamp: scene.stamp, pairs: now };
  const pairs = await kept(keeper, scene, async () => {
    const areas: [Id, Area][] = [];
    for (const kind of kinds) {
      for (const { id, standing, geom } of await allAt(keeper, readerOf(asker, programme), scene, kind)) {
        if (standing !== 'void' && (geom?.type === 'Polygon' || geom?.type === 'MultiPolygon'))
          areas.push([id, geom]);
      }
    }
    return inOrder(
      overlapping(areas, keeper.overlay).map(({ first, second, m2 }) => ({ a: first, b: second, m2 })),
    );
  });
  return { stamp: scene.stamp, pairs };
}

function kept(keeper: Keeper, scene: Scene, work: () => Promise<readonly Overlap[]>) {
  return keeper.overlaps.get([scene.programme, scene.number, scene.at], async () => {
    const value = await work();
    return { value, weight: value.length };
  });
}

function inOrder(pairs: readonly Overlap[]): readonly Overlap[] {
  return pairs
    .map((p) => (p.a < p.b ? p : { ...p, a: p.b, b: p.a }))
    .sort((x, y) => (x.a === y.a ? (x.b < y.b ? -1 : 1) : x.a < y.a ? -1 : 1));
}

async function shared(
  keeper: Keeper,
  tx: Tx,
  programme: string,
  tables: readonly string[],
): Promise<readonly Overlap[]> {
  const pairs: { a: Id; b: Id }[] = [];
  for (const [i, one] of tables.entries()) {
    for (const other of tables.slice(i)) {
      const found = await tx.query<{ a: Id; b: Id }>(
        `SELECT a.id AS a, b.id AS b FROM ${one} a JOIN ${other} b
           ON b.programme = $1 AND b.standing <> 'void' AND ST_Dimension(b.geom) = 2 AND a.geom && b.geom
         WHERE a.programme = $1 AND a.standing <> 'void' AND ST_Dimension(a.geom) = 2
           AND ${one === other ? 'a.id < b.id' : 'true'}
         ORDER BY a.id, b.id`,
        [programme],
      );
      for (const pair of found) pairs.push(pair);
    }
  }
  const ids = [...new Set(pairs.flatMap((p) => [p.a, p.b]))];
  const outlines = new Map<Id, Area>();
  for (const table of tables) {
    for (let i = 0; i < ids.length; i += 1_000) {
      const rows = await tx.query<{ id: Id; geom: string }>(
        `SELECT id, geom::text AS geom FROM ${table} WHERE programme = $1 AND id = ANY ($2::uuid[])`,
        [programme, ids.slice(i, i + 1_000)],
      );
      for (const row of rows) {
        const g = fromHexEwkb(row.geom);
        if (g.type === 'Polygon' || g.type === 'MultiPolygon') outlines.set(row.id, g);
      }
    }
  }
  return pairs.flatMap(({ a, b }) => {
    const [one, other] = [outlines.get(a) ?? null, outlines.get(b) ?? null];
    const m2 = keeper.overlay.area(keeper.overlay.intersection(one, other));
    return m2 > 0 ? [{ a, b, m2 }] : [];
  });
}
