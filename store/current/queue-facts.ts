/**
 * What the review queue filters and counts by, of every report that waits: read from the log once for each report, since a
 * report never changes. What depends on the rest of the record (its step, whether it lowers a danger) is asked anew
 * whenever the log has grown, and only then.
 */
import { mayRead } from '@tilth/domain/access/level';
import { unplaced } from '@tilth/domain/record/approvable';
import type { Model } from '@tilth/domain/record/kind';
import { guardedClaims, type Look, looksOf } from '@tilth/domain/record/look';
import { type Review, reviewOf } from '@tilth/domain/record/review';
import { digestOfText } from '@tilth/domain/report/digest';
import type { Id, Instant, Ref, Report } from '@tilth/domain/report/entry';
import { gather } from '@tilth/domain/report/gather';
import { stepDue } from '@tilth/domain/report/review-due';
import type { Standing } from '@tilth/domain/report/view';
import type { Tx } from '../db.ts';
import { guardedOf } from '../intake/bulk-approval.ts';
import { rulesOf } from '../read-log.ts';
import type { Keeper } from './keeper.ts';
import { LogReading } from './load.ts';
import { placedOf } from './placed.ts';
import { levelIn, type Scene } from './scene.ts';

/** A report that waits, as the queue sorts it. */
export interface Waiting {
  readonly number: number;
  readonly standing: Standing;
  readonly ref: Ref;
  readonly by: Id;
  readonly kinds: readonly string[];
  /** short name of the source that is safe in an address, and the source's own name */
  readonly source: string;
  readonly source_name: string;
  readonly received: Instant;
  readonly step: string | null;
  readonly review: Review;
  readonly looks: readonly Look[];
  /** something was changed on the way in */
  readonly repaired: boolean;
  /** says neither where an item is nor why that is unknown, and the record doesn't either */
  readonly lacking: boolean;
}

/** What never changes of a report. `about`: it without the claims that no rule here asks about. */
interface Kept {
  readonly about: Report;
  readonly ref: Ref;
  readonly source: string;
  readonly received: Instant;
  readonly unplaced: ReadonlySet<Id>;
}

interface Row {
  readonly number: number;
  readonly standing: Standing;
}

const kept = new WeakMap<
  Keeper,
  Map<string, { readonly model: Model; readonly reports: Map<number, Kept> }>
>();
const asked = new WeakMap<
  Keeper,
  Map<string, { readonly number: number; readonly all: readonly Waiting[] }>
>();

/** All that wait and may be seen in this scene, first received first. */
export async function waitingIn(keeper: Keeper, tx: Tx, scene: Scene): Promise<readonly Waiting[]> {
  const before = of(asked, keeper).get(scene.programme);
  const all = before?.number === scene.number ? before.all : await readAll(keeper, tx, scene);
  of(asked, keeper).set(scene.programme, { number: scene.number, all });
  const seen = new Set(
    [...scene.model.kinds.values()]
      .filter((k) => mayRead(levelIn(scene, k.name), k.sensitivity))
      .map((k) => k.name),
  );
  return all.filter((w) => w.kinds.some((k) => seen.has(k)));
}

async function readAll(keeper: Keeper, tx: Tx, scene: Scene): Promise<readonly Waiting[]> {
  const { programme, model } = scene;
  const rows = await tx.query<Row>(
    'SELECT number, standing FROM shown.waiting WHERE programme = $1 ORDER BY number',
    [programme],
  );
  const reports = await reportsOf(keeper, tx, scene, rows);
  const found = rows.flatMap((row) => {
    const report = reports.get(row.number);
    return report === undefined ? [] : [{ row, report }];
  });
  const guardedItems = found.flatMap(({ report: { about } }) =>
    guardedClaims(about, model).flatMap(({ on }) => about.items[on] ?? []),
  );
  const lost = found.flatMap(({ report }) => report.about.items.filter((i) => report.unplaced.has(i.id)));
  const [guarded, placed] = [
    await guardedOf(tx, programme, model, guardedItems),
    await placedOf(tx, programme, model, lost),
  ];
  const reviews = new Map<string, Review>();
  const rules = await rulesOf(tx, programme, scene.number);
  const all = found.map(({ row, report: { about, ref, source, received, unplaced: without } }) => {
    const kinds = [...new Set(about.items.map((i) => i.kind))];
    const earlier = rules.filter((r) => r.number < row.number);
    const key = `${kinds.join()} ${earlier.length}`;
    const review = reviews.get(key) ?? reviewOf(kinds, earlier);
    reviews.set(key, review);
    return {
      number: row.number,
      standing: row.standing,
      ref,
      by: about.by,
      kinds,
      source,
      source_name: about.source.name,
      received,
      step: review.steps[0] ?? null,
      review,
      looks: looksOf(about, model, guarded),
      repaired: (about.changes ?? []).length > 0,
      lacking: [...without].some((id) => !placed.has(id)),
    };
  });
  return withSteps(tx, scene, all, reports);
}

/** The step each waits at, where its review has several. */
async function withSteps(
  tx: Tx,
  { programme, number, rules }: Scene,
  all: readonly Waiting[],
  reports: ReadonlyMap<number, Kept>,
): Promise<readonly Waiting[]> {
  const several = all.filter((w) => w.review.steps.length > 1);
  if (several.length === 0) return all;
  const spoken = await new LogReading(tx, programme, number).load(several.map((w) => w.ref.id));
  const log = gather([...rules, ...spoken]);
  return all.map((w) => {
    const about = reports.get(w.number)?.about;
    if (about === undefined || w.review.steps.length === 1) return w;
    return { ...w, step: stepDue(log, { ref: w.ref, report: about, claimed: 'alone' }, w.review.steps) };
  });
}

interface EntryRow {
  readonly number: number;
  readonly instant: Instant;
  readonly id: Id;
  readonly digest: string;
  readonly body: string;
}

const AT_ONCE = 2_000;

/** The reports of these rows; read are only those that were not kept. What no longer waits is forgotten. */
async function reportsOf(
  keeper: Keeper,
  tx: Tx,
  { programme, model }: Scene,
  rows: readonly Row[],
): Promise<ReadonlyMap<number, Kept>> {
  const before = of(kept, keeper).get(programme);
  const known = before?.model === model ? before.reports : new Map<number, Kept>();
  const now = new Map<number, Kept>();
  const missing: number[] = [];
  for (const { number } of rows) {
    const found = known.get(number);
    if (found === undefined) missing.push(number);
    else now.set(number, found);
  }
  for (let i = 0; i < missing.length; i += AT_ONCE) {
    const read = await tx.query<EntryRow>(
      `SELECT e.*, r.instant FROM unnest($2::bigint[]) AS g (number)
       CROSS JOIN LATERAL (
         SELECT number, id, digest, body FROM log.entry WHERE programme = $1 AND number = g.number OFFSET 0) e
       JOIN log.receipt r ON r.programme = $1 AND r.number = g.number`,
      [programme, missing.slice(i, i + AT_ONCE)],
    );
    for (const { number, instant, id, digest, body } of read) {
      const report: Report = JSON.parse(body);
      now.set(number, keepOf(report, { id, digest }, instant, model));
    }
  }
  of(kept, keeper).set(programme, { model, reports: now });
  return now;
}

function keepOf(report: Report, ref: Ref, received: Instant, model: Model): Kept {
  const guarded = new Set(guardedClaims(report, model));
  const claims = report.claims.filter((c) => guarded.has(c) || c.value.type === 'release');
  return {
    about: { ...report, claims },
    ref,
    source: sourceKey(report.source.name),
    received,
    unplaced: new Set(unplaced(report, model)),
  };
}

/** Sources may be named for people, so an address holds this and not the name. */
export function sourceKey(name: string): string {
  return digestOfText(name).slice(0, 12);
}

function of<K extends object, V>(all: WeakMap<K, Map<string, V>>, key: K): Map<string, V> {
  const found = all.get(key) ?? new Map<string, V>();
  all.set(key, found);
  return found;
}
