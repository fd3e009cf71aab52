/**
 * Backup. The file is gzipped text, one JSON value a line, the same from either database and restored on either
 * (restore.ts):
 *
 * - first the head: `{"tilth_backup":1,"office":…,"programmes":[…],"people":[…],"roles":[…]}`;
 * - per programme its log in order of number, `{"entry":{receipt, name},"body":"…"}`, with the text that was digested;
 * - then its rows of the tables beside the log, `{"table":"room.personal","row":{…}}`, captures in chunks;
 * - last `{"end":lines}`, so that a backup cut short is recognised.
 *
 * It holds personal values in clear: keep it as you keep the database. Sessions and sign-in links are left out, so nobody
 * is signed in to a restored office; the current view too, since it is worked out again from the log.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Instant } from '@tilth/domain/report/entry';
import type { Actor, Db, Tx } from './db.ts';
import { lastNumber, readLogText, receiptsFrom } from './read-log.ts';

export const BACKUP_FORMAT = 1;

export interface BackupHead {
  readonly tilth_backup: number;
  readonly office: { readonly id: string; readonly name: string };
  readonly programmes: readonly {
    readonly id: string;
    readonly name: string;
    readonly zone: string;
    readonly public: string;
    readonly invented: boolean;
    /** the last receipt's number: the backup holds the log up to there */
    readonly last: number;
  }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly roles: readonly { readonly programme: string; readonly person: string; readonly role: string }[];
}

export interface EntryLine {
  readonly entry: {
    readonly programme: string;
    readonly number: number;
    readonly instant: Instant;
    readonly id: string;
    readonly digest: string;
    readonly previous: string;
    readonly receipt_digest: string;
  };
  readonly body: string;
}

/** The tables beside the log: the key they are paged by after the programme, and rows a page (chunks are large). */
export const besideLog = [
  { table: 'room.secret', key: [], rows: 1 },
  { table: 'room.personal', key: ['report::uuid', 'n::int4'], rows: 2_000 },
  { table: 'room.kept', key: ['report::uuid'], rows: 1_000 },
  { table: 'room.erasure', key: ['id::uuid'], rows: 2_000 },
  { table: 'room.row_key', key: ['source::text', 'identity::text', 'place::int4'], rows: 2_000 },
  { table: 'room.snapshot', key: ['source::text', 'day::text'], rows: 2_000 },
  { table: 'office.saved_view', key: ['id::uuid'], rows: 2_000 },
  { table: 'capture.file', key: ['digest::bytea'], rows: 2_000 },
  { table: 'capture.article', key: ['id::uuid'], rows: 500 },
  // its layout may be large
  { table: 'capture.extraction', key: ['digest::bytea', 'extractor::text', 'version::text'], rows: 1 },
  { table: 'capture.reading', key: ['id::uuid'], rows: 2_000 },
  { table: 'capture.chunk', key: ['upload::uuid', 'n::int4'], rows: 1 },
] as const;

/** Backup, restore and verify work as the owner of the tables, for the programmes named. */
export function ownerOf(programmes: readonly string[]): Actor {
  return { role: 'migrate', programmes, person: null };
}

/** Writes the backup; what is appended while it runs is not in it. `write` resolves when the chunk is taken. */
export async function backup(db: Db, write: (chunk: Uint8Array) => Promise<void>): Promise<void> {
  await pipeline(Readable.from(lines(db)), createGzip(), async (chunks: AsyncIterable<Uint8Array>) => {
    for await (const chunk of chunks) await write(chunk);
  });
}

async function* lines(db: Db): AsyncGenerator<string> {
  let count = 0;
  const line = (value: unknown) => {
    count++;
    return `${JSON.stringify(value)}\n`;
  };
  const head = await headOf(db);
  yield line(head);
  for (const { id, last } of head.programmes) {
    for await (const page of entryLines(db, id, last)) yield page.map(line).join('');
    for (const beside of besideLog) {
      for await (const rows of rowsOf(db, id, last, beside)) {
        yield rows.map((row) => line({ table: beside.table, row })).join('');
      }
    }
  }
  yield line({ end: count });
}

async function headOf(db: Db): Promise<BackupHead> {
  const [programmes, rest] = await db.transaction(
    { role: 'server', programmes: [], person: null },
    async (tx) => {
      const [office] = await tx.query<BackupHead['office']>('SELECT id, name FROM office.self');
      if (!office) throw new Error('the office has no row');
      const people = await tx.query<BackupHead['people'][number]>(
        'SELECT id, name FROM office.person ORDER BY id',
      );
      const roles = await tx.query<BackupHead['roles'][number]>(
        'SELECT programme, person, role FROM office.role ORDER BY programme, person',
      );
      const known = await tx.query<Omit<BackupHead['programmes'][number], 'last'>>(
        'SELECT id, name, zone, public, invented FROM office.programme ORDER BY id',
      );
      return [known, { office, people, roles }] as const;
    },
  );
  const ids = programmes.map((p) => p.id);
  const numbered = await db.transaction(ownerOf(ids), (tx) =>
    Promise.all(programmes.map(async (p) => ({ ...p, last: await lastNumber(tx, p.id) }))),
  );
  return { tilth_backup: BACKUP_FORMAT, ...rest, programmes: numbered };
}

async function* entryLines(db: Db, programme: string, last: number): AsyncGenerator<EntryLine[]> {
  const actor = ownerOf([programme]);
  for await (const page of readLogText(db, actor, programme, last)) {
    const first = page[0]?.number ?? 0;
    const receipts = await db.transaction(actor, (tx) =>
      receiptsFrom(tx, programme, first - 1, page.at(-1)?.number ?? 0, page.length),
    );
    yield page.map(({ body, number }, i) => {
      const receipt = receipts[i];
      if (receipt?.number !== number) throw new Error(`entry ${number} has no receipt`);
      return {
        entry: {
          programme,
          number,
          instant: receipt.instant,
          ...receipt.entry,
          previous: receipt.previous,
          receipt_digest: receipt.digest,
        },
        body,
      };
    });
  }
}

/** Rows as PostgreSQL writes them in JSON, page by page. What belongs to a report beyond `last` is left out. */
async function* rowsOf(
  db: Db,
  programme: string,
  last: number,
  beside: (typeof besideLog)[number],
): AsyncGenerator<unknown[]> {
  const names = beside.key.map((k) => k.split('::')[0] ?? '');
  const within: Readonly<Record<string, string>> = {
    'room.personal': ofReport,
    'room.kept': ofReport,
    'room.row_key': ofReport,
    'capture.chunk':
      'AND EXISTS (SELECT 1 FROM capture.file f WHERE f.programme = t.programme AND f.upload = t.upload)',
  };
  const order = names.length > 0 ? `ORDER BY ${names.join(', ')}` : '';
  let after: readonly unknown[] | null = null;
  for (;;) {
    const beyond: string =
      after === null
        ? ''
        : `AND (${names.join(', ')}) > (${beside.key.map((k, i) => `$${i + 3}::${k.split('::')[1]}`).join(', ')})`;
    const page: { row: string }[] = await db.transaction(ownerOf([programme]), (tx: Tx) =>
      tx.query<{ row: string }>(
        `SELECT to_json(t)::text AS row FROM ${beside.table} t
         WHERE programme = $1 AND $2::int8 >= 0 ${within[beside.table] ?? ''} ${beyond} ${order} LIMIT ${beside.rows}`,
        [programme, last, ...(after ?? [])],
      ),
    );
    if (page.length === 0) return;
    const rows = page.map((p) => JSON.parse(p.row));
    yield rows;
    if (page.length < beside.rows || names.length === 0) return;
    after = names.map((name) => rows.at(-1)[name]);
  }
}

const ofReport =
  'AND EXISTS (SELECT 1 FROM log.entry e WHERE e.programme = t.programme AND e.id = t.report AND e.number <= $2)';
