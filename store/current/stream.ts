/**
 * All rows that match, in pages by key or in the order of a property, all of one receipt number: an export may take minutes while reports go on being
 * approved. Rows that change meanwhile are folded as they were at the number, once all others have been given.
 */
import type { Kind } from '@tilth/domain/record/kind';
import type { Id } from '@tilth/domain/report/entry';
import { lastNumber } from '../read-log.ts';
import type { Asker, ListQuery, Row } from '../store.ts';
import { allAt, rowsAt, viewsAt } from './as-known.ts';
import { type Asked, askedOf, conditionsOf, meetsAll } from './asked.ts';
import { tableName } from './columns.ts';
import { fromHexEwkb } from './ewkb.ts';
import { type Keeper, readerOf, reading } from './keeper.ts';
import { kindFor, type ListedRow, listColumns, rowFor, rowsOf } from './list.ts';
import { idsInOrder, inOrder } from './ordered.ts';
import { cellsOf } from './row.ts';
import { type Scene, sceneOf } from './scene.ts';

const PAGE = 1_000;

/**
 * Streams rows in the order asked for, else in order of id (then those that changed while streaming come last). Keeps the
 * ids given out, some 80 bytes each, to give none twice.
 */
export async function* stream(
  keeper: Keeper,
  asker: Asker,
  query: Omit<ListQuery, 'limit' | 'after' | 'offset'>,
): AsyncGenerator<Row> {
  const begun = await reading(keeper, asker, query.programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, query.programme, query);
    const found = kindFor(scene, query.kind);
    if (!found) return null;
    const { kind } = found;
    const asked = askedOf(kind, found.level, query, scene.model.lists);
    // of the scene's own transaction, so that it is the order at its number
    const order = asked.sort && scene.today ? await idsInOrder(keeper, tx, scene, kind, asked) : null;
    return { scene, kind, asked, order };
  });
  if (!begun) return;
  const { scene, kind, asked, order } = begun;
  if (order) yield* streamInOrder(keeper, asker, scene, kind, asked, order);
  else if (scene.today) yield* streamToday(keeper, asker, scene, kind, asked);
  else yield* streamThen(keeper, asker, scene, kind, asked);
}

/** Rows that change while streaming are folded as they were at the number, and keep their place. */
async function* streamInOrder(
  keeper: Keeper,
  asker: Asker,
  scene: Scene,
  kind: Kind,
  asked: Asked,
  order: readonly Id[],
): AsyncGenerator<Row> {
  for (let i = 0; i < order.length; i += PAGE) {
    const ids = order.slice(i, i + PAGE);
    const rows = await reading(keeper, asker, scene.programme, async (tx) => {
      const found = new Map<Id, Row>();
      for (const row of await rowsOf(tx, scene, kind, ids, scene.number)) {
        const geometry = row.geom === null ? null : fromHexEwkb(row.geom);
        found.set(row.id, rowFor(asked, scene.programme, kind, row, geometry));
      }
      const changed = ids.filter((id) => !found.has(id));
      if (changed.length === 0) return found;
      const { views } = await viewsAt(keeper, tx, scene, changed);
      for (const view of views) {
        const row = cellsOf(view, kind);
        found.set(row.id, rowFor(asked, scene.programme, kind, row, row.geom));
      }
      return found;
    });
    for (const id of ids) {
      const row = rows.get(id);
      if (row) yield row;
    }
  }
}

async function* streamThen(
  keeper: Keeper,
  asker: Asker,
  scene: Scene,
  kind: Kind,
  asked: Asked,
): AsyncGenerator<Row> {
  const reader = readerOf(asker, scene.programme);
  if (asked.sort) {
    const all = await allAt(keeper, reader, scene, kind);
    const rows = all.filter((row) => meetsAll(asked, row, row.geom, keeper.overlay)).sort(inOrder(asked));
    for (const row of rows) yield rowFor(asked, scene.programme, kind, row, row.geom);
    return;
  }
  for await (const page of rowsAt(keeper, reader, scene, kind)) {
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
