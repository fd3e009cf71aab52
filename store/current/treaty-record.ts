/**
 * All that is said of treaties, of what states did under them and of what was decided under them, each by its speaker: what
 * domain/treaty works out statuses and deadlines from. Today's comes from the tables, other times from the log.
 */
import { mayRead } from '@tilth/domain/access/level';
import { redactEntry, redactView } from '@tilth/domain/access/redact';
import type { Id, Report } from '@tilth/domain/report/entry';
import { sayingsOf } from '@tilth/domain/report/sayings';
import type { ItemView } from '@tilth/domain/report/view';
import type { Spoken } from '@tilth/domain/treaty/acts-said';
import type { Tx } from '../db.ts';
import { entriesById } from '../read-log.ts';
import type { Asker, Stamp, Times } from '../store.ts';
import { allAt } from './as-known.ts';
import { tableName } from './columns.ts';
import { type Keeper, readerOf, reading } from './keeper.ts';
import { kindFor } from './list.ts';
import { levelIn, type Scene, sceneOf } from './scene.ts';

const parts = { treaties: 'treaty', acts: 'treaty-act', decisions: 'treaty-decision' } as const;
type Part = keyof typeof parts;

export interface TreatyRecord extends Readonly<Record<Part, readonly Spoken[]>> {
  readonly stamp: Stamp;
  /** acts of which no report counts yet */
  readonly pending: number;
}

/** Kinds that are not for the asker are empty. */
export async function treatyRecord(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  times: Times = {},
): Promise<TreatyRecord> {
  const scene = await reading(keeper, asker, programme, (tx) => sceneOf(keeper, tx, asker, programme, times));
  const views = {
    treaties: await viewsOf(keeper, asker, scene, parts.treaties),
    acts: await viewsOf(keeper, asker, scene, parts.acts),
    decisions: await viewsOf(keeper, asker, scene, parts.decisions),
  };
  const reports = await reading(keeper, asker, programme, (tx) =>
    reportsBehind(tx, scene, Object.values(views).flat()),
  );
  const spoken = (of: readonly ItemView[]): readonly Spoken[] =>
    of
      .filter((v) => v.standing === 'live')
      .map((view) => ({ id: view.id, sayings: sayingsOf(view, reports) }));
  return {
    stamp: scene.stamp,
    pending: views.acts.filter((v) => v.standing === 'reported').length,
    treaties: spoken(views.treaties),
    acts: spoken(views.acts),
    decisions: spoken(views.decisions),
  };
}

/** The items of a kind as the asker may see them, void ones left out. */
async function viewsOf(
  keeper: Keeper,
  asker: Asker,
  scene: Scene,
  name: string,
): Promise<readonly ItemView[]> {
  const found = kindFor(scene, name);
  if (found === null) return [];
  const { kind, level } = found;
  const rows = scene.today
    ? await reading(keeper, asker, scene.programme, (tx) => rowsNow(tx, scene.programme, name))
    : await allAt(keeper, readerOf(asker, scene.programme), scene, kind);
  return rows.flatMap((row) => {
    const whole: ItemView = JSON.parse(row.view);
    const open = redactView(whole, kind, level);
    return open === null || open.standing === 'void' ? [] : [open];
  });
}

function rowsNow(tx: Tx, programme: string, kind: string): Promise<readonly { readonly view: string }[]> {
  return tx.query<{ view: string }>(
    `SELECT view FROM shown.${tableName(kind)} WHERE programme = $1 ORDER BY id`,
    [programme],
  );
}

/** The reports that give the values in force, as the asker may read them: a view names those by id alone. */
async function reportsBehind(tx: Tx, scene: Scene, views: readonly ItemView[]) {
  const live = new Set(
    views.flatMap((v) =>
      v.properties.flatMap((p) => (p.claim === null || p.state === 'pending' ? [] : [p.claim.report])),
    ),
  );
  const around = { live, kinds: new Map() };
  const reports = new Map<Id, { report: Report; number: number }>();
  for (const { entry, number } of await entriesById(tx, scene.programme, [...live], scene.number)) {
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
