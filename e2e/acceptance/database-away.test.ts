/** A database that is down, goes away, may not be written to or runs out of disk: said plainly, and nothing is lost. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, open, readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { makeCluster, makeDatabase } from '@tilth/store/databases.testing';
import { openPostgres } from '@tilth/store/postgres';
import type { Account } from './account.ts';
import { eventsSample } from './events.ts';
import { cleanUp, type Office, officeAt, PROGRAMME } from './office.ts';
import { mappingFile, room } from './shared-data.ts';

const mounted: string[] = [];
let words: string[] = [];

before(async () => {
  const { file } = await eventsSample(2_000);
  words = ['import', file, '--mapping', mappingFile('colombia-events'), '--approve'];
});
after(async () => {
  for (const place of mounted) spawnSync('umount', [place]);
  await cleanUp();
});

const refusedWith = async (at: Office, ...some: string[]): Promise<string> => {
  const { problem } = await at.json<{ problem: { code: string } }>(2, ...some);
  return problem.code;
};

/** Waits until the first rows are on record. */
async function begun(url: string): Promise<void> {
  const db = openPostgres(url);
  const entries = async () => {
    const [all] = await db.asOwner((tx) => tx.query<{ n: number }>('SELECT max(number) AS n FROM log.entry'));
    return all?.n ?? 0;
  };
  const before = await entries();
  while ((await entries()) <= before) await setTimeout(10);
  await db.close();
}

test('a PostgreSQL that is down, that goes in the middle, and that takes no writes', async () => {
  const cluster = await makeCluster();
  const url = `${cluster.url}/postgres`;
  const at = officeAt('postgres', { url });
  await at.json(0, 'programme', 'add', PROGRAMME, '--name', 'A programme of the tests');

  await cluster.stop('fast');
  assert.equal(await refusedWith(at, ...words), 'database-down');
  assert.equal(await refusedWith(at, 'serve', '--port', '0'), 'database-down');
  await cluster.start();

  const broken = at.begin(...words, '--json');
  await begun(url);
  await cluster.stop('immediate');
  const { status, out, err } = await broken.ended;
  await cluster.start();
  // it may have been quicker
  if (status !== 0) assert.deepEqual([status, JSON.parse(out).problem.code], [2, 'database-down'], err);
  assert.doesNotMatch(err, /^\s+at /m);
  const account = await at.json<Account>(0, ...words);
  assert.equal(account.accepted + account.repaired + account.unchanged, account.read);
  assert.deepEqual(await at.json(0, 'verify'), { findings: [] });

  const readOnly = officeAt('postgres', { url: `${url}?options=-c%20default_transaction_read_only%3Don` });
  assert.equal(await refusedWith(readOnly, ...words), 'database-read-only');
  assert.equal(
    await refusedWith(officeAt('postgres', { url: `${cluster.url}/nosuch` }), 'verify'),
    'database-missing',
  );
});

/** A disk of so many megabytes, or null where one may not be mounted, which is said. */
async function smallDisk(megabytes: number): Promise<string | null> {
  const place = await room();
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place]);
  if (made.status === 0) {
    mounted.push(place);
    return place;
  }
  process.stdout.write('# no file system can be mounted here: the full disk is not tried\n');
  return null;
}

/** Takes all room of the disk but so many bytes; gives the file that takes it. */
async function fill(place: string, leave: number): Promise<string> {
  const file = join(place, 'filler');
  const { bavail, bsize } = await statfs(place);
  const handle = await open(file, 'w');
  try {
    const piece = Buffer.alloc(1 << 16);
    for (let left = bavail * bsize - leave; left > 0; left -= piece.length) await handle.write(piece);
  } finally {
    await handle.close();
  }
  return file;
}

test('an embedded database whose disk is full stores nothing half, and goes on when there is room', async () => {
  const place = await smallDisk(256);
  if (place === null) return;
  const data = join(place, 'data');
  const from = await makeDatabase('pglite');
  if (!('data' in from.place)) throw new Error('the embedded database is a directory');
  await cp(from.place.data, data, { recursive: true });
  const at = officeAt('pglite', { data });
  await at.json(0, 'programme', 'add', PROGRAMME, '--name', 'A programme of the tests');

  const filler = await fill(place, 1 << 20);
  assert.equal(await refusedWith(at, ...words), 'disk-full');
  await rm(filler);
  const account = await at.json<Account>(0, ...words);
  assert.equal(account.accepted + account.repaired + account.unchanged, account.read);
  assert.deepEqual(await at.json(0, 'verify'), { findings: [] });
});

test('an export or a backup that finds no room leaves no half file', async () => {
  const place = await smallDisk(1);
  if (place === null) return;
  const { place: data } = await makeDatabase('postgres');
  const at = officeAt('postgres', data);
  await at.json(0, 'programme', 'add', PROGRAMME, '--name', 'A programme of the tests');
  await at.json(0, ...words);
  for (const some of [
    ['export', 'activity', '--format', 'geojson', '-o', join(place, 'all.geojson')],
    ['backup', join(place, 'all.tilth')],
  ]) {
    const filler = await fill(place, 1 << 16);
    assert.equal(await refusedWith(at, ...some), 'file-unwritable');
    await rm(filler);
    assert.deepEqual(await readdir(place), []);
  }
});
