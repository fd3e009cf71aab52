/**
 * The view of one kind at other times than the tables hold: folded from the log with the entries received up to a number,
 * at a day. Items are read in pages by id, each page in a transaction of its own, so that nobody waits long for the one
 * connection of the embedded database.
 */

import type { Kind } from '@tilth/domain/record/kind';
import type { Id } from '@tilth/domain/report/entry';
import { foldItems } from '@tilth/domain/report/fold';
import { closureOf } from '@tilth/domain/report/mentions';
import type { ItemView } from '@tilth/domain/report/view';
import type { Actor, Tx } from '../db.ts';
import { type Keeper, readingAs } from './keeper.ts';
import { LogReading } from './load.ts';
import { type Cells, cellsOf } from './row.ts';
import type { Scene } from './scene.ts';

const PAGE = 2_000;

/** The views of some items and of those joined with them, as known and at. Ids of no item give nothing. */
export async function viewsAt(
  keeper: Keeper,
  tx: Tx,
  scene: Pick<Scene, 'programme' | 'number' | 'at' | 'model' | 'rules'>,
  ids: readonly Id[],
): Promise<{ readonly views: readonly ItemView[]; readonly log: LogReading }> {
  const log = new LogReading(tx, scene.programme, scene.number);
  const { items, entries } = await closureOf(ids, log.load);
  const views = foldItems([...scene.rules, ...entries], items, scene.at, scene.model, keeper.overlay);
  return { views, log };
}

/** Rows of one kind, in pages, each row once. */
export async function* rowsAt(
  keeper: Keeper,
  actor: Actor,
  scene: Scene,
  kind: Kind,
): AsyncGenerator<readonly Cells[]> {
  let after: Id | null = null;
  for (;;) {
    const [last, rows]: readonly [Id | null, readonly Cells[]] = await readingAs(keeper.db, actor, (tx) =>
      pageAt(keeper, tx, scene, kind, after),
    );
    if (last === null) return;
    after = last;
    yield rows;
  }
}

async function pageAt(
  keeper: Keeper,
  tx: Tx,
  scene: Scene,
  kind: Kind,
  after: Id | null,
): Promise<readonly [Id | null, readonly Cells[]]> {
  const page = await tx.query<{ id: Id }>(
    `SELECT id FROM shown.item WHERE programme = $1 AND kind = $2 AND ($3::uuid IS NULL OR id > $3)
     ORDER BY id LIMIT $4`,
    [scene.programme, kind.name, after, PAGE],
  );
  const last = page.at(-1)?.id ?? null;
  const ids = new Set(page.map((r) => r.id));
  const { views } = await viewsAt(keeper, tx, scene, [...ids]);
  // joined items stand in the page of the first of them, unjoined ones each in its own
  const here = views.filter((v) => v.kind === kind.name && ids.has(v.id));
  return [last, here.map((v) => cellsOf(v, kind))];
}

/** All rows of a kind at other times, kept for the next asker. */
export async function allAt(
  keeper: Keeper,
  actor: Actor,
  scene: Scene,
  kind: Kind,
): Promise<readonly Cells[]> {
  // the words to search by stand in rows apart by sensitivity, and those are of today
  const key = [scene.programme, kind.name, scene.at, scene.number, sensitivitiesOf(kind)];
  // a map asks for a dozen tiles of one day at once: they wait here for one fold, and hold no connection meanwhile
  return keeper.folds.get(key, async () => {
    const rows: Cells[] = [];
    for await (const page of rowsAt(keeper, actor, scene, kind)) for (const row of page) rows.push(row);
    rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    return { value: rows, weight: rows.reduce((sum, r) => sum + r.view.length + r.listed.length, 0) };
  });
}

const sensitivities = new WeakMap<Kind, string>();

/** The sensitivities of a kind's properties, as one text. */
function sensitivitiesOf(kind: Kind): string {
  const known =
    sensitivities.get(kind) ??
    Object.values(kind.properties)
      .map((p) => p.sensitivity)
      .join();
  sensitivities.set(kind, known);
  return known;
}
