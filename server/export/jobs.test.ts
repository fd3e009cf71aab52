import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { problem, Refusal } from '@tilth/domain/problem';
import type { Asker, Role, Row, Stamp } from '@tilth/store/store';
import { ExportJobs, type Work } from './jobs.ts';

const asker = (person: string, role: Role = 'viewer'): Asker => ({
  person,
  roles: new Map([['orlia', role]]),
});
const of = { programme: 'orlia', kind: 'area', format: 'csv', said: {} } as const;
const stamp: Stamp = {
  office: 'o',
  programme: 'orlia',
  number: 1,
  fold: 1,
  at: '2026-01-01',
  known: null,
  pending: 0,
};
const row: Row = {
  id: '018f0000-0000-7000-8000-000000000000',
  programme: 'orlia',
  kind: 'area',
  standing: 'live',
  disputed: false,
  reported: false,
  geometry: null,
  values: {},
};

/** A file of a byte a row; it waits for `go` before each. */
const making =
  (rows: number, go: () => Promise<void> = async () => undefined): Work =>
  async (passing, counted) => {
    counted(rows);
    async function* all() {
      for (let i = 0; i < rows; i++) {
        await go();
        yield row;
      }
    }
    async function* bytes() {
      for await (const _ of passing(all())) yield Buffer.from('x');
    }
    return { stamp, name: 'a.csv', mediaType: 'text/csv', bytes: bytes() };
  };

async function until(met: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !met(); i++) await sleep(2);
  assert.ok(met());
}

test('an export that is stopped has no file, and one that failed says why', async () => {
  const jobs = new ExportJobs(() => undefined);
  const me = asker('me');
  const long = jobs.begin(
    me,
    of,
    making(1_000, () => sleep(1)),
  );
  const broken = jobs.begin(me, of, async () => {
    throw new Refusal(problem('disk-full', { state: 'ENOSPC' }));
  });
  await until(() => long.rows > 2);
  assert.equal(broken.state, 'waiting', 'one after the other');
  jobs.end(me, long.id);
  await until(() => broken.state === 'failed');
  assert.equal(long.state, 'cancelled');
  assert.ok(long.rows < 1_000);
  assert.throws(() => jobs.fetch(me, long.id), /export-unfinished/);
  assert.equal(broken.problem?.code, 'disk-full');
  await jobs.close();
});

test('a fault that nobody foresaw is named by a reference and told to the log', async () => {
  const told: unknown[] = [];
  const jobs = new ExportJobs((fault) => told.push(fault));
  const job = jobs.begin(asker('me'), of, async () => {
    throw new Error('with a secret in it');
  });
  await until(() => job.state === 'failed');
  assert.equal(job.problem?.code, 'internal-fault');
  assert.equal(told.length, 1);
  assert.ok(!JSON.stringify([told, job.problem]).includes('secret'));
  await jobs.close();
});

test('a file is its maker’s, while they have the role it was made under, and for a day', async () => {
  let now = 0;
  const jobs = new ExportJobs(
    () => undefined,
    () => now,
  );
  const me = asker('me', 'reviewer');
  const job = jobs.begin(me, of, making(3));
  await until(() => job.state === 'done');
  const read = async (who: Asker) => {
    let size = 0;
    for await (const chunk of jobs.fetch(who, job.id).bytes) size += chunk.length;
    return size;
  };
  assert.equal(await read(me), 3);
  await assert.rejects(read(asker('you', 'reviewer')), /export-unknown/);
  await assert.rejects(read(asker('me', 'viewer')), /export-unknown/);
  assert.deepEqual(jobs.list(asker('me', 'viewer'), 'orlia'), []);
  assert.equal(jobs.list(me, 'orlia').length, 1);
  now += 25 * 60 * 60 * 1000;
  await assert.rejects(read(me), /export-unknown/);
  await jobs.close();
});

test('nobody fills the line for all others', async () => {
  const jobs = new ExportJobs(() => undefined);
  const me = asker('me');
  const slow = making(1_000, () => sleep(1));
  for (let i = 0; i < 5; i++) jobs.begin(me, of, slow);
  assert.throws(() => jobs.begin(me, of, slow), /exports-too-many/);
  assert.equal(jobs.begin(asker('you'), of, slow).state, 'waiting');
  assert.throws(() => jobs.begin({ person: null, roles: new Map() }, of, slow), /not-signed-in/);
  await jobs.close();
});
