/**
 * The log's way out: entries by what they mention (for the fold of some items), in order of number (for rebuild, verify
 * and backup), receipts, and the number that an instant of *known* stands for.
 */
import { problem, Refusal } from '@tilth/domain/problem';
import type { Entry, Id, Instant } from '@tilth/domain/report/entry';
import type { Actor, Db, Tx } from './db.ts';
import { type Logged, type ReceiptRow, receiptOf } from './log.ts';
import type { Receipt } from './store.ts';

interface EntryRow {
  readonly number: number;
  readonly instant: Instant;
  readonly id: Id;
  readonly digest: string;
  readonly body: string;
}

function logged(row: EntryRow): Logged {
  const entry: Entry = JSON.parse(row.body);
  return { entry, ref: { id: row.id, digest: row.digest }, number: row.number, instant: row.instant };
}

/** One by one through the index (OFFSET 0 holds the planner to it): of a log not yet counted it would read the whole. */
const RECEIPT_OF_ENTRY = `CROSS JOIN LATERAL (
       SELECT instant FROM log.receipt WHERE programme = $1 AND number = e.number OFFSET 0) r`;

/** Entries that mention any of the ids, received up to number `upTo`, in order of number, each once. */
export async function entriesMentioning(
  tx: Tx,
  programme: string,
  ids: readonly Id[],
  upTo: number,
): Promise<Logged[]> {
  const rows = await tx.query<EntryRow>(
    `SELECT e.number, r.instant, e.id, e.digest, e.body
     FROM (SELECT DISTINCT t.number FROM unnest($2::uuid[]) AS g (target) CROSS JOIN LATERAL (
             SELECT number FROM log.mention WHERE programme = $1 AND target = g.target OFFSET 0) t
           WHERE t.number <= $3) m
     CROSS JOIN LATERAL (
       SELECT number, id, digest, body FROM log.entry WHERE programme = $1 AND number = m.number OFFSET 0) e
     ${RECEIPT_OF_ENTRY} ORDER BY e.number`,
    [programme, ids, upTo],
  );
  return rows.map(logged);
}

/** Entries with these ids (every digest of each), received up to `upTo`. */
export async function entriesById(
  tx: Tx,
  programme: string,
  ids: readonly Id[],
  upTo: number,
): Promise<Logged[]> {
  const rows = await tx.query<EntryRow>(
    `SELECT e.number, r.instant, e.id, e.digest, e.body
     FROM unnest($2::uuid[]) AS g (id)
     CROSS JOIN LATERAL (
       SELECT number, id, digest, body FROM log.entry WHERE programme = $1 AND id = g.id OFFSET 0) e
     ${RECEIPT_OF_ENTRY} WHERE e.number <= $3 ORDER BY e.number`,
    [programme, [...new Set(ids)], upTo],
  );
  return rows.map(logged);
}

/** The programme's rules, in order of number; they are few and have an index of their own. */
export async function rulesOf(tx: Tx, programme: string, upTo: number): Promise<Logged[]> {
  const rows = await tx.query<EntryRow>(
    `SELECT e.number, r.instant, e.id, e.digest, e.body
     FROM log.entry e ${RECEIPT_OF_ENTRY}
     WHERE e.programme = $1 AND e.type = 'rule' AND e.number <= $2 ORDER BY e.number`,
    [programme, upTo],
    'rules',
  );
  return rows.map(logged);
}

/** The last number given out; 0 when the log is empty. */
export async function lastNumber(tx: Tx, programme: string): Promise<number> {
  const [row] = await tx.query<{ next: number }>('SELECT next FROM log.counter WHERE programme = $1', [
    programme,
  ]);
  if (!row) throw new Refusal(problem('programme-unknown', { programme, programmes: [] }));
  return row.next - 1;
}

/**
 * The number *known* stands for: of an instant, the last entry received at or before it; of a number, itself, but not
 * beyond the last nor below 0 (before the first); of nothing, the last.
 */
export async function numberKnown(
  tx: Tx,
  programme: string,
  known: Instant | number | null | undefined,
): Promise<number> {
  const last = await lastNumber(tx, programme);
  if (known === null || known === undefined) return last;
  if (typeof known === 'number') return Math.max(0, Math.min(Math.floor(known), last));
  // numbers have no gaps and instants never go back: each step asks one receipt of the half that is left
  const [row] = await tx.query<{ number: number }>(
    `WITH RECURSIVE half (low, high) AS (
       SELECT 0::int8, $3::int8
       UNION ALL
       SELECT CASE WHEN r.instant <= $2 THEN m.number ELSE low END, CASE WHEN r.instant <= $2 THEN high ELSE m.number - 1 END
       FROM half CROSS JOIN LATERAL (SELECT (low + high + 1) / 2 AS number) m
       CROSS JOIN LATERAL (SELECT instant FROM log.receipt WHERE programme = $1 AND number = m.number OFFSET 0) r
       WHERE low < high)
     SELECT low AS number FROM half WHERE low = high`,
    [programme, known, last],
  );
  if (!row) throw new Error(`the receipts of ${programme} have a gap`);
  return row.number;
}

/** A page of the log: entries with number in (after, upTo], in order, at most `rows` and some 8 MB of text. */
async function page(
  tx: Tx,
  programme: string,
  after: number,
  upTo: number,
  rows: number,
): Promise<EntryRow[]> {
  return tx.query<EntryRow>(
    `SELECT e.number, r.instant, e.id, e.digest, e.body
     FROM log.entry e JOIN log.receipt r ON r.programme = e.programme AND r.number = e.number
     WHERE e.programme = $1 AND e.number > $2 AND e.number <= $3 ORDER BY e.number LIMIT $4`,
    [programme, after, upTo, rows],
  );
}

const PAGE_CHARACTERS = 8_000_000;

/** An entry with the very text that is stored: what verify and backup need. */
export interface LoggedText extends Omit<Logged, 'entry'> {
  readonly body: string;
}

/**
 * The log in order of number, in pages that each have a transaction of their own, so that a long read never holds
 * PGlite's one connection. What is appended meanwhile lies beyond `upTo`.
 */
export async function* readLogText(
  db: Db,
  actor: Actor,
  programme: string,
  upTo: number,
  after = 0,
): AsyncGenerator<readonly LoggedText[]> {
  let rows = 200;
  for (let at = after; at < upTo; ) {
    const found = await db.transaction(actor, (tx) => page(tx, programme, at, upTo, rows));
    if (found.length === 0) return;
    yield found.map((r) => ({
      ref: { id: r.id, digest: r.digest },
      number: r.number,
      instant: r.instant,
      body: r.body,
    }));
    at = found.at(-1)?.number ?? upTo;
    const mean = found.reduce((sum, r) => sum + r.body.length, 0) / found.length;
    rows = Math.max(1, Math.min(5_000, Math.floor(PAGE_CHARACTERS / (mean + 200))));
  }
}

/** Receipts in order, numbers in (after, upTo], at most `limit`. */
export async function receiptsFrom(
  tx: Tx,
  programme: string,
  after: number,
  upTo: number,
  limit: number,
): Promise<Receipt[]> {
  const rows = await tx.query<ReceiptRow>(
    `SELECT number, instant, entry, digest, previous, receipt_digest FROM log.receipt
     WHERE programme = $1 AND number > $2 AND number <= $3 ORDER BY number LIMIT $4`,
    [programme, after, upTo, limit],
  );
  return rows.map(receiptOf);
}
