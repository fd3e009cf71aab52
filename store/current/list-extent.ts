/** The box around all that a list matches, for the map to go there. */
import { boundsOf } from '@tilth/domain/geometry/bounds';
import type { Asker, ListExtent, ListQuery } from '../store.ts';
import { allAt } from './as-known.ts';
import { askedOf, conditionsOf, meetsAll } from './asked.ts';
import { tableName } from './columns.ts';
import { type Keeper, readerOf, reading } from './keeper.ts';
import { kindFor } from './list.ts';
import { sceneOf } from './scene.ts';

interface Box {
  readonly placed: number;
  readonly west: number | null;
  readonly south: number | null;
  readonly east: number | null;
  readonly north: number | null;
}

/** Refuses what `list` refuses. Nothing placed, or not for this asker: no extent. */
export async function listExtent(
  keeper: Keeper,
  asker: Asker,
  query: Omit<ListQuery, 'limit' | 'after' | 'offset' | 'sort'>,
): Promise<ListExtent> {
  const { programme } = query;
  const { scene, found, asked, box } = await reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, query);
    const found = kindFor(scene, query.kind);
    if (!found) return { scene, found, asked: null, box: null };
    const asked = askedOf(found.kind, found.level, query, scene.model.lists);
    if (!asked.placed || !scene.today) return { scene, found, asked, box: null };
    const params: unknown[] = [programme];
    const [box] = await tx.query<Box>(
      `SELECT placed, ST_XMin(b) AS west, ST_YMin(b) AS south, ST_XMax(b) AS east, ST_YMax(b) AS north FROM (
         SELECT count(geom) AS placed, ST_Extent(geom) AS b FROM shown.${tableName(found.kind.name)}
         WHERE programme = $1 AND ${conditionsOf(asked, params)}) boxes`,
      params,
    );
    return { scene, found, asked, box: box ?? null };
  });
  const { stamp } = scene;
  if (!found || !asked?.placed) return { stamp, placed: 0, extent: null };
  if (box) {
    const { placed, west, south, east, north } = box;
    if (west === null || south === null || east === null || north === null)
      return { stamp, placed, extent: null };
    return { stamp, placed, extent: [west, south, east, north] };
  }
  const all = await allAt(keeper, readerOf(asker, programme), scene, found.kind);
  let placed = 0;
  const extent: [number, number, number, number] = [180, 90, -180, -90];
  for (const row of all) {
    if (row.geom === null || !meetsAll(asked, row, row.geom, keeper.overlay)) continue;
    placed++;
    const [west, south, east, north] = boundsOf(row.geom);
    extent[0] = Math.min(extent[0], west);
    extent[1] = Math.min(extent[1], south);
    extent[2] = Math.max(extent[2], east);
    extent[3] = Math.max(extent[3], north);
  }
  return { stamp, placed, extent: placed === 0 ? null : extent };
}
