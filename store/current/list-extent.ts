/** The box around all that a list matches, for the map to go there. */
import { type Bounds, boundsAround, plainBounds } from '@tilth/domain/geometry/bounds';
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
    // each outline's own numbers: ST_Extent's are rounded, and the same rows read at other times give these
    const [box] = await tx.query<Box>(
      `SELECT count(geom) AS placed, min(ST_XMin(geom)) AS west, min(ST_YMin(geom)) AS south,
         max(ST_XMax(geom)) AS east, max(ST_YMax(geom)) AS north
       FROM shown.${tableName(found.kind.name)} WHERE programme = $1 AND ${conditionsOf(asked, params)}`,
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
  let extent: Bounds | null = null;
  for (const row of all) {
    if (row.geom === null || !meetsAll(asked, row, row.geom, keeper.overlay)) continue;
    placed++;
    const here = plainBounds(row.geom);
    extent = extent === null ? here : boundsAround(extent, here);
  }
  return { stamp, placed, extent };
}
