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

/**
 * Reports received up to `number` and neither live, rejected, corrected nor void by then; `rules`: those known then. Counted
 * once for each number: every answer says it, and an import leaves thousands waiting.
 */
export async function pendingAt(
  keeper: Keeper,
  tx: Tx,
  programme: string,
  number: number,
  rules: readonly Named[],
): Promise<number> {
  return keeper.counts.get(['pending', programme, number], async () => {
    // in one statement, so that what is counted is of the number also where the log grows meanwhile
    const [now] = await tx.query<{ last: number; waiting: number }>(
      `SELECT next - 1 AS last, (SELECT count(*) FROM shown.waiting WHERE programme = $1) AS waiting
       FROM log.counter WHERE programme = $1`,
      [programme],
    );
    if (now?.last === number) return { value: now.waiting, weight: 1 };
    const reports = await mayDiffer(tx, programme, number);
    const value = await countReported(tx, programme, number, rules, reports);
    return { value, weight: 1 };
  });
}

/**
 * Reports that wait now, and those reached from what came since: that may confirm a void, which is of a report, which
 * corrects another: three steps at most. Asked step by step with lists of ids, which are looked up by index whatever the
 * database knows of its tables' sizes.
 */
async function mayDiffer(tx: Tx, programme: string, number: number): Promise<readonly Id[]> {
  const waiting = await tx.query<{ report: Id }>(
    'SELECT report FROM shown.waiting WHERE programme = $1 AND number <= $2',
    [programme, number],
  );
  const reports = new Set(waiting.map((r) => r.report));
  const since = await tx.query<{ target: Id }>(
    'SELECT DISTINCT target FROM log.mention WHERE programme = $1 AND number > $2',
    [programme, number],
  );
  const seen = new Set<Id>();
  let ids = since.map((r) => r.target);
  for (let step = 0; step < 4 && ids.length > 0; step++) {
    for (const id of ids) seen.add(id);
    const spoken = await tx.query<{ number: number; id: Id; type: string }>(
      'SELECT number, id, type FROM log.entry WHERE programme = $1 AND id = ANY ($2::uuid[]) AND number <= $3',
      [programme, ids, number],
    );
    for (const { id, type } of spoken) if (type === 'report') reports.add(id);
    const further = await tx.query<{ target: Id }>(
      'SELECT DISTINCT target FROM log.mention WHERE programme = $1 AND number = ANY ($2::int8[])',
      [programme, spoken.map((e) => e.number)],
    );
    ids = further.map((r) => r.target).filter((id) => !seen.has(id));
  }
  return [...reports];
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
