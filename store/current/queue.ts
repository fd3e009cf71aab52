/** Reports that wait for a person, first received first. Those that speak of what the asker may not see are left out. */
import { mayRead } from '@tilth/domain/access/level';
import { redactEntry } from '@tilth/domain/access/redact';
import { reviewOf } from '@tilth/domain/record/review';
import type { Id } from '@tilth/domain/report/entry';
import { gather } from '@tilth/domain/report/gather';
import { stepDue } from '@tilth/domain/report/review-due';
import type { Standing } from '@tilth/domain/report/view';
import type { Tx } from '../db.ts';
import type { Logged } from '../log.ts';
import { rulesOf } from '../read-log.ts';
import type { Asker, Queued } from '../store.ts';
import { type Keeper, reading } from './keeper.ts';
import { entriesAt, LogReading } from './load.ts';
import { levelIn, type Scene, sceneOf } from './scene.ts';

interface WaitingRow {
  readonly number: number;
  readonly report: Id;
  readonly standing: Standing;
}

/**
 * `after` is the number of the last one of the page before; a page shorter than `limit` is the last. Only people of the programme have a queue; others
 * get none.
 */
export async function queue(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  query: { readonly limit: number; readonly after?: number },
): Promise<readonly Queued[]> {
  return reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, {});
    if (scene.role === undefined) return [];
    const rules = await rulesOf(tx, programme, scene.number);
    const out: Queued[] = [];
    // a page that is hidden in part is filled from the next, so that a short one is the last
    for (let after = query.after ?? 0; out.length < query.limit; ) {
      const limit = query.limit - out.length;
      const rows = await tx.query<WaitingRow>(
        `SELECT number, report, standing FROM shown.waiting
         WHERE programme = $1 AND number > $2 ORDER BY number LIMIT $3`,
        [programme, after, limit],
      );
      out.push(...(await shown(tx, scene, rules, rows)));
      if (rows.length < limit) break;
      after = rows.at(-1)?.number ?? after;
    }
    return out;
  });
}

/** Of these rows those that the asker may see. */
async function shown(
  tx: Tx,
  scene: Scene,
  rules: readonly Logged[],
  rows: readonly WaitingRow[],
): Promise<readonly Queued[]> {
  const { programme, number: upTo } = scene;
  const found = await entriesAt(
    tx,
    programme,
    rows.map((r) => r.number),
  );
  const entries = new Map(found.map((e) => [e.number, e]));
  const spoken = await new LogReading(tx, programme, upTo).load(rows.map((r) => r.report));
  const log = gather([...rules, ...spoken]);
  const level = (kind: string) => levelIn(scene, kind);
  return rows.flatMap(({ number, standing }) => {
    const logged = entries.get(number);
    if (logged?.entry.type !== 'report') return [];
    const { ref, entry } = logged;
    const hidden = entry.items.every(
      (i) => !mayRead(level(i.kind), scene.model.kinds.get(i.kind)?.sensitivity ?? 'personal'),
    );
    const report = redactEntry(entry, scene.model, level);
    if (hidden || report.type !== 'report') return [];
    const { steps, under } = reviewOf(
      entry.items.map((i) => i.kind),
      rules.filter((r) => r.number < number),
    );
    const step = stepDue(log, { ref, report: entry, claimed: 'alone' }, steps);
    return [{ report, ref, number, standing, waits: report.waits ?? null, step, under }];
  });
}
