/**
 * The log's way in: gives new entries their receipts (law 3) in the caller's transaction. The counter row of the
 * programme is locked first, so that numbers have no gaps and become visible in order; a batch takes its block at once.
 * The same entry again keeps its first receipt (law 10); the same id with other content is refused.
 */
import { hash } from 'node:crypto';
import { problem, Refusal } from '@tilth/domain/problem';
import { canonical, inOrder, unwritable } from '@tilth/domain/report/canonical';
import type { Digest, Entry, Id, Instant, Ref } from '@tilth/domain/report/entry';
import { mentionsOf } from '@tilth/domain/report/mentions';
import { type Spoken, spokenOf } from './current/load.ts';
import type { Tx } from './db.ts';
import type { Receipt } from './store.ts';

/** An entry with its canonical text and name, ready to be stored. */
export interface Prepared {
  readonly entry: Entry;
  readonly body: string;
  readonly ref: Ref;
}

/** An entry as it stands in the log. */
export interface Logged {
  readonly entry: Entry;
  readonly ref: Ref;
  readonly number: number;
  readonly instant: Instant;
}

/** An entry with the receipt it has or is to have. */
export interface Received {
  readonly prepared: Prepared;
  readonly receipt: Receipt;
}

export interface Appended {
  /** one for each entry given, in their order: the first receipt of those that were there already */
  readonly receipts: readonly Receipt[];
  /** those that were not there before, in order of number */
  readonly fresh: readonly Logged[];
}

/** What an append is to write, with the receipts given and nothing written yet. */
export interface Numbered extends Appended {
  readonly received: readonly Received[];
  /** what speaks of what, as it was before */
  readonly spoken: Spoken;
}

/** No parameter may grow much beyond this: PGlite's memory is small (db.ts). */
const PARAMETER_CHARACTERS = 3_000_000;
const BATCH_ROWS = 4_000;

/** Names an entry by the digest of its canonical text; refuses text that is not Unicode and numbers that are not finite. */
export function prepare(entry: Entry): Prepared {
  const wrong = unwritable(entry);
  if (wrong) throw new Refusal(wrong);
  return prepareWritable(entry);
}

/** As `prepare`, for an entry that has passed `unwritable` with all that is in it. */
export function prepareWritable(entry: Entry): Prepared {
  // as it will be read from the log, so that what is folded now is byte for byte what will be folded then
  const ordered = inOrder(entry);
  const body = ordered === undefined ? canonical(entry) : JSON.stringify(ordered);
  const stored: Entry = ordered ?? JSON.parse(body);
  return { entry: stored, body, ref: { id: entry.id, digest: hash('sha256', body) } };
}

interface Counter {
  readonly next: number;
  readonly last_instant: string;
  readonly last_digest: Digest;
}

/** Makes the counter of a new programme. */
export async function startCounter(tx: Tx, programme: string): Promise<void> {
  await tx.query('INSERT INTO log.counter (programme) VALUES ($1)', [programme]);
}

/** Nobody else appends to the programme from here to the end of the transaction: what is read after it stays so. */
export async function lockCounter(tx: Tx, programme: string): Promise<Counter> {
  const [counter] = await tx.query<Counter>(
    'SELECT next, last_instant, last_digest FROM log.counter WHERE programme = $1 FOR UPDATE',
    [programme],
    'lock-counter',
  );
  if (!counter) throw new Refusal(problem('programme-unknown', { programme, programmes: [] }));
  return counter;
}

/** What stands in the log of some ids, read behind the counter's lock, so that nobody changes it in this transaction. */
export interface Held {
  readonly counter: Counter;
  readonly spoken: Map<Id, readonly number[]>;
}

/** Locks the counter and reads which entries speak of these ids: all that most appends have to know, in one go. */
export async function holdLog(tx: Tx, programme: string, ids: readonly Id[]): Promise<Held> {
  const [counter, spoken] = await Promise.all([lockCounter(tx, programme), spokenOf(tx, programme, ids)]);
  return { counter, spoken };
}

/** What an append of these entries looks up: themselves and what they speak of, but what every decision names. */
export function idsToHold(entries: readonly Entry[]): readonly Id[] {
  const ids = new Set<Id>();
  for (const entry of entries) {
    ids.add(entry.id);
    if (entry.type === 'report') for (const item of entry.items) ids.add(item.id);
    else if ('reports' in entry) for (const report of entry.reports) ids.add(report.id);
  }
  return [...ids];
}

/**
 * The first half of an append, in the transaction of `tx`, which runs as the server's role for this programme: gives the
 * receipts. `now` is asked when the counter is held, so that no receipt is older than what was known before it. `held`:
 * what `holdLog` gave in this transaction. The caller has `insertReceived` write the entries in the same transaction, and
 * may work on meanwhile. Refuses `id-reused`.
 */
export async function numberEntries(
  tx: Tx,
  programme: string,
  entries: readonly Prepared[],
  now: () => Instant,
  held?: Held,
): Promise<Numbered> {
  const { counter, spoken } = held ?? (await holdLog(tx, programme, idsToHold(entries.map((e) => e.entry))));
  // every entry speaks of itself: what nothing speaks of is not there
  const maybe = new Set(entries.map((e) => e.ref.id).filter((id) => spoken.get(id)?.length !== 0));
  const known = maybe.size === 0 ? new Map<Id, Receipt>() : await receiptsOf(tx, programme, [...maybe]);

  let instant = now();
  // the clock may have gone back, receipts never do
  if (counter.last_instant > instant) instant = counter.last_instant;
  let number = counter.next;
  let previous = counter.last_digest;
  const received: Received[] = [];
  const receipts: Receipt[] = [];
  for (const prepared of entries) {
    const { ref } = prepared;
    let receipt = known.get(ref.id);
    if (receipt && receipt.entry.digest !== ref.digest)
      throw new Refusal(problem('id-reused', { id: ref.id }));
    if (!receipt) {
      const of = { number, instant, entry: ref, previous };
      receipt = { ...of, digest: receiptDigestOf(of) };
      known.set(ref.id, receipt);
      received.push({ prepared, receipt });
      previous = receipt.digest;
      number++;
    }
    receipts.push(receipt);
  }
  return {
    receipts,
    received,
    spoken,
    fresh: received.map(({ prepared, receipt }) => ({
      entry: prepared.entry,
      ref: prepared.ref,
      number: receipt.number,
      instant: receipt.instant,
    })),
  };
}

/**
 * `receiptDigest` of domain/report/digest.ts by the platform's own SHA-256, some ten times as fast; `verify` works it out
 * the other way. All members are hex digits, ids and instants, which JSON writes as they are.
 */
function receiptDigestOf({ number, instant, entry, previous }: Omit<Receipt, 'digest'>): Digest {
  const text = `{"entry":{"digest":"${entry.digest}","id":"${entry.id}"},"instant":"${instant}","number":${number},"previous":"${previous}"}`;
  return hash('sha256', text);
}

/** The receipts this office gave to entries of these ids: of the first by number where an id has two digests. */
async function receiptsOf(tx: Tx, programme: string, ids: readonly string[]): Promise<Map<string, Receipt>> {
  const rows = await tx.query<ReceiptRow>(
    // one by one through the indexes (OFFSET 0 holds the planner to it): for thousands of ids it would read the whole log
    `SELECT r.* FROM unnest($2::uuid[]) AS g (id)
     CROSS JOIN LATERAL (SELECT number FROM log.entry WHERE programme = $1 AND id = g.id OFFSET 0) e
     CROSS JOIN LATERAL (
       SELECT number, instant, entry, digest, previous, receipt_digest FROM log.receipt
       WHERE programme = $1 AND number = e.number OFFSET 0) r
     ORDER BY r.number DESC`,
    [programme, ids],
  );
  return new Map(rows.map((r) => [r.entry, receiptOf(r)]));
}

export interface ReceiptRow {
  readonly number: number;
  readonly instant: Instant;
  readonly entry: string;
  readonly digest: Digest;
  readonly previous: Digest;
  readonly receipt_digest: Digest;
}

export function receiptOf(row: ReceiptRow): Receipt {
  return {
    number: row.number,
    instant: row.instant,
    entry: { id: row.entry, digest: row.digest },
    previous: row.previous,
    digest: row.receipt_digest,
  };
}

/** Cuts a batch so that no parameter of one statement grows too large. */
function* parts(all: readonly Received[]): Generator<readonly Received[]> {
  let part: Received[] = [];
  let size = 0;
  for (const one of all) {
    const length = one.prepared.body.length;
    if (part.length > 0 && (size + length > PARAMETER_CHARACTERS || part.length >= BATCH_ROWS)) {
      yield part;
      part = [];
      size = 0;
    }
    part.push(one);
    size += length;
  }
  if (part.length > 0) yield part;
}

/** Stores entries under the receipts they have, in order of number, and moves the counter behind the last. */
export async function insertReceived(
  tx: Tx,
  programme: string,
  received: readonly Received[],
): Promise<void> {
  await Promise.all([...parts(received)].map((part) => insert(tx, programme, part)));
}

/** Entries, receipts, mentions and the counter in one statement: one way to the database and back. */
async function insert(tx: Tx, programme: string, part: readonly Received[]): Promise<void> {
  const last = part.at(-1);
  if (!last) return;
  const targets: string[] = [];
  const numbers: number[] = [];
  for (const { prepared, receipt } of part) {
    for (const target of mentionsOf(prepared.entry)) {
      targets.push(target);
      numbers.push(receipt.number);
    }
  }
  await tx.query(
    `WITH given AS (
       SELECT * FROM unnest($2::int8[], $3::uuid[], $4::bytea[], $5::text[], $6::uuid[], $7::text[], $8::bytea[], $9::bytea[], $15::text[])
         AS g (number, id, digest, type, author, body, previous, receipt_digest, instant)),
     entries AS (
       INSERT INTO log.entry (programme, number, id, digest, type, author, body)
       SELECT $1, number, id, digest, type, author, body FROM given),
     receipts AS (
       INSERT INTO log.receipt (programme, number, instant, entry, digest, previous, receipt_digest)
       SELECT $1, number, instant::timestamptz, id, digest, previous, receipt_digest
       FROM given),
     mentions AS (
       INSERT INTO log.mention (programme, target, number)
       SELECT $1, target, number FROM unnest($11::uuid[], $12::int8[]) AS m (target, number))
     UPDATE log.counter SET next = $13, last_instant = $10::timestamptz, last_digest = decode($14, 'hex') WHERE programme = $1`,
    [
      programme,
      part.map((p) => p.receipt.number),
      part.map((p) => p.prepared.ref.id),
      part.map((p) => p.prepared.ref.digest),
      part.map((p) => p.prepared.entry.type),
      part.map((p) => p.prepared.entry.by),
      part.map((p) => p.prepared.body),
      part.map((p) => p.receipt.previous),
      part.map((p) => p.receipt.digest),
      last.receipt.instant,
      targets,
      numbers,
      last.receipt.number + 1,
      last.receipt.digest,
      // of a batch just received all are the same; of a backup each has its own
      part.map((p) => p.receipt.instant),
    ],
    'append',
  );
}
