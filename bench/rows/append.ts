/**
 * One report in, durably, with its items folded, at three sizes of the log; beside one INSERT and COMMIT of the same text
 * into a table with a key, over the same client library. pgbench, a client written in C, does that INSERT too: how long a
 * commit takes on this disk is its figure, in the note.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { canonical } from '@tilth/domain/report/canonical';
import type { Db } from '@tilth/store/db';
import { openPostgres } from '@tilth/store/postgres';
import { madeRows } from '../made-rows.ts';
import { openOffice } from '../office.ts';
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
  about: 'append one report durably and fold it',
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
        const { peer } = await turns(
          TURNS,
          async () => {
            const rows = [...madeRows('areas', A_TURN, by, next)];
            next += A_TURN;
            const took: number[] = [];
            for (const { drafts } of rows) {
              took.push(1000 * (await seconds(() => append(office, drafts))));
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
        results.push({
          row: 'append',
          engine,
          work: `${appendRow.about}, ${size} reports on record`,
          unit: 'ms',
          ours: median(all),
          all,
          peer: { what: 'INSERT + COMMIT in PostgreSQL', value: median(peer) },
          aim: { ratio: 2 },
          note: `pgbench's own INSERT + COMMIT: ${bare.toFixed(2)} ms`,
        });
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
  reports: Parameters<typeof store.append>[2]['reports'],
) {
  return store.append(asker, 'bench', reports === undefined ? {} : { reports });
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
