/**
 * How many reports were received and not yet live at a receipt number. Now, the table `waiting` says it. For an earlier
 * number only reports can differ that wait now, or that something received since then speaks of: their standing is
 * judged anew from what was received by then.
 */

import type { Id } from '@tilth/domain/report/entry';
import { gather } from '@tilth/domain/report/gather';
import { isReported } from '@tilth/domain/report/held';
import type { Named } from '@tilth/domain/report/mentions';
import { judge } from '@tilth/domain/report/standing';
import type { Tx } from '../db.ts';
import type { Keeper } from './keeper.ts';
import { LogReading } from './load.ts';

/** Reports received up to `number` and neither live, rejected, corrected nor void by then. */
export async function pendingAt(
  keeper: Keeper,
  tx: Tx,
  programme: string,
  number: number,
  rules: readonly Named[],
): Promise<number> {
  return keeper.counts.get(['pending', programme, number], async () => {
    const reports = await mayDiffer(tx, programme, number);
    const value = await countReported(tx, programme, number, rules, reports);
    return { value, weight: 1 };
  });
}

async function mayDiffer(tx: Tx, programme: string, number: number): Promise<readonly Id[]> {
  const rows = await tx.query<{ id: Id }>(
    // what came since may confirm a void, which is of a report, which corrects another: three steps at most
    `WITH RECURSIVE reached (id, depth) AS (
       SELECT DISTINCT target, 0 FROM log.mention WHERE programme = $1 AND number > $2
       UNION
       SELECT m.target, r.depth + 1 FROM reached r
         JOIN log.entry e ON e.programme = $1 AND e.id = r.id AND e.number <= $2
         JOIN log.mention m ON m.programme = $1 AND m.number = e.number
         WHERE r.depth < 3)
     SELECT e.id FROM reached r JOIN log.entry e ON e.programme = $1 AND e.id = r.id
       WHERE e.type = 'report' AND e.number <= $2
     UNION
     SELECT report FROM shown.waiting WHERE programme = $1 AND number <= $2`,
    [programme, number],
  );
  return rows.map((r) => r.id);
}

async function countReported(
  tx: Tx,
  programme: string,
  number: number,
  rules: readonly Named[],
  reports: readonly Id[],
): Promise<number> {
  const log = new LogReading(tx, programme, number);
  const entries = new Set<Named>(rules);
  const asked = new Set<Id>();
  let wanted = new Set<Id>(reports);
  while (wanted.size > 0) {
    const now = [...wanted];
    wanted = new Set();
    for (const id of now) asked.add(id);
    for (const named of await log.load(now)) {
      if (entries.has(named)) continue;
      entries.add(named);
      if (!asked.has(named.ref.id)) wanted.add(named.ref.id);
    }
  }
  const gathered = gather(entries);
  const candidates = new Set(reports);
  return gathered.reports.filter((f) => candidates.has(f.ref.id) && isReported(judge(gathered, f).standing))
    .length;
}
