/** What waits for review, by step and age, and what was returned and not sent again. Who may not decide sees their own. */
import { may } from '@tilth/domain/access/may';
import { redactEntry } from '@tilth/domain/access/redact';
import { reviewOf } from '@tilth/domain/record/review';
import type { Id, Instant } from '@tilth/domain/report/entry';
import { gather } from '@tilth/domain/report/gather';
import { stepDue } from '@tilth/domain/report/review-due';
import type { Tx } from '../db.ts';
import type { Logged } from '../log.ts';
import { rulesOf } from '../read-log.ts';
import type { Asker } from '../store.ts';
import type { ReturnedReport, Today } from '../today.ts';
import type { Keeper } from './keeper.ts';
import { entriesAt, LogReading } from './load.ts';
import { levelIn, type Scene } from './scene.ts';

/** Whose reports: everybody's (null) for who decides, else the asker's own. */
function whose(scene: Scene, asker: Asker): { readonly author: Id | null } | null {
  if (may(scene.role, 'decide')) return { author: null };
  return may(scene.role, 'report') && asker.person !== null ? { author: asker.person } : null;
}

interface WaitingRow {
  readonly number: number;
  readonly report: Id;
  readonly age: Age;
}

type Age = 'week' | 'month' | 'quarter' | 'older';

/** By days since receipt: up to 7, 30, 90, more. */
const age = `CASE WHEN r.instant > $2::timestamptz - interval '7 days' THEN 'week'
  WHEN r.instant > $2::timestamptz - interval '30 days' THEN 'month'
  WHEN r.instant > $2::timestamptz - interval '90 days' THEN 'quarter' ELSE 'older' END`;
const waiting = `FROM shown.waiting w
  JOIN log.entry e ON e.programme = w.programme AND e.number = w.number
  JOIN log.receipt r ON r.programme = w.programme AND r.number = w.number
  WHERE w.programme = $1 AND ($3::uuid IS NULL OR e.author = $3::uuid)`;

/** Null for who has nothing to do with review. Steps are worked out report by report only where a rule asks for some. */
export async function waitingForReview(
  keeper: Keeper,
  tx: Tx,
  scene: Scene,
  asker: Asker,
): Promise<Today['review']> {
  const of = whose(scene, asker);
  if (!of) return null;
  const params = [scene.programme, keeper.now(), of.author];
  const rules = await rulesOf(tx, scene.programme, scene.number);
  const steps = new Map<string, Record<Age, number>>();
  const add = (step: string, age: Age, n: number) => {
    const ages = steps.get(step) ?? { week: 0, month: 0, quarter: 0, older: 0 };
    ages[age] += n;
    steps.set(step, ages);
  };
  if (rules.some(({ entry }) => entry.type === 'rule' && entry.sets === 'review-steps')) {
    const rows = await tx.query<WaitingRow>(
      `SELECT w.number, w.report, ${age} AS age ${waiting} AND w.standing <> 'returned' ORDER BY w.number`,
      params,
    );
    for (let i = 0; i < rows.length; i += AT_ONCE) {
      const page = rows.slice(i, i + AT_ONCE);
      const due = await stepsDue(tx, scene, rules, page);
      for (const row of page) add(due.get(row.number) ?? 'review', row.age, 1);
    }
  } else {
    const rows = await tx.query<{ age: Age; n: number }>(
      `SELECT age, count(*) AS n FROM (SELECT ${age} AS age ${waiting} AND w.standing <> 'returned') a GROUP BY age`,
      params,
    );
    for (const row of rows) add('review', row.age, row.n);
  }
  return {
    own: of.author !== null,
    steps: [...steps].sort(([a], [b]) => (a < b ? -1 : 1)).map(([step, ages]) => ({ step, ...ages })),
  };
}

const AT_ONCE = 1_000;

async function stepsDue(
  tx: Tx,
  { programme, number: upTo }: Scene,
  rules: readonly Logged[],
  rows: readonly WaitingRow[],
): Promise<ReadonlyMap<number, string | null>> {
  const entries = await entriesAt(
    tx,
    programme,
    rows.map((r) => r.number),
  );
  const spoken = await new LogReading(tx, programme, upTo).load(rows.map((r) => r.report));
  const log = gather([...rules, ...spoken]);
  const due = new Map<number, string | null>();
  for (const { number, ref, entry } of entries) {
    if (entry.type !== 'report') continue;
    const kinds = entry.items.map((i) => i.kind);
    const { steps } = reviewOf(
      kinds,
      rules.filter((r) => r.number < number),
    );
    due.set(number, stepDue(log, { ref, report: entry, claimed: 'alone' }, steps));
  }
  return due;
}

interface ReturnedRow {
  readonly number: number;
  readonly decided: number | null;
  readonly instant: Instant;
  readonly n: number;
}

/** Reports sent back that no later report corrects, the first received first; with the reason, for who may read it. */
export async function returned(
  tx: Tx,
  scene: Scene,
  asker: Asker,
  limit: number,
): Promise<Today['returned']> {
  const of = whose(scene, asker);
  if (!of) return null;
  const { programme, model } = scene;
  const speaks = (type: string) => `log.mention m
    JOIN log.entry s ON s.programme = m.programme AND s.number = m.number AND s.type = '${type}'
    WHERE m.programme = w.programme AND m.target = w.report AND m.number <> w.number`;
  const rows = await tx.query<ReturnedRow>(
    `SELECT w.number, r.instant, (SELECT max(m.number) FROM ${speaks('decision')}) AS decided, count(*) OVER () AS n
     FROM shown.waiting w
     JOIN log.entry e ON e.programme = w.programme AND e.number = w.number
     JOIN log.receipt r ON r.programme = w.programme AND r.number = w.number
     WHERE w.programme = $1 AND w.standing = 'returned' AND ($2::uuid IS NULL OR e.author = $2::uuid)
       AND NOT EXISTS (SELECT 1 FROM ${speaks('report')})
     ORDER BY w.number LIMIT $3`,
    [programme, of.author, limit],
  );
  const numbers = rows.flatMap((r) => (r.decided === null ? [r.number] : [r.number, r.decided]));
  const entries = new Map((await entriesAt(tx, programme, numbers)).map((e) => [e.number, e.entry]));
  const level = (kind: string) => levelIn(scene, kind);
  return {
    own: of.author !== null,
    count: rows[0]?.n ?? 0,
    reports: rows.flatMap((row): ReturnedReport[] => {
      const entry = entries.get(row.number);
      const report = entry && redactEntry(entry, model, level);
      if (report?.type !== 'report') return [];
      const said = row.decided === null ? undefined : entries.get(row.decided);
      const kinds = new Map(said ? [[said.id, new Set(report.items.map((i) => i.kind))]] : []);
      const told = said && redactEntry(said, model, level, { live: new Set(), kinds });
      // words on several reports may name whom this one is not about
      const reason = told?.type === 'decision' && told.act === 'return' && told.reports.length === 1;
      return [{ report, number: row.number, instant: row.instant, reason: reason ? told.reason : '' }];
    }),
  };
}
