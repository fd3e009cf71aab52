/**
 * Killed at random instants, and with the power cut, the store loses nothing it acknowledged and doubles nothing. How often:
 * `TILTH_KILLS` (20) and `TILTH_POWER_CUTS` (3, `npm run soak` does the many), `TILTH_SEED` repeats a run's choices.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, describe, test } from 'node:test';
import { type Cluster, makeCluster, makeDatabase, removeDatabases } from './databases.testing.ts';
import { openStore } from './open.ts';
import { testOverlay } from './overlay.testing.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { cutPower } from './power-cut.testing.ts';
import { receiptsFrom } from './read-log.ts';
import { PROGRAMME } from './samples.testing.ts';

after(removeDatabases);

const kills = Number(process.env.TILTH_KILLS ?? 20);
const cuts = Number(process.env.TILTH_POWER_CUTS ?? 3);
const seed = Number(process.env.TILTH_SEED ?? Date.now() % 1_000_000);

/** A small generator of numbers in [0, 1): the choices of a run can be repeated, its instants cannot. */
function randomOf(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39) >>> 0;
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

type Place = { readonly data: string } | { readonly url: string };

async function prepareOffice(place: Place) {
  const store = await openStore({ ...place, overlay: await testOverlay() });
  await store.addProgramme({ id: PROGRAMME, name: 'Orlia', invented: true });
  const collector = await store.addPerson({ name: 'C', role: 'collector', programme: PROGRAMME });
  const reviewer = await store.addPerson({ name: 'R', role: 'reviewer', programme: PROGRAMME });
  await store.close();
  return { collector, reviewer };
}

/** Lets a child append until some moment after its first receipt, kills it, and notes what it had said by then. */
async function killOne(
  task: object,
  said: Map<string, number>,
  wait: number,
  meanwhile?: () => Promise<void>,
) {
  const script = new URL('./kill.child.testing.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint += text;
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  let first: (() => void) | undefined;
  const begun = new Promise<void>((done) => {
    first = done;
  });
  lines.on('line', (line) => {
    const [id = '', number] = line.split(' ');
    // a line cut in the middle is no acknowledgement
    if (!/^[0-9a-f-]{36} \d+$/.test(line)) return;
    assert.equal(said.get(id) ?? Number(number), Number(number));
    said.set(id, Number(number));
    first?.();
  });
  await Promise.race([begun, ended.then(() => assert.fail(`it ended by itself: ${complaint}`))]);
  await new Promise((done) => setTimeout(done, wait));
  await meanwhile?.();
  child.kill('SIGKILL');
  await ended;
}

/** Every receipt that was said stands in the log under its number, once; numbers have no gap; verify finds nothing. */
async function check(place: Place, said: ReadonlyMap<string, number>, logOnly = false): Promise<void> {
  const store = await openStore({ ...place, overlay: await testOverlay() });
  // who wrote to the log alone left the view behind
  if (logOnly) await store.rebuild();
  assert.deepEqual(await store.verify(), []);
  await store.close();
  const db = 'url' in place ? openPostgres(place.url) : openPglite(path.join(place.data, 'database'));
  const actor = { role: 'server', programmes: [PROGRAMME], person: null } as const;
  const receipts = await db.transaction(actor, (tx) => receiptsFrom(tx, PROGRAMME, 0, 1e9, 1e9));
  // the same by the table alone: an index that lost an entry would show here
  const counted = await db.transaction(actor, async (tx) => {
    await tx.exec(
      'SET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_indexonlyscan = off',
    );
    return tx.query<{ entries: number; mentions: number }>(
      'SELECT (SELECT count(*) FROM log.entry) AS entries, (SELECT count(DISTINCT number) FROM log.mention) AS mentions',
    );
  });
  await db.close();
  const numbers = new Map(receipts.map((r) => [r.entry.id, r.number]));
  assert.equal(numbers.size, receipts.length, 'no entry twice');
  receipts.forEach((r, i) => {
    assert.equal(r.number, i + 1);
  });
  assert.deepEqual(counted, [{ entries: receipts.length, mentions: receipts.length }]);
  for (const [id, number] of said) assert.equal(numbers.get(id), number, `lost ${id}, seed ${seed}`);
}

// each of the three waits for its own database most of the time
describe('whatever ends the server', { concurrency: true }, () => {
  test(`${kills} kills during appends, approvals and imports on PGlite lose nothing and double nothing`, async () => {
    const { place } = await makeDatabase('pglite');
    const people = await prepareOffice(place);
    const random = randomOf(seed);
    const said = new Map<string, number>();
    for (let i = 0; i < kills; i++) await killOne({ ...place, people }, said, random() * 400);
    assert.ok(said.size >= kills);
    await check(place, said);
  });

  test(`${kills} kills of client or server on PostgreSQL lose nothing and double nothing`, async () => {
    const cluster: Cluster = await makeCluster();
    const place = { url: `${cluster.url}/postgres` };
    const people = await prepareOffice(place);
    const random = randomOf(seed + 1);
    const said = new Map<string, number>();
    for (let i = 0; i < kills; i++) {
      const server = random() < 0.4;
      await killOne(
        { ...place, people },
        said,
        random() * 400,
        server ? () => cluster.stop('immediate') : undefined,
      );
      if (server) await cluster.start();
    }
    assert.ok(said.size >= kills);
    await check(place, said);
  });

  test(`${cuts} power cuts on PGlite lose nothing that was acknowledged`, async () => {
    const { place } = await makeDatabase('pglite');
    assert.ok('data' in place);
    const people = await prepareOffice(place);
    const random = randomOf(seed + 2);
    const said = new Map<string, number>();
    for (let i = 0; i < cuts; i++) {
      await killOne({ ...place, people, cut: true }, said, random() * 800);
      cutPower(path.join(place.data, 'database'), random);
    }
    assert.ok(said.size >= cuts);
    await check(place, said, true);
  });
});
