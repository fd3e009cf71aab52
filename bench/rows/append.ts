/**
 * One report in, durably, at three sizes of the log: checked, with its receipt, and shown as waiting for review, since what
 * is dangerous is drawn when it is reported; and one report that is approved and folded in the same append. Beside them one
 * INSERT and COMMIT of the same text into a table with a key, over the same client library. pgbench, a client written in C,
 * does that INSERT too: how long a commit takes on this disk is its figure, in the note.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { canonical } from '@tilth/domain/report/canonical';
import type { DraftReport } from '@tilth/domain/report/draft';
import type { Decision } from '@tilth/domain/report/entry';
import type { Db } from '@tilth/store/db';
import { prepare } from '@tilth/store/log';
import { newId } from '@tilth/store/new-id';
import { openPostgres } from '@tilth/store/postgres';
import { madeRows } from '../made-rows.ts';
import { openOffice, PROGRAMME } from '../office.ts';
import { peerDatabase } from '../peer.ts';
import type { Result } from '../result.ts';
import type { Row } from '../row.ts';
import { median, seconds, turns } from '../times.ts';

const run = promisify(execFile);
const SIZES = [1_000, 10_000, 100_000];
const TURNS = 6;
const A_TURN = 40;

export const appendRow: Row = {
  name: 'append',
  about: 'append one report durably',
  async run({ engine, overlay, scale, say }) {
    const office = await openOffice(engine, overlay);
    const directory = await mkdtemp(path.join(tmpdir(), 'tilth-bench-'));
    const results: Result[] = [];
    try {
      const by = office.asker.person ?? '';
      const database = await peerDatabase();
      await database.sql('CREATE TABLE report (id uuid PRIMARY KEY, body text NOT NULL)');
      const script = path.join(directory, 'insert.sql');
      const [sample] = madeRows('areas', 1, by, 900_000);
      const text = canonical(sample?.drafts[0]?.report);
      const body = text.replaceAll("'", "''");
      await writeFile(script, `INSERT INTO report VALUES (gen_random_uuid(), '${body}');\n`);
      const plain = openPostgres(database.url, 1);
      let filled = 0;
      let next = 1_000_000;
      for (const size of SIZES.map((s) => Math.round(s * scale))) {
        say(`filling the log to ${size} reports`);
        await office.fill(madeRows('accidents', size - filled, by, filled));
        filled = size;
        const all: number[] = [];
        const approved: number[] = [];
        const { peer } = await turns(
          TURNS,
          async () => {
            const rows = [...madeRows('areas', 2 * A_TURN, by, next)];
            next += 2 * A_TURN;
            const took: number[] = [];
            for (const { drafts } of rows.slice(0, A_TURN)) {
              took.push(1000 * (await seconds(() => append(office, drafts))));
            }
            for (const { drafts } of rows.slice(A_TURN)) {
              const decisions = [approval(drafts, by)];
              approved.push(1000 * (await seconds(() => append(office, drafts, decisions))));
            }
            all.push(...took);
            return median(took);
          },
          async () => {
            const took: number[] = [];
            for (let n = 0; n < A_TURN; n++) {
              took.push(1000 * (await seconds(() => insert(plain, text))));
            }
            return median(took);
          },
        );
        const bare = await pgbench(database.url, script, directory);
        const found = (work: string, took: readonly number[]) => ({
          row: 'append',
          engine,
          work: `${work}, ${size} reports on record`,
          unit: 'ms' as const,
          ours: median(took),
          all: took,
          peer: { what: 'INSERT + COMMIT in PostgreSQL', value: median(peer) },
          note: `pgbench's own INSERT + COMMIT: ${bare.toFixed(2)} ms`,
        });
        results.push({ ...found(appendRow.about, all), aim: { ratio: 2 } });
        results.push(found('append one report, approve it and fold it', approved));
      }
      await plain.close();
      return results;
    } finally {
      await office.remove();
      await rm(directory, { recursive: true });
    }
  },
};

function append(
  { store, asker }: Awaited<ReturnType<typeof openOffice>>,
  reports: readonly DraftReport[],
  decisions: readonly Decision[] = [],
) {
  return store.append(asker, PROGRAMME, { reports, decisions });
}

function approval(drafts: readonly DraftReport[], by: string): Decision {
  return {
    type: 'decision',
    id: newId(),
    programme: PROGRAMME,
    by,
    written: '2024-02-02T08:00:00.000Z',
    reason: 'looked at',
    after: [],
    act: 'approve',
    reports: drafts.map((d) => prepare(d.report).ref),
    step: 'review',
  };
}

/** In a transaction of its own, as any program over this library would. */
function insert(db: Db, body: string): Promise<unknown> {
  return db.asOwner((tx) =>
    tx.query('INSERT INTO report VALUES (gen_random_uuid(), $1)', [body], 'bench-insert'),
  );
}

/** The median milliseconds of a transaction, from pgbench's own log of them. */
async function pgbench(url: string, script: string, directory: string): Promise<number> {
  const logs = path.join(directory, 'pgbench');
  await run('pgbench', ['-n', '-f', script, '-t', String(A_TURN), '-l', `--log-prefix=${logs}`, url], {
    cwd: directory,
  });
  const took: number[] = [];
  for (const name of await readdir(directory)) {
    if (!name.startsWith('pgbench.')) continue;
    const file = path.join(directory, name);
    for (const line of (await readFile(file, 'utf8')).split('\n')) {
      const microseconds = line.split(' ')[2];
      if (microseconds !== undefined) took.push(Number(microseconds) / 1000);
    }
    await rm(file);
  }
  return median(took);
}
