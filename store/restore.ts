/**
 * Restore: a backup (backup.ts) into an empty office, in one transaction, so that a file that is cut short or damaged
 * leaves nothing behind. The office takes on the identity of the one that was backed up, because the receipts are its.
 * Every entry is held against its digest and every receipt against the one before; the file is read to its very end, where
 * gzip's own checksum stands. The current view is not in a backup: from here on it counts as not made, so that whoever
 * opens the database makes it, also after a kill between restoring and rebuilding.
 */
import { hash } from 'node:crypto';
import { problem, Refusal } from '@tilth/domain/problem';
import { noPrevious, receiptDigest } from '@tilth/domain/report/digest';
import type { Digest, Entry } from '@tilth/domain/report/entry';
import { type BackupHead, besideLog, type EntryLine, ownerOf } from './backup.ts';
import type { Db, Tx } from './db.ts';
import { insertReceived, type Received, startCounter } from './log.ts';
import { headIn, lineIn, linesOf, type RowLine, unreadable } from './read-backup.ts';
import { forgetCurrent } from './rebuild.ts';

const BATCH_CHARACTERS = 2_000_000;
const BATCH_ROWS = 2_000;

/** Refuses `restore-not-empty`, `backup-unreadable` (not such a file, or cut short) and `backup-damaged` (a digest). */
export async function restore(db: Db, read: AsyncIterable<Uint8Array>): Promise<void> {
  const lines = linesOf(read);
  const head = headIn((await lines.next()).value);
  await db.transaction(ownerOf(head.programmes.map((p) => p.id)), async (tx) => {
    await restoreHead(tx, head).catch(damageAt(1));
    await forgetCurrent(tx);
    const state = new Restoring(tx, head);
    let count = 1;
    let ended = false;
    for await (const text of lines) {
      const line = lineIn(text, ++count);
      if (ended) throw unreadable(count);
      ended = 'end' in line;
      if ('end' in line) await state.finish(count, line.end);
      else await state.take(line, count);
    }
    if (!ended) throw unreadable(count);
  });
}

function damaged(line: number, cause?: unknown): Refusal {
  return new Refusal(problem('backup-damaged', { line }), { cause });
}

/** Passes on what the database says of values its columns do not take (classes 22 and 23) as damage to the file. */
function damageAt(line: number): (error: unknown) => never {
  return (error) => {
    const state = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw /^2[23]/.test(state) ? damaged(line, error) : error;
  };
}

async function restoreHead(tx: Tx, head: BackupHead): Promise<void> {
  await tx.exec('LOCK TABLE office.programme IN EXCLUSIVE MODE');
  const [used] = await tx.query(
    'SELECT 1 FROM office.programme UNION ALL SELECT 1 FROM office.person LIMIT 1',
  );
  if (used) throw new Refusal(problem('restore-not-empty'));
  await tx.query('UPDATE office.self SET id = $1, name = $2', [head.office.id, head.office.name]);
  for (const p of head.programmes) {
    await tx.query(
      'INSERT INTO office.programme (id, name, zone, public, invented) VALUES ($1, $2, $3, $4, $5)',
      [p.id, p.name, p.zone, p.public, p.invented],
    );
    await startCounter(tx, p.id);
  }
  await tx.query('INSERT INTO office.person (id, name) SELECT * FROM unnest($1::uuid[], $2::text[])', [
    head.people.map((p) => p.id),
    head.people.map((p) => p.name),
  ]);
  await tx.query(
    'INSERT INTO office.role (programme, person, role) SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[])',
    [head.roles.map((r) => r.programme), head.roles.map((r) => r.person), head.roles.map((r) => r.role)],
  );
}

const tables: ReadonlySet<string> = new Set(besideLog.map((b) => b.table));

/** Gathers lines of one table into batches and checks the chain of receipts as it goes. */
class Restoring {
  readonly #tx: Tx;
  readonly #last: Map<string, number>;
  readonly #chain = new Map<string, { number: number; digest: Digest }>();
  #entries: Received[] = [];
  #rows: unknown[] = [];
  #of = '';
  #size = 0;
  /** the line read last */
  #line = 1;

  constructor(tx: Tx, head: BackupHead) {
    this.#tx = tx;
    this.#last = new Map(head.programmes.map((p) => [p.id, p.last]));
  }

  async take(line: EntryLine | RowLine, count: number): Promise<void> {
    const of = 'entry' in line ? `log ${line.entry.programme}` : line.table;
    if (
      of !== this.#of ||
      this.#size > BATCH_CHARACTERS ||
      this.#entries.length + this.#rows.length >= BATCH_ROWS
    ) {
      await this.#flush();
      this.#of = of;
    }
    this.#line = count;
    if ('entry' in line) {
      this.#entries.push(this.#received(line, count));
      this.#size += line.body.length;
    } else {
      if (!tables.has(line.table) || !this.#last.has(String(line.row.programme))) throw unreadable(count);
      this.#rows.push(line.row);
      this.#size += JSON.stringify(line.row).length;
    }
  }

  #received({ entry: e, body }: EntryLine, count: number): Received {
    const before = this.#chain.get(e.programme) ?? { number: 0, digest: noPrevious };
    const ref = { id: e.id, digest: hash('sha256', body) };
    const receipt = { number: e.number, instant: e.instant, entry: ref, previous: before.digest };
    const digest = receiptDigest(receipt);
    const whole = ref.digest === e.digest && e.number === before.number + 1 && e.previous === before.digest;
    if (!whole || digest !== e.receipt_digest) throw damaged(count);
    this.#chain.set(e.programme, { number: e.number, digest });
    const entry: Entry = JSON.parse(body);
    if (entry.id !== e.id || entry.programme !== e.programme || !this.#last.has(e.programme))
      throw damaged(count);
    return { prepared: { entry, body, ref }, receipt: { ...receipt, digest } };
  }

  /** Writes what is gathered. */
  async #flush(): Promise<void> {
    const programme = this.#entries[0]?.prepared.entry.programme;
    if (programme !== undefined) await insertReceived(this.#tx, programme, this.#entries);
    if (this.#rows.length > 0) {
      await this.#tx
        .query(`INSERT INTO ${this.#of} SELECT * FROM json_populate_recordset(NULL::${this.#of}, $1::json)`, [
          JSON.stringify(this.#rows),
        ])
        .catch(damageAt(this.#line));
    }
    this.#entries = [];
    this.#rows = [];
    this.#size = 0;
  }

  async finish(count: number, end: number): Promise<void> {
    await this.#flush();
    if (end !== count - 1) throw unreadable(count);
    for (const [programme, last] of this.#last) {
      if ((this.#chain.get(programme)?.number ?? 0) !== last) throw unreadable(count);
    }
  }
}
