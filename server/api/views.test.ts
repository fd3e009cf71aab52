import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { quickest, removeDatabases } from '@tilth/store/databases.testing';
import { BASE, HOST } from '../app.testing.ts';
import { closeOffices, office } from '../office.testing.ts';

after(async () => {
  await closeOffices();
  await removeDatabases();
});

test('a list is saved, shared by who may report, never with what nobody may ask', {
  timeout: 120_000,
}, async () => {
  const all = await office(quickest, { '*': 'partner' });
  const viewer = await all.signedIn('viewer');
  const collector = await all.signedIn('collector');
  const view = (asked: object, shared = false) => ({
    id: randomUUID(),
    kind: 'accident',
    name: 'This year',
    shared,
    asked,
  });
  const save = async (body: object, who = viewer) => {
    const answer = await all.tell('/api/views', body, who);
    return answer.statusCode === 204 ? 'saved' : answer.json().code;
  };
  assert.equal((await all.tell('/api/views', view({}))).statusCode, 403);
  assert.equal((await all.see('/api/views?programme=orlia')).statusCode, 403);
  const mine = view({ filter: 'standing is live', within: '1,2,3,4', sort: '-name', columns: 'name,remark' });
  assert.equal(await save(mine), 'saved');
  assert.equal(await save(view({}, true)), 'may-not');
  assert.equal(await save(view({}, true), collector), 'saved');
  assert.equal(await save(view({ filter: 'standing is' })), 'filter-unreadable');
  assert.equal(await save(view({ columns: 'colour' })), 'property-unknown');
  assert.equal(
    await save({ ...view({ filter: 'name contains "A"' }), kind: 'victim' }, collector),
    'filter-not-allowed',
  );
  const seen = (await all.see('/api/views?programme=orlia', viewer)).json().views;
  assert.deepEqual(
    seen
      .map((v: { own: boolean; shared: boolean; may_change: boolean }) => [v.own, v.shared, v.may_change])
      .sort(),
    [
      [false, true, false],
      [true, false, true],
    ],
  );
  assert.deepEqual(seen.find((v: { own: boolean }) => v.own).asked, mine.asked);
  const drop = (who: { cookie: string }) =>
    all.app.inject({
      method: 'DELETE',
      url: `/api/views/${mine.id}?programme=orlia`,
      headers: { host: HOST, origin: BASE, cookie: who.cookie },
    });
  assert.equal((await drop(collector)).json().code, 'saved-view-unknown');
  assert.equal((await drop(viewer)).statusCode, 204);
  await all.close();
});
