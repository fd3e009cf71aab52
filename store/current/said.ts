/**
 * What is said of the items of one kind, claim by claim, as one reader may see it: today's from the tables, other times from
 * the log. Kept for the next asker of the same rights until the log moves on, since every question about contradictions,
 * treaties and promises begins with it.
 */
import { mayRead } from '@tilth/domain/access/level';
import { redactEntry, redactView } from '@tilth/domain/access/redact';
import type { Model } from '@tilth/domain/record/kind';
import type { Id, Report } from '@tilth/domain/report/entry';
import { type Reports, type SpokenItem, sayingsOf } from '@tilth/domain/report/sayings';
import type { ItemView } from '@tilth/domain/report/view';
import type { Tx } from '../db.ts';
import { entriesById } from '../read-log.ts';
import type { Asker } from '../store.ts';
import { allAt } from './as-known.ts';
import { tableName } from './columns.ts';
import { type Keeper, readerOf, reading } from './keeper.ts';
import { kindFor } from './list.ts';
import { levelIn, type Scene } from './scene.ts';

export interface Said {
  /** in order of id, void ones left out */
  readonly items: readonly SpokenItem[];
  /** how many there are beside */
  readonly more: number;
}

/** Reports read in one statement. */
const AT_ONCE = 5_000;
/** Characters of a claim with its speaker, date and value, about. */
const OF_A_SAYING = 500;

/** Nothing where the kind is not for the asker. `most`: items given at most. Refuses `kind-unknown`. */
export async function saidOf(
  keeper: Keeper,
  asker: Asker,
  scene: Scene,
  name: string,
  most = Number.MAX_SAFE_INTEGER,
): Promise<Said> {
  if (kindFor(scene, name) === null) return { items: [], more: 0 };
  return keeper.said.get([...seenBy(scene), name, most], async () => {
    const { views, more } = await viewsOf(keeper, asker, scene, name, most);
    const reports = await reading(keeper, asker, scene.programme, (tx) => reportsBehind(tx, scene, views));
    const items = views.map((view): SpokenItem => {
      const { id, kind, standing, disputed } = view;
      return { id, kind, standing, disputed, sayings: sayingsOf(view, reports) };
    });
    const weight = items.reduce((sum, i) => sum + OF_A_SAYING * (1 + i.sayings.length), 0);
    return { value: { items, more }, weight };
  });
}

/** All that what a reader sees at a time depends on: the log up to a number, the day, the model and the reader's rights. */
export function seenBy(scene: Scene): readonly unknown[] {
  const rights = [...scene.model.kinds.keys()].map((kind) => levelIn(scene, kind) ?? '-');
  return [scene.programme, scene.number, scene.at, nameOf(scene.model), rights.join()];
}

const names = new WeakMap<Model, number>();
let named = 0;

/** Models change with the rules, also with those received after the time that is asked for. */
function nameOf(model: Model): number {
  const name = names.get(model) ?? ++named;
  names.set(model, name);
  return name;
}

async function viewsOf(keeper: Keeper, asker: Asker, scene: Scene, name: string, most: number) {
  const found = kindFor(scene, name);
  if (found === null) return { views: [], more: 0 };
  const { kind, level } = found;
  const rows = scene.today
    ? await reading(keeper, asker, scene.programme, (tx) => rowsNow(tx, scene.programme, name, most))
    : rowsThen(await allAt(keeper, readerOf(asker, scene.programme), scene, kind), most);
  const views = rows.texts.flatMap((text) => {
    const whole: ItemView = JSON.parse(text);
    const open = redactView(whole, kind, level);
    return open === null ? [] : [open];
  });
  return { views, more: rows.all - rows.texts.length };
}

async function rowsNow(tx: Tx, programme: string, kind: string, most: number) {
  const rows = await tx.query<{ view: string; n: number }>(
    `SELECT view, count(*) OVER () AS n FROM shown.${tableName(kind)}
     WHERE programme = $1 AND standing <> 'void' ORDER BY id LIMIT $2`,
    [programme, most],
  );
  return { texts: rows.map((r) => r.view), all: rows[0]?.n ?? 0 };
}

function rowsThen(rows: readonly { readonly standing: string; readonly view: string }[], most: number) {
  const there = rows.filter((r) => r.standing !== 'void');
  return { texts: there.slice(0, most).map((r) => r.view), all: there.length };
}

/** The reports that count on these items, as the asker may read them: a view names the claim in force by its report alone. */
async function reportsBehind(tx: Tx, scene: Scene, views: readonly ItemView[]): Promise<Reports> {
  const live = new Set(views.flatMap((v) => v.reports.filter((r) => r.standing === 'live').map((r) => r.id)));
  const around = { live, kinds: new Map() };
  const reports = new Map<Id, { report: Report; number: number }>();
  const ids = [...live];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const slice = ids.slice(from, from + AT_ONCE);
    for (const { entry, number } of await entriesById(tx, scene.programme, slice, scene.number)) {
      const open = redactEntry(entry, scene.model, (kind) => openLevel(scene, kind), around);
      if (open.type === 'report') reports.set(open.id, { report: open, number });
    }
  }
  return reports;
}

function openLevel(scene: Scene, name: string) {
  const level = levelIn(scene, name);
  const kind = scene.model.kinds.get(name);
  return kind !== undefined && mayRead(level, kind.sensitivity) ? level : null;
}
