/**
 * Which items may be disputed or contested at other times than today's, without folding all of them. A dispute takes two
 * claims on one property, and a contest two decisions; so it can only be on items of which more than one entry speaks, of
 * which one report speaks in several voices or of several days, or that a decision other than an approval falls upon, by
 * itself or through a report. More than those that are disputed, never fewer: what is asked for is folded.
 */
import type { Kind } from '@tilth/domain/record/kind';
import type { Id } from '@tilth/domain/report/entry';
import type { Actor, Tx } from '../db.ts';
import { viewsAt } from './as-known.ts';
import { type Keeper, readingAs } from './keeper.ts';
import { slices } from './load.ts';
import { type Cells, cellsOf } from './row.ts';
import type { Scene } from './scene.ts';

/** Items folded in one transaction, so that nobody waits long for the one connection of the embedded database. */
const PAGE = 500;

/** A claim of a report has a speaker, a publisher or a date of its own: in a canonical body they stand before its form. */
const OWN_WORDS = `'"(said|published|when)":\\{.*,"form":"'`;

/**
 * Rows of one kind on which anything is disputed or contested at the scene's times, in order of id; kept for the next asker.
 */
export async function disputedAt(
  keeper: Keeper,
  actor: Actor,
  scene: Scene,
  kind: Kind,
): Promise<readonly Cells[]> {
  const of = await mayDispute(keeper, actor, scene);
  const ids = of.get(kind.name) ?? [];
  if (ids.length === 0) return [];
  return keeper.folds.get(['disputed', scene.programme, kind.name, scene.at, scene.number], async () => {
    const rows = new Map<Id, Cells>();
    for (let from = 0; from < ids.length; from += PAGE) {
      const { views } = await readingAs(keeper.db, actor, (tx) =>
        viewsAt(keeper, tx, scene, ids.slice(from, from + PAGE)),
      );
      for (const view of views)
        if (view.kind === kind.name && view.disputed) rows.set(view.id, cellsOf(view, kind));
    }
    const value = [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return { value, weight: value.reduce((sum, r) => sum + r.view.length + r.listed.length, 0) };
  });
}

/** By kind, of the whole log: an item that may be disputed now may have been at any time before. */
function mayDispute(
  keeper: Keeper,
  actor: Actor,
  { programme, last }: Scene,
): Promise<ReadonlyMap<string, readonly Id[]>> {
  return keeper.unsettled.get([programme, last], async () => {
    const rows = await readingAs(keeper.db, actor, (tx) => candidates(tx, programme));
    const value = new Map(
      [...Map.groupBy(rows, (r) => r.kind)].map(([kind, of]) => [kind, [...new Set(of.map((r) => r.id))]]),
    );
    return { value, weight: rows.length };
  });
}

interface Row {
  readonly kind: string;
  readonly id: Id;
}

/** In several statements that each go by an index: of all in one a planner without statistics makes a walk for each entry. */
async function candidates(tx: Tx, programme: string): Promise<readonly Row[]> {
  const numbers = async (sql: string, of?: readonly Id[]) => {
    const rows = await tx.query<{ number: number }>(sql, of ? [programme, of] : [programme]);
    return rows.map((r) => r.number);
  };
  const named = async (of: readonly number[]) => {
    const found = new Set<Id>();
    for (const slice of slices(of)) {
      const rows = await tx.query<{ target: Id }>(
        'SELECT target FROM log.mention WHERE programme = $1 AND number = ANY ($2::bigint[])',
        [programme, slice],
      );
      for (const { target } of rows) found.add(target);
    }
    return [...found];
  };
  const decided = await numbers(
    `SELECT number FROM log.entry WHERE programme = $1 AND type = 'decision' AND body NOT LIKE '{"act":"approve"%'`,
  );
  const fallenUpon = await named(decided);
  const reported: number[] = [];
  for (const slice of slices(fallenUpon))
    reported.push(
      ...(await numbers(
        'SELECT number FROM log.entry WHERE programme = $1 AND id = ANY ($2::uuid[])',
        slice,
      )),
    );
  const inOwnWords = await numbers(
    `SELECT number FROM log.entry WHERE programme = $1 AND type = 'report' AND body ~ ${OWN_WORDS}`,
  );
  const reused = await numbers(
    `SELECT number FROM log.entry WHERE programme = $1 AND id IN (
       SELECT id FROM log.entry WHERE programme = $1 GROUP BY id HAVING count(*) > 1)`,
  );
  const ids = new Set([...fallenUpon, ...(await named([...reported, ...inOwnWords, ...reused]))]);
  const rows = await tx.query<Row>(
    `SELECT i.kind, i.id FROM shown.item i CROSS JOIN LATERAL (
       SELECT FROM log.mention WHERE programme = $1 AND target = i.id OFFSET 1 LIMIT 1) again
     WHERE i.programme = $1`,
    [programme],
  );
  const more: Row[] = [];
  for (const slice of slices([...ids]))
    more.push(
      ...(await tx.query<Row>(
        'SELECT kind, id FROM shown.item WHERE programme = $1 AND id = ANY ($2::uuid[])',
        [programme, slice],
      )),
    );
  return [...rows, ...more];
}
