/** The current view of 1,000,000 claims anew from the log, beside COPY of those claims into a table, one row each. */
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { madeRows } from '../made-rows.ts';
import { openOffice } from '../office.ts';
import { peerDatabase } from '../peer.ts';
import type { Row } from '../row.ts';
import { median, seconds, turns } from '../times.ts';

const run = promisify(execFile);
const TURNS = 2;
const CLAIMS = 1_000_000;
const CLAIMS_A_REPORT = 10;
/** not anybody's id: only the file for COPY is made under it */
const NOBODY = '00000000-0000-7000-8000-000000000000';

export const rebuildRow: Row = {
  name: 'rebuild',
  about: 'rebuild the current view of 1,000,000 claims',
  async run({ engine, overlay, scale, say }) {
    const reports = Math.round((CLAIMS * scale) / CLAIMS_A_REPORT);
    const directory = await mkdtemp(path.join(tmpdir(), 'tilth-bench-'));
    const office = await openOffice(engine, overlay);
    try {
      say(`filling the log with ${reports * CLAIMS_A_REPORT} claims`);
      await office.fill(madeRows('accidents', reports, office.asker.person ?? ''));
      const file = path.join(directory, 'claims.csv');
      await pipeline(Readable.from(claimLines(reports)), createWriteStream(file));
      say('rebuilding');
      const all = await turns(
        TURNS,
        () => seconds(() => office.store.rebuild()),
        () => copy(file),
      );
      return [
        {
          row: 'rebuild',
          engine,
          work: rebuildRow.about,
          unit: 's',
          ours: median(all.ours),
          all: all.ours,
          peer: { what: 'COPY into PostgreSQL', value: median(all.peer) },
          aim: { ratio: 3 },
          ...(scale !== 1 && { note: `${reports * CLAIMS_A_REPORT} claims only` }),
        },
      ];
    } finally {
      await office.remove();
      await rm(directory, { recursive: true });
    }
  },
};

/** Every claim with what its report says for it. */
function* claimLines(reports: number): Generator<string> {
  for (const { drafts } of madeRows('accidents', reports, NOBODY)) {
    let lines = '';
    for (const { report } of drafts) {
      const { id, items, date, when, source, written, by } = report;
      report.claims.forEach((claim, n) => {
        const value = JSON.stringify(claim.value).replaceAll('"', '""');
        const item = items[claim.on];
        lines += `${id},${n},${item?.id},${item?.kind},${claim.property},"${value}",${when.from ?? ''},${when.to},${date},${by},${written},${source.name}\n`;
      });
    }
    yield lines;
  }
}

async function copy(file: string): Promise<number> {
  const database = await peerDatabase();
  await database.sql(
    `CREATE TABLE claim (report uuid, n integer, item uuid, kind text, property text, value text,
       since date, until date, dated date, author uuid, written timestamptz, source text)`,
  );
  const took = await seconds(() =>
    run('psql', ['-q', '-d', database.url, '-c', `\\copy claim FROM '${file}' (FORMAT csv)`]),
  );
  await database.sql('DROP TABLE claim');
  return took;
}
