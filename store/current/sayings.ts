/**
 * What is said of the items of some kinds, claim by claim, each by its speaker, at any time: folded from the log whatever
 * day is asked for, since the tables do not hold who says the value in force.
 */
import { mayRead } from '@tilth/domain/access/level';
import { redactEntry, redactView } from '@tilth/domain/access/redact';
import type { Id, Report } from '@tilth/domain/report/entry';
import { type SpokenItem, sayingsOf } from '@tilth/domain/report/sayings';
import type { ItemView } from '@tilth/domain/report/view';
import type { Tx } from '../db.ts';
import { entriesById } from '../read-log.ts';
import type { Asker, Stamp, Times } from '../store.ts';
import { viewsAt } from './as-known.ts';
import { type Keeper, reading } from './keeper.ts';
import { kindFor } from './list.ts';
import { levelIn, type Scene, sceneOf } from './scene.ts';

/** Items of a kind that are given at most, by id; of more the rest is counted. */
const MOST_OF_A_KIND = 2_000;

export interface Sayings {
  readonly stamp: Stamp;
  readonly items: readonly SpokenItem[];
  /** kinds of which there are more items than are given, with how many are not */
  readonly left_off: readonly { readonly kind: string; readonly items: number }[];
}

/** Kinds that the asker may not read are left out. Refuses `kind-unknown`. */
export async function sayings(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  kinds: readonly string[],
  times: Times = {},
): Promise<Sayings> {
  const scene = await reading(keeper, asker, programme, (tx) => sceneOf(keeper, tx, asker, programme, times));
  const items: SpokenItem[] = [];
  const leftOff: Sayings['left_off'][number][] = [];
  for (const name of [...new Set(kinds)]) {
    if (kindFor(scene, name) === null) continue;
    const found = await reading(keeper, asker, programme, (tx) => ofKind(keeper, tx, scene, name));
    items.push(...found.items);
    if (found.more > 0) leftOff.push({ kind: name, items: found.more });
  }
  return { stamp: scene.stamp, items, left_off: leftOff };
}

async function ofKind(keeper: Keeper, tx: Tx, scene: Scene, name: string) {
  const rows = await tx.query<{ id: Id; n: number }>(
    `SELECT head AS id, count(*) OVER () AS n FROM shown.item
     WHERE programme = $1 AND kind = $2 AND head = id ORDER BY id LIMIT ${MOST_OF_A_KIND}`,
    [scene.programme, name],
  );
  const { views } = await viewsAt(
    keeper,
    tx,
    scene,
    rows.map((r) => r.id),
  );
  const kind = scene.model.kinds.get(name);
  const shown = views.flatMap((view) => {
    const open = view.kind === name && kind ? redactView(view, kind, levelIn(scene, name)) : null;
    return open === null || open.standing === 'void' ? [] : [open];
  });
  const reports = await reportsBehind(tx, scene, shown);
  return {
    items: shown.map((view): SpokenItem => {
      const { id, kind, standing, disputed } = view;
      return { id, kind, standing, disputed, sayings: sayingsOf(view, reports) };
    }),
    more: Math.max(0, (rows[0]?.n ?? 0) - rows.length),
  };
}

/** The reports that give the values in force, as the asker may read them. */
async function reportsBehind(tx: Tx, scene: Scene, views: readonly ItemView[]) {
  const live = new Set(views.flatMap((v) => v.reports.filter((r) => r.standing === 'live').map((r) => r.id)));
  const logged = await entriesById(tx, scene.programme, [...live], scene.number);
  const around = { live, kinds: new Map() };
  const reports = new Map<Id, { report: Report; number: number }>();
  for (const { entry, number } of logged) {
    const open = redactEntry(entry, scene.model, (kind) => openLevel(scene, kind), around);
    if (open.type === 'report') reports.set(open.id, { report: open, number });
  }
  return reports;
}

function openLevel(scene: Scene, name: string) {
  const level = levelIn(scene, name);
  const kind = scene.model.kinds.get(name);
  return kind !== undefined && mayRead(level, kind.sensitivity) ? level : null;
}
