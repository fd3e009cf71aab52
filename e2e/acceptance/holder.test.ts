/** One process holds a data directory: the others work through it, say that it is held, or take over when it has died. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Account } from './account.ts';
import { eventsSample } from './events.ts';
import { exported } from './exports.ts';
import { cleanUp, type Office, type Served, servedOffice } from './office.ts';
import { mappingFile } from './shared-data.ts';

let at: Office;
let served: Served;
let words: string[] = [];

before(async () => {
  ({ at, served } = await servedOffice('pglite'));
  words = [
    'import',
    (await eventsSample(8_000)).file,
    '--mapping',
    mappingFile('colombia-events'),
    '--approve',
  ];
});
after(cleanUp);

const stamp = async () => {
  const { stamps } = await served.get<{ stamps: { number: number; pending: number }[] }>('/api/stamp');
  return stamps[0]!;
};

test('a second server on one directory says so and ends with 2', async () => {
  const second = await at.run('serve', '--no-sample', '--port', '0');
  assert.equal(second.status, 2);
  assert.match(second.err, /held by another process \(pid \d+\)/);
  await served.get('/healthz');
});

test('what a command says through the server arrives whole, also when it is refused', async () => {
  const ran = await at.run('show', 'not-an-id');
  assert.deepEqual([ran.status, ran.out], [2, '']);
  assert.match(ran.err, /^tilth: Nothing with the id not-an-id is on record/);
});

test('a command whose asker is killed is finished by the server, which lives on', async () => {
  const { number } = await stamp();
  const asker = at.begin(...words, '--json');
  while ((await stamp()).number === number) await setTimeout(20);
  asker.kill();
  assert.equal((await asker.ended).status, null);
  // the same again is the answer to whether it went on: it waits its turn and then finds what is there
  const account = await at.json<Account>(0, ...words);
  assert.equal(account.read, account.accepted + account.repaired + account.unchanged);
  const lines = (await exported(at, 'activity')).lines.length;
  const again = await at.json<Account>(0, ...words);
  assert.equal(again.unchanged, again.read);
  assert.equal((await exported(at, 'activity')).lines.length, lines);
  await served.get('/healthz');
});

test('when the holder is killed the next command takes over, and a new server finds the same record', async () => {
  const before = await stamp();
  const lines = await exported(at, 'activity');
  await served.kill();
  assert.deepEqual(await at.json(0, 'verify'), { findings: [] });
  served = await at.serve();
  assert.deepEqual(await stamp(), before);
  assert.deepEqual(await exported(at, 'activity'), lines);
});
