/** One item with its history, as its reader may see it. */

import { aroundOf } from '@tilth/domain/access/around';
import { mayRead } from '@tilth/domain/access/level';
import { redactEntry, redactView } from '@tilth/domain/access/redact';
import { commit } from '@tilth/domain/report/commitment';
import type { Digest, Entry, Id, Value } from '@tilth/domain/report/entry';
import { foldItems } from '@tilth/domain/report/fold';
import { closureOf } from '@tilth/domain/report/mentions';
import { unseal } from '@tilth/domain/report/unseal';
import type { ItemView } from '@tilth/domain/report/view';
import type { Tx } from '../db.ts';
import type { Logged } from '../log.ts';
import { personalOf } from '../personal.ts';
import { entriesMentioning } from '../read-log.ts';
import type { Asker, ItemPage, Times } from '../store.ts';
import { type Keeper, reading } from './keeper.ts';
import { levelIn, type Scene, sceneOf } from './scene.ts';

/**
 * The view of the item, or of the one it is joined with, and the entries that concern it, first received first. Null when
 * there is none at these times or it is not for this asker.
 */
export async function item(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  id: Id,
  times: Times = {},
): Promise<ItemPage | null> {
  return reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, times);
    const { view, entries } = await foldOne(keeper, tx, scene, id);
    const kind = view === null ? undefined : scene.model.kinds.get(view.kind);
    if (view === null || kind === undefined) return null;
    const level = (name: string) => levelIn(scene, name);
    const redacted = redactView(view, kind, level(view.kind));
    if (redacted === null) return null;
    const shown = level(view.kind) === 'personal' ? await opened(keeper, tx, scene, redacted) : redacted;
    const mine = entries.map((e) => ({ ...e, entry: about(e.entry, view) }));
    const around = aroundOf(
      view,
      mine.map((e) => e.entry),
    );
    return {
      stamp: scene.stamp,
      view: shown,
      entries: mine.map((e) => ({
        ref: e.ref,
        number: e.number,
        instant: e.instant,
        entry: redactEntry(e.entry, scene.model, level, around),
      })),
    };
  });
}

/** With the personal values that the database gives this person. */
async function opened(keeper: Keeper, tx: Tx, scene: Scene, view: ItemView): Promise<ItemView> {
  const kept = await personalOf(
    tx,
    scene.programme,
    view.reports.map((r) => r.id),
  );
  if (kept.length === 0) return view;
  const values = new Map<Digest, Value>();
  for (const { salt, value } of kept) {
    const read: Value = JSON.parse(value);
    values.set(commit(read, salt), read);
  }
  return unseal(view, values, scene.model, keeper.overlay);
}

async function foldOne(
  keeper: Keeper,
  tx: Tx,
  scene: Scene,
  id: Id,
): Promise<{ readonly view: ItemView | null; readonly entries: readonly Logged[] }> {
  const { items, entries } = await entriesOf(tx, scene, id);
  const views = foldItems([...scene.rules, ...entries], items, scene.at, scene.model, keeper.overlay);
  return { view: views.find((v) => v.joined.includes(id)) ?? null, entries };
}

/** All that the fold of an item needs, in order of number, and the items that are to be folded with it. */
export async function entriesOf(
  tx: Tx,
  scene: Pick<Scene, 'programme' | 'number'>,
  id: Id,
): Promise<{ readonly items: readonly Id[]; readonly entries: readonly Logged[] }> {
  const logged = new Map<string, Logged>();
  const { items, entries } = await closureOf([id], async (ids) => {
    const found = await entriesMentioning(tx, scene.programme, ids, scene.number);
    for (const e of found) logged.set(e.ref.id + e.ref.digest, e);
    return found;
  });
  const mine = entries
    .map((e) => logged.get(e.ref.id + e.ref.digest))
    .filter((e) => e !== undefined)
    .sort((a, b) => a.number - b.number);
  return { items, entries: mine };
}

/** A decision on thousands of reports, as far as it is about this item's. */
function about(entry: Entry, view: ItemView): Entry {
  if (entry.type !== 'decision') return entry;
  if (entry.act !== 'approve' && entry.act !== 'return' && entry.act !== 'reject') return entry;
  const reports = new Set(view.reports.map((r) => r.id));
  return { ...entry, reports: entry.reports.filter((r) => reports.has(r.id)) };
}

/** Which of the asker's programmes hold each item or entry; what is nowhere, or not for them, is left out. */
export async function locate(
  keeper: Keeper,
  asker: Asker,
  programmes: readonly string[],
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, readonly string[]>> {
  const homes = new Map<Id, string[]>();
  for (const programme of programmes) {
    const found = await reading(keeper, asker, programme, async (tx) => {
      const scene = await sceneOf(keeper, tx, asker, programme, {});
      const kinds = [...scene.model.kinds.values()]
        .filter((k) => mayRead(levelIn(scene, k.name), k.sensitivity))
        .map((k) => k.name);
      return tx.query<{ id: Id }>(
        `SELECT id FROM shown.item WHERE programme = $1 AND kind = ANY ($2::text[]) AND id = ANY ($3::uuid[])
         UNION SELECT id FROM log.entry WHERE $4 AND programme = $1 AND id = ANY ($3::uuid[])`,
        [programme, kinds, ids, scene.role !== undefined],
      );
    });
    for (const { id } of found) homes.set(id, [...(homes.get(id) ?? []), programme]);
  }
  return homes;
}
