/** What is backed up from the embedded database is restored on PostgreSQL, and shows the same. */
import assert from 'node:assert/strict';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { eventsSample } from './events.ts';
import { cleanUp, emptyOffice, type Office, PROGRAMME, servedOffice } from './office.ts';
import { mappingFile, room } from './shared-data.ts';
import { victimsSample } from './victims.ts';

let postgres: Office;
let file = '';
let kinds: string[] = [];
const seen: Record<'before' | 'after', Map<string, string>> = { before: new Map(), after: new Map() };

before(async () => {
  const { at: embedded, served } = await servedOffice('pglite');
  postgres = await emptyOffice('postgres');
  file = join(await room(), 'all.tilth');
  const events = await eventsSample(400);
  const people = await victimsSample();
  try {
    for (const [path, mapping] of [
      [events.file, 'colombia-events'],
      [people.earlier, 'colombia-victims-2017'],
      [people.later, 'colombia-victims-2022'],
    ] as const) {
      await embedded.json(0, 'import', path, '--mapping', mappingFile(mapping), '--approve');
    }
    await embedded.json(0, 'person', 'add', 'A reviewer', '--role', 'reviewer');
    await embedded.json(0, 'backup', file);
    const { programmes } = await served.get<{ programmes: { kinds: { name: string }[] }[] }>('/api/kinds');
    kinds = programmes.flatMap((p) => p.kinds.map((k) => k.name));
    seen.before = await everything(served.get);
  } finally {
    await served.stop();
  }
});
after(cleanUp);

async function everything(get: <T>(path: string) => Promise<T>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const kind of kinds)
    found.set(kind, JSON.stringify(await get(`/api/export/${kind}?format=geojson&programme=${PROGRAMME}`)));
  for (const path of ['totals', 'to-locate', 'stamp', 'queue'])
    found.set(path, JSON.stringify(await get(`/api/${path}?programme=${PROGRAMME}`)));
  return found;
}

test('a backup is for the eyes of its owner', async () => {
  assert.equal((await stat(file)).mode & 0o077, 0);
});

test('a backup cut short is refused by name, and nothing of it is restored', async () => {
  const bytes = await readFile(file);
  const cut = join(await room(), 'cut.tilth');
  await writeFile(cut, bytes.subarray(0, bytes.length / 2));
  const ran = await postgres.run('restore', cut);
  assert.equal(ran.status, 2);
  assert.ok(ran.err.includes(cut), ran.err);
  const { status, err } = await postgres.run('export', 'victim', '--format', 'csv');
  assert.equal(status, 2);
  assert.match(err, /There is no programme yet/);
});

test('a backup of the embedded database restores on PostgreSQL with the same view of every kind', async () => {
  assert.deepEqual(await postgres.json(0, 'restore', file), { programmes: [PROGRAMME] });
  assert.deepEqual(await postgres.json(0, 'verify'), { findings: [] });
  const served = await postgres.serve();
  try {
    seen.after = await everything(served.get);
  } finally {
    await served.stop();
  }
  assert.ok(kinds.length > 30);
  for (const [what, there] of seen.before) assert.equal(seen.after.get(what), there, what);
  await postgres.json(0, 'sign-in', 'A reviewer');
});

test('an import begun on the embedded database goes on where it was restored', async () => {
  const people = await victimsSample();
  const account = await postgres.json<{ read: number; unchanged: number; gone: number }>(
    0,
    'import',
    people.later,
    '--mapping',
    mappingFile('colombia-victims-2022'),
    '--approve',
  );
  assert.deepEqual([account.unchanged, account.gone], [account.read, people.gone]);
});

test('a database in use is not restored into', async () => {
  const ran = await postgres.run('restore', file);
  assert.equal(ran.status, 2);
  assert.match(ran.err, /empty database only/);
});
