/** The samples on machines that are interrupted, or whose clock is wrong. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Shapes } from '@tilth/domain/geometry/geos';
import { makeDatabase, removeDatabases } from '@tilth/store/databases.testing';
import { openStore } from '@tilth/store/open';
import type { Store } from '@tilth/store/store';
import type { Terminal } from './command.ts';
import { addSamples } from './samples.ts';
import { startOverlay } from './start-overlay.ts';
import { askerNamed } from './who.ts';

const clock = new Date('2016-05-10T10:00:00Z');
let room: string;
let shapes: Shapes;
let store: Store;

before(async () => {
  room = await mkdtemp(join(tmpdir(), 'tilth-samples-'));
  shapes = await startOverlay();
  const { place } = await makeDatabase('postgres');
  store = await openStore({ ...place, overlay: shapes, now: () => clock });
});
after(async () => {
  await store.close();
  await removeDatabases();
  await rm(room, { recursive: true });
});

function listening(stopAfter = Number.POSITIVE_INFINITY): Terminal & { readonly said: string[] } {
  const said: string[] = [];
  let batches = 0;
  return {
    said,
    cwd: room,
    async out() {},
    err: (text) => void said.push(text),
    progress(text) {
      if (text !== null && ++batches >= stopAfter) throw new Error('the power is gone');
    },
  };
}

const programmes = async () => (await store.everyProgramme()).map((p) => p.id);
const numberOf = async (id: string) => (await store.stamp(await askerNamed(store, undefined), id)).number;

test('a making that was cut short is gone on with, and nothing is in it twice', async () => {
  await assert.rejects(addSamples(store, shapes, listening(2), clock), /power/);
  assert.deepEqual(await programmes(), ['orlia']);
  const before = await numberOf('orlia');
  await addSamples(store, shapes, listening(), clock);
  assert.deepEqual(await programmes(), ['orlia', 'public-record']);
  const whole = await numberOf('orlia');
  assert.ok(whole > before, `${whole} > ${before}`);
  assert.deepEqual(await store.verify(undefined), []);
  const quiet = listening();
  await addSamples(store, shapes, quiet, clock);
  assert.deepEqual(quiet.said, [], 'a database that is in use is left alone');
  assert.equal(await numberOf('orlia'), whole);
});

test('on a machine whose clock is behind, a sample goes to its today and says so', async () => {
  const { rows } = await store.list(await askerNamed(store, undefined), {
    programme: 'orlia',
    kind: 'hazardous-area',
    limit: 500,
  });
  assert.ok(rows.length > 0);
  for (const row of rows) assert.ok(String(row.values.identified_on ?? '') <= '2016-05-10');
});
