/**
 * All rows that match, in pages by key, all of one receipt number: an export may take minutes while reports go on being
 * approved. Rows that change meanwhile are folded as they were at the number, once all others have been given.
 */
import type { Kind } from '@tilth/domain/record/kind';
import type { Id } from '@tilth/domain/report/entry';
import { lastNumber } from '../read-log.ts';
import type { Asker, ListQuery, Row } from '../store.ts';
import { rowsAt, viewsAt } from './as-known.ts';
import { type Asked, askedOf, conditionsOf, meetsAll } from './asked.ts';
import { tableName } from './columns.ts';
import { fromHexEwkb } from './ewkb.ts';
import { type Keeper, readerOf, reading } from './keeper.ts';
import { kindFor, type ListedRow, listColumns, rowFor } from './list.ts';
import { cellsOf } from './row.ts';
import { type Scene, sceneOf } from './scene.ts';

const PAGE = 1_000;

/**
 * Streams rows in order of id (those that changed while streaming come last). Keeps the ids given out, some 80 bytes each,
 * to give none twice.
 */
export async function* stream(
  keeper: Keeper,
  asker: Asker,
  query: Omit<ListQuery, 'limit' | 'after' | 'offset'>,
): AsyncGenerator<Row> {
  const scene = await reading(keeper, asker, query.programme, (tx) =>
    sceneOf(keeper, tx, asker, query.programme, query),
  );
  const found = kindFor(scene, query.kind);
  if (!found) return;
  const { kind, level } = found;
  const { sort: _, ...unsorted } = query;
  const asked = askedOf(kind, level, unsorted);
  if (scene.today) yield* streamToday(keeper, asker, scene, kind, asked);
  else yield* streamThen(keeper, asker, scene, kind, asked);
}

async function* streamThen(
  keeper: Keeper,
  asker: Asker,
  scene: Scene,
  kind: Kind,
  asked: Asked,
): AsyncGenerator<Row> {
  for await (const page of rowsAt(keeper, readerOf(asker, scene.programme), scene, kind)) {
    for (const row of page) {
      if (meetsAll(asked, row, row.geom, keeper.overlay)) {
        yield rowFor(asked, scene.programme, kind, row, row.geom);
      }
    }
  }
}

async function* streamToday(
  keeper: Keeper,
  asker: Asker,
  scene: Scene,
  kind: Kind,
  asked: Asked,
): AsyncGenerator<Row> {
  const given = new Set<Id>();
  for (let after: Id | null = null; ; ) {
    const page: readonly ListedRow[] = await reading(keeper, asker, scene.programme, (tx) => {
      const params: unknown[] = [scene.programme, scene.number, after];
      const conditions = conditionsOf(asked, params);
      return tx.query<ListedRow>(
        `SELECT ${listColumns(kind)} FROM shown.${tableName(kind.name)}
         WHERE programme = $1 AND folded_number <= $2 AND ($3::uuid IS NULL OR id > $3) AND ${conditions}
         ORDER BY id LIMIT ${PAGE}`,
        params,
      );
    });
    for (const row of page) {
      given.add(row.id);
      yield rowFor(asked, scene.programme, kind, row, row.geom === null ? null : fromHexEwkb(row.geom));
    }
    if (page.length < PAGE) break;
    after = page.at(-1)?.id ?? null;
  }
  yield* changedSince(keeper, asker, scene, kind, asked, given);
}

/** What changed after the number while streaming, as it was at the number. */
async function* changedSince(
  keeper: Keeper,
  asker: Asker,
  scene: Scene,
  kind: Kind,
  asked: Asked,
  given: Set<Id>,
): AsyncGenerator<Row> {
  const changed = await reading(keeper, asker, scene.programme, async (tx) => {
    if ((await lastNumber(tx, scene.programme)) === scene.number) return [];
    const rows = await tx.query<{ id: Id }>(
      `SELECT i.id FROM shown.item i WHERE i.programme = $1 AND i.kind = $2 AND NOT EXISTS (
         SELECT FROM shown.${tableName(kind.name)} k
         WHERE k.programme = $1 AND k.id = i.head AND k.folded_number <= $3)`,
      [scene.programme, kind.name, scene.number],
    );
    return rows.map((r) => r.id);
  });
  for (let i = 0; i < changed.length; i += PAGE) {
    const ids = changed.slice(i, i + PAGE);
    const { views } = await reading(keeper, asker, scene.programme, (tx) => viewsAt(keeper, tx, scene, ids));
    for (const view of views) {
      if (given.has(view.id) || view.kind !== kind.name) continue;
      given.add(view.id);
      const row = cellsOf(view, kind);
      if (meetsAll(asked, row, row.geom, keeper.overlay)) {
        yield rowFor(asked, scene.programme, kind, row, row.geom);
      }
    }
  }
}
