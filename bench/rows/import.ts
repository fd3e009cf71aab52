/** A file of 36,527 events in: read, mapped, checked, logged, approved, folded; beside ogr2ogr, which copies it. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { runForOther } from '@tilth/cli/run';
import { madeEvents } from '../made-events.ts';
import { openOffice } from '../office.ts';
import { has, peerDatabase } from '../peer.ts';
import type { Row, Setting } from '../row.ts';
import { median, seconds, turns } from '../times.ts';

const run = promisify(execFile);
const TURNS = 3;
const root = fileURLToPath(new URL('../..', import.meta.url));
const real = path.join(root, '../shared/data/colombia-events/derived_all_events_1990_2019.csv');
const mapping = path.join(root, 'fixtures/mappings/colombia-events.json');

export const importRow: Row = {
  name: 'import',
  about: 'import, check, log, approve and fold 36,527 events',
  async run(setting) {
    const directory = await mkdtemp(path.join(tmpdir(), 'tilth-bench-'));
    try {
      const there = existsSync(real);
      const file = there ? real : path.join(directory, 'events.csv');
      if (!there) await writeFile(file, madeEvents());
      const copying = await has('ogr2ogr');
      const all = await turns(
        TURNS,
        () => ourImport(setting, file),
        () => (copying ? copy(file) : Promise.resolve(Number.NaN)),
      );
      return [
        {
          row: 'import',
          engine: setting.engine,
          work: importRow.about,
          unit: 's',
          ours: median(all.ours),
          all: all.ours,
          ...(copying && {
            peer: { what: 'ogr2ogr into PostGIS', value: median(all.peer) },
            aim: { ratio: 10 },
          }),
          note: `${there ? 'the real file' : 'a made file'}; into an open store, as when the server runs`,
        },
      ];
    } finally {
      await rm(directory, { recursive: true });
    }
  },
};

/** The command as a running server does it for whoever calls it. */
async function ourImport({ engine, overlay }: Setting, file: string): Promise<number> {
  const office = await openOffice(engine, overlay);
  try {
    let said = '';
    const argv = ['import', file, '--mapping', mapping, '--approve', '--json'];
    const took = await seconds(() =>
      runForOther({ argv, cwd: root }, office.store, overlay, async (reply) => {
        if ('out' in reply) said += reply.out;
      }),
    );
    const { read, refused }: { read?: number; refused?: number } = JSON.parse(said);
    if (read !== 36_527 || refused !== 0) throw new Error(`the import failed: ${said.slice(0, 500)}`);
    return took;
  } finally {
    await office.remove();
  }
}

async function copy(file: string): Promise<number> {
  const database = await peerDatabase();
  const points = ['-oo', 'X_POSSIBLE_NAMES=longitude', '-oo', 'Y_POSSIBLE_NAMES=latitude'];
  return seconds(() =>
    run('ogr2ogr', [
      '-f',
      'PostgreSQL',
      database.gdal,
      file,
      '-nln',
      'event',
      ...points,
      '-a_srs',
      'EPSG:4326',
    ]),
  );
}
