/** Reports that wait for a person, first received first. Those that speak of what the asker may not see are left out. */
import { mayRead } from '@tilth/domain/access/level';
import { redactEntry } from '@tilth/domain/access/redact';
import { reviewOf } from '@tilth/domain/record/review';
import type { Id } from '@tilth/domain/report/entry';
import { gather } from '@tilth/domain/report/gather';
import { stepDue } from '@tilth/domain/report/review-due';
import type { Standing } from '@tilth/domain/report/view';
import { rulesOf } from '../read-log.ts';
import type { Asker, Queued } from '../store.ts';
import { type Keeper, reading } from './keeper.ts';
import { entriesAt, LogReading } from './load.ts';
import { levelIn, sceneOf } from './scene.ts';

interface WaitingRow {
  readonly number: number;
  readonly report: Id;
  readonly standing: Standing;
}

/** `after` is the number of the last one of the page before. Only people of the programme have a queue; others get none. */
export async function queue(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  query: { readonly limit: number; readonly after?: number },
): Promise<readonly Queued[]> {
  return reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, {});
    if (scene.role === undefined) return [];
    const rows = await tx.query<WaitingRow>(
      `SELECT number, report, standing FROM shown.waiting
       WHERE programme = $1 AND number > $2 ORDER BY number LIMIT $3`,
      [programme, query.after ?? 0, query.limit],
    );
    const entries = new Map(
      (
        await entriesAt(
          tx,
          programme,
          rows.map((r) => r.number),
        )
      ).map((e) => [e.number, e]),
    );
    const rules = await rulesOf(tx, programme, scene.number);
    const spoken = await new LogReading(tx, programme, scene.number).load(rows.map((r) => r.report));
    const log = gather([...rules, ...spoken]);
    const level = (kind: string) => levelIn(scene, kind);
    return rows.flatMap((row) => {
      const found = entries.get(row.number);
      if (found?.entry.type !== 'report') return [];
      const hidden = found.entry.items.every(
        (i) => !mayRead(level(i.kind), scene.model.kinds.get(i.kind)?.sensitivity ?? 'personal'),
      );
      const report = redactEntry(found.entry, scene.model, level);
      if (hidden || report.type !== 'report') return [];
      const { ref, entry } = found;
      const { steps, under } = reviewOf(
        entry.items.map((i) => i.kind),
        rules.filter((r) => r.number < row.number),
      );
      const step = stepDue(log, { ref, report: entry, claimed: 'alone' }, steps);
      const { number, standing } = row;
      return [{ report, ref, number, standing, waits: report.waits ?? null, step, under }];
    });
  });
}
