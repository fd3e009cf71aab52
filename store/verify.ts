/**
 * Proves the record from itself (design, laws 1 to 3): every entry is what was digested, every receipt follows from the one
 * before, no number is missing, the index of mentions is right, nobody may change the log, the walls between programmes
 * stand, what lies beside the log is what its commitments and digests say, and the kept view is what the log adds up to. A
 * flipped byte, a removed entry and a changed receipt are found and named by number.
 */
import { hash } from 'node:crypto';
import type { Overlay } from '@tilth/domain/geometry/overlay';
import { type Problem, problem } from '@tilth/domain/problem';
import { noPrevious, receiptDigest } from '@tilth/domain/report/digest';
import type { Entry, Instant } from '@tilth/domain/report/entry';
import { mentionsOf } from '@tilth/domain/report/mentions';
import type { Db, Tx } from './db.ts';
import type { Finding } from './store.ts';
import { verifyRoom } from './verify-room.ts';
import { verifyView } from './verify-view.ts';

const PAGE = 2_000;

/** Verifies these programmes; `progress` is told how many entries are read. Findings come in order of number. */
export async function verify(
  db: Db,
  overlay: Overlay,
  programmes: readonly string[],
  progress?: (entries: number) => void,
): Promise<readonly Finding[]> {
  const findings: Finding[] = await db.transaction(
    { role: 'fold', programmes: [], person: null },
    async (tx) => [...(await writable(tx)), ...(await unguarded(tx))],
  );
  let done = 0;
  for (const programme of programmes) {
    const wrong: Finding[] = [];
    const last = await verifyLog(db, programme, wrong, (read) => progress?.(done + read));
    done += last;
    // a view of a damaged log proves nothing
    if (wrong.length === 0) wrong.push(...(await verifyView(db, overlay, programme, last)));
    findings.push(...wrong, ...(await verifyRoom(db, programme)));
  }
  return findings;
}

interface Row {
  readonly number: number;
  readonly id: string | null;
  readonly digest: string | null;
  readonly type: string | null;
  readonly author: string | null;
  readonly body: string | null;
  readonly instant: Instant | null;
  readonly entry: string | null;
  readonly of: string | null;
  readonly previous: string | null;
  readonly receipt_digest: string | null;
}

async function verifyLog(
  db: Db,
  programme: string,
  wrong: Finding[],
  progress: (entries: number) => void,
): Promise<number> {
  const actor = { role: 'fold', programmes: [programme], person: null } as const;
  const counter = await db.transaction(actor, async (tx) => {
    const [row] = await tx.query<{
      next: number;
      last_digest: string;
      last_instant: string;
      most: number | null;
    }>(
      `SELECT next, last_digest, last_instant, greatest((SELECT max(number) FROM log.entry WHERE programme = $1),
         (SELECT max(number) FROM log.receipt WHERE programme = $1),
         (SELECT max(number) FROM log.mention WHERE programme = $1)) AS most
       FROM log.counter WHERE programme = $1`,
      [programme],
    );
    return row;
  });
  if (!counter) {
    // without it nobody knows where the log should end
    wrong.push({ problem: problem('log-counter-wrong', { last: 0 }) });
    return 0;
  }
  const last = counter.next - 1;
  let previous: string = noPrevious;
  let instant: Instant | null = null;
  for (let first = 1; first <= last; first += PAGE) {
    const upTo = Math.min(first + PAGE - 1, last);
    const { rows, mentions } = await db.transaction(actor, (tx) => page(tx, programme, first, upTo));
    for (let number = first; number <= upTo; number++) {
      const row = rows.get(number);
      const found = row
        ? problemsOf(row, programme, mentions.get(number), { digest: previous, instant })
        : [];
      for (const p of row ? found : missing(number)) wrong.push({ problem: p, number });
      previous = row?.receipt_digest ?? previous;
      instant = row?.instant ?? instant;
    }
    progress(upTo);
  }
  const lateInstant = instant !== null && counter.last_instant !== instant;
  if (counter.last_digest !== previous || lateInstant || (counter.most ?? 0) > last) {
    wrong.push({ problem: problem('log-counter-wrong', { last }) });
  }
  return last;
}

function missing(number: number): readonly Problem[] {
  return [problem('log-entry-missing', { number }), problem('log-receipt-missing', { number })];
}

async function page(
  tx: Tx,
  programme: string,
  first: number,
  last: number,
): Promise<{
  readonly rows: ReadonlyMap<number, Row>;
  readonly mentions: ReadonlyMap<number, ReadonlySet<string>>;
}> {
  const rows = await tx.query<Row>(
    `SELECT number, e.id, e.digest, e.type, e.author, e.body, r.instant, r.entry, r.digest AS of, r.previous,
       r.receipt_digest
     FROM (SELECT * FROM log.entry WHERE programme = $1 AND number BETWEEN $2 AND $3) e
     FULL JOIN (SELECT * FROM log.receipt WHERE programme = $1 AND number BETWEEN $2 AND $3) r USING (number)`,
    [programme, first, last],
  );
  const named = await tx.query<{ number: number; target: string }>(
    'SELECT number, target FROM log.mention WHERE programme = $1 AND number BETWEEN $2 AND $3',
    [programme, first, last],
  );
  const mentions = new Map<number, Set<string>>();
  for (const { number, target } of named) {
    const set = mentions.get(number);
    if (set) set.add(target);
    else mentions.set(number, new Set([target]));
  }
  return { rows: new Map(rows.map((r) => [r.number, r])), mentions };
}

function problemsOf(
  row: Row,
  programme: string,
  mentions: ReadonlySet<string> | undefined,
  before: Before,
): readonly Problem[] {
  const { number } = row;
  const found: Problem[] = [];
  const entry = row.body === null || hash('sha256', row.body) !== row.digest ? null : parsed(row.body);
  if (row.body === null) found.push(problem('log-entry-missing', { number }));
  else if (!entry || !isSame(row, entry, programme)) found.push(problem('log-entry-changed', { number }));
  if (row.receipt_digest === null) found.push(problem('log-receipt-missing', { number }));
  else if (!receiptHolds(row, before)) found.push(problem('log-receipt-changed', { number }));
  if (entry) {
    const expected = mentionsOf(entry);
    if (expected.length !== mentions?.size || expected.some((id) => !mentions.has(id))) {
      found.push(problem('log-mention-wrong', { number }));
    }
  }
  return found;
}

/** The entry in a body whose digest holds. Bodies that were digested are canonical JSON. */
function parsed(body: string): Entry {
  return JSON.parse(body);
}

function isSame(row: Row, entry: Entry, programme: string): boolean {
  return (
    entry.id === row.id && entry.type === row.type && entry.by === row.author && entry.programme === programme
  );
}

/** The receipt before one. */
interface Before {
  readonly digest: string;
  readonly instant: Instant | null;
}

function receiptHolds(row: Row, { digest: previous, instant }: Before): boolean {
  if (row.instant === null || row.entry === null || row.of === null || row.previous !== previous)
    return false;
  // *known* stands for a number because instants never go back
  if (instant !== null && row.instant < instant) return false;
  if (row.body !== null && (row.entry !== row.id || row.of !== row.digest)) return false;
  const ref = { id: row.entry, digest: row.of };
  return (
    receiptDigest({ number: row.number, instant: row.instant, entry: ref, previous }) === row.receipt_digest
  );
}

/** Who may change what must only ever grow: asked of the database itself. */
async function writable(tx: Tx): Promise<Finding[]> {
  const rows = await tx.query<{ role: string; table: string; right: string }>(
    `SELECT role, t AS table, r AS right
     FROM unnest(ARRAY['tilth_server', 'tilth_fold', 'tilth_reader', 'public']) AS role,
       unnest(ARRAY['log.entry', 'log.receipt', 'log.mention']) AS t,
       unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS r
     WHERE has_table_privilege(role, t, r) OR (r = 'UPDATE' AND has_any_column_privilege(role, t, r))`,
  );
  return rows.map((r) => ({ problem: problem('log-writable', { ...r }) }));
}

/** Tables of records that are not under forced row-level security, and roles of ours that it does not hold. */
async function unguarded(tx: Tx): Promise<Finding[]> {
  const rows = await tx.query<{ what: string }>(
    `SELECT n.nspname || '.' || c.relname AS what FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('log', 'room', 'capture') AND c.relkind IN ('r', 'p')
       AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
     UNION ALL
     SELECT rolname FROM pg_roles WHERE (rolsuper OR rolbypassrls)
       AND rolname IN ('tilth_server', 'tilth_fold', 'tilth_reader', 'tilth_migrate')
     ORDER BY what`,
  );
  return rows.map(({ what }) => ({ problem: problem('wall-open', { what }) }));
}
