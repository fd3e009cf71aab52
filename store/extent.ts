/**
 * The box of all that is drawn of a programme, for the first look at the map: of the kinds whose places this asker may
 * see, so that the box itself gives nothing away. Kept until the log grows.
 */
import { mayRead } from '@tilth/domain/access/level';
import { askedOf } from './current/asked.ts';
import { tableName } from './current/columns.ts';
import { type Keeper, reading } from './current/keeper.ts';
import { levelIn, sceneOf } from './current/scene.ts';
import type { Asker, Programme } from './store.ts';

interface Box {
  readonly west: number | null;
  readonly south: number | null;
  readonly east: number | null;
  readonly north: number | null;
}

const kept = new WeakMap<
  Keeper,
  Map<string, { readonly number: number; readonly extent: Programme['extent'] }>
>();

/** WGS 84 [west, south, east, north], or null when nothing is drawn that the asker may see. */
export async function extentOf(
  keeper: Keeper,
  asker: Asker,
  programme: string,
): Promise<Programme['extent']> {
  const known = kept.get(keeper) ?? new Map();
  kept.set(keeper, known);
  return reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, {});
    const placed = [...scene.model.kinds.values()].filter((kind) => {
      const level = levelIn(scene, kind.name);
      return level !== null && mayRead(level, kind.sensitivity) && askedOf(kind, level, {}).placed;
    });
    const key = [programme, ...placed.map((k) => k.name)].join();
    const before = known.get(key);
    if (before?.number === scene.number) return before.extent;
    if (placed.length === 0) return null;
    const boxes = placed.map(
      (k) =>
        `SELECT ST_Extent(geom) AS b FROM shown.${tableName(k.name)} WHERE programme = $1 AND standing <> 'void'`,
    );
    const [box] = await tx.query<Box>(
      `SELECT min(ST_XMin(b)) AS west, min(ST_YMin(b)) AS south, max(ST_XMax(b)) AS east, max(ST_YMax(b)) AS north
       FROM (${boxes.join(' UNION ALL ')}) boxes`,
      [programme],
    );
    const { west, south, east, north } = box ?? { west: null, south: null, east: null, north: null };
    const extent =
      west === null || south === null || east === null || north === null
        ? null
        : ([west, south, east, north] as const);
    known.set(key, { number: scene.number, extent });
    return extent;
  });
}
