/** Which local id a new item of a kind would get by the programme's pattern. */
import { mayRead } from '@tilth/domain/access/level';
import { nextNumber as next, partsOfPattern } from '@tilth/domain/record/next-number';
import { numberPattern } from '@tilth/domain/record/settings';
import type { Rule } from '@tilth/domain/report/entry';
import type { Asker } from '../store.ts';
import { tableName } from './columns.ts';
import { type Keeper, reading } from './keeper.ts';
import { kindFor } from './list.ts';
import { sceneOf } from './scene.ts';

/** Null where the programme sets no pattern, or the kind has no local id that this asker may read. Refuses `kind-unknown`. */
export function nextNumber(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  kind: string,
): Promise<string | null> {
  return reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, {});
    const found = kindFor(scene, kind);
    const property = found?.kind.properties.local_id;
    if (!found || property === undefined || !mayRead(found.level, property.sensitivity)) return null;
    const rules = scene.rules.map((r) => r.entry).filter((e): e is Rule => e.type === 'rule');
    const pattern = numberPattern(rules, kind);
    const year = scene.stamp.at.slice(0, 4);
    const parts = pattern === null ? null : partsOfPattern(pattern, year);
    if (pattern === null || parts === null) return null;
    const rows = await tx.query<{ local_id: string }>(
      `SELECT local_id FROM shown.${tableName(kind)}
       WHERE programme = $1 AND local_id IS NOT NULL AND starts_with(local_id, $2)`,
      [programme, parts.before],
    );
    return next(
      pattern,
      year,
      rows.map((r) => r.local_id),
    );
  });
}
