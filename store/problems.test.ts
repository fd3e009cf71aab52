import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { makeCluster, makeDatabase, removeDatabases } from './databases.testing.ts';
import { migrate } from './migrate.ts';
import { openStore } from './open.ts';
import { testOverlay } from './overlay.testing.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { problemOf } from './problem-of-sqlstate.ts';

after(removeDatabases);

/** The problem code of what the work throws. */
async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  const error = await work.then(
    () => new Error('nothing was thrown'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof Error && 'problem' in error) return JSON.parse(JSON.stringify(error.problem)).code;
  return String(error);
}

describe('PostgreSQL in trouble', () => {
  test('a server that is down, goes down or comes back; a database or login that is not there', async () => {
    const cluster = await makeCluster();
    const db = openPostgres(`${cluster.url}/postgres`, 2);
    const one = () => db.asOwner((tx) => tx.query<{ one: number }>('SELECT 1 AS one'));
    assert.equal((await one())[0]?.one, 1);

    const missing = openPostgres(`${cluster.url}/nothing`, 1);
    assert.equal(await codeOf(missing.asOwner((tx) => tx.query('SELECT 1'))), 'database-missing');
    await missing.close();
    const stranger = openPostgres(`${cluster.url.replace('postgres@', 'nobody@')}/postgres`, 1);
    assert.equal(await codeOf(stranger.asOwner((tx) => tx.query('SELECT 1'))), 'database-login');
    await stranger.close();

    const cut = db.asOwner(async (tx) => {
      await tx.query('SELECT 1');
      await cluster.stop('immediate');
      await tx.query('SELECT 1');
    });
    assert.equal(await codeOf(cut), 'database-down');
    assert.equal(await codeOf(one()), 'database-down');
    await cluster.start();
    assert.equal((await one())[0]?.one, 1);
    await db.close();
  });

  test('a connection that is ended by the server leaves the pool', async () => {
    const database = await makeDatabase('postgres');
    const db = database.open();
    const ended = db.asOwner((tx) => tx.query('SELECT pg_terminate_backend(pg_backend_pid())'));
    assert.equal(await codeOf(ended), 'database-down');
    for (let i = 0; i < 5; i++) await db.asOwner((tx) => tx.query('SELECT 1'));
    await db.close();
  });

  test('a read-only server says so', async () => {
    const database = await makeDatabase('postgres');
    const db = database.open();
    const write = db.asOwner(async (tx) => {
      await tx.exec('SET TRANSACTION READ ONLY');
      await tx.exec('CREATE TABLE t (a int)');
    });
    assert.equal(await codeOf(write), 'database-read-only');
    await db.close();
  });
});

describe('PGlite in trouble', () => {
  const watch = new URL('./full-disk.testing.ts', import.meta.url).href;

  test('a full disk refuses what does not fit, keeps what was acknowledged, and goes on when there is room', async () => {
    const { place } = await makeDatabase('pglite');
    assert.ok('data' in place);
    const full = path.join(place.data, 'full');
    const db = openPglite(path.join(place.data, 'database'), { watch });
    await migrate(db);
    const put = (name: string) =>
      db.asOwner((tx) =>
        tx.query('INSERT INTO office.person (id, name) VALUES (gen_random_uuid(), $1)', [name]),
      );
    const names = () =>
      db.asOwner(async (tx) =>
        (await tx.query<{ name: string }>('SELECT name FROM office.person ORDER BY name')).map((r) => r.name),
      );
    await put('a');
    for (let round = 0; round < 3; round++) {
      await writeFile(full, '');
      assert.equal(await codeOf(put(`lost ${round}`)), 'disk-full');
      await rm(full);
      assert.deepEqual(await names(), ['a', ...Array.from({ length: round }, (_, i) => `b${i}`)]);
      await put(`b${round}`);
    }
    await db.close();
  });

  test('a place that is no directory is refused by name', async () => {
    const { place } = await makeDatabase('pglite');
    assert.ok('data' in place);
    const inTheWay = path.join(place.data, 'file');
    await writeFile(inTheWay, '');
    const db = openPglite(path.join(inTheWay, 'database'));
    assert.equal(await codeOf(db.asOwner((tx) => tx.query('SELECT 1'))), 'database-missing');
    await db.close();
    const overlay = await testOverlay();
    assert.equal(await codeOf(openStore({ data: inTheWay, overlay })), 'database-missing');
  });

  test('text with NUL is refused by name, not by a fault', async () => {
    for (const engine of ['pglite', 'postgres'] as const) {
      const database = await makeDatabase(engine);
      const db = database.open();
      assert.equal(
        await codeOf(db.asOwner((tx) => tx.query('SELECT $1::text', ['a\u0000b']))),
        'text-not-unicode',
      );
      assert.equal((await db.asOwner((tx) => tx.query<{ a: string }>('SELECT 1 AS a')))[0]?.a, 1);
      await db.close();
    }
  });
});

test('an error nobody knows stays what it is', () => {
  assert.equal(problemOf(new Error('something else')), null);
  assert.equal(problemOf('text'), null);
  assert.equal(problemOf(Object.assign(new Error('x'), { code: '42P01' })), null);
  assert.equal(problemOf(Object.assign(new Error('x'), { code: 'XX001' }))?.code, 'database-damaged');
});
