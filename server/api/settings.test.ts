import assert from 'node:assert/strict';
import { test } from 'node:test';
import { get, idOf, person, tried, write } from '../app.testing.ts';

const ruleBy = (by: string, n: number, value: unknown) => ({
  type: 'rule',
  id: idOf(n),
  programme: 'orlia',
  by,
  written: '2026-01-01T00:00:00.000Z',
  reason: 'asked for by the donors',
  after: [],
  sets: 'number-pattern',
  key: 'accident',
  value,
});

test('an administrator reads what was set, by whom, why, and who works in the programme', async () => {
  const all = tried();
  await all.store.addProgramme({ id: 'orlia', name: 'Orlia', public: { '*': 'public' } });
  const { id, cookie } = await person(all, 'administrator', 'orlia', 'Ada');
  await person(all, 'collector', 'orlia', 'Col');
  await person(all, 'collector', 'elsewhere', 'Not of here');
  const rules = [ruleBy(id, 1, 'AC-{year}-{number:4}')];
  const sent = await write(all.app, 'POST', '/api/rules', { programme: 'orlia', rules }, cookie);
  assert.equal(sent.statusCode, 200);
  const answer = await get(all.app, '/api/settings?programme=orlia', { cookie });
  const { rules: found, people } = answer.json();
  assert.deepEqual(found[0].rule, rules[0]);
  assert.equal(found[0].number, 1);
  assert.deepEqual(
    people.map((p: { name: string; role: string }) => [p.name, p.role]),
    [
      ['Ada', 'administrator'],
      ['Col', 'collector'],
    ],
  );
});

test('nobody else reads them, not even the names of who works there', async () => {
  const all = tried();
  await all.store.addProgramme({ id: 'orlia', name: 'Orlia', public: { '*': 'public' } });
  const stranger = await get(all.app, '/api/settings?programme=orlia');
  assert.equal(stranger.json().code, 'not-signed-in');
  for (const role of ['viewer', 'collector', 'reviewer'] as const) {
    const { cookie } = await person(all, role, 'orlia');
    const answer = await get(all.app, '/api/settings?programme=orlia', { cookie });
    assert.equal(answer.json().code, 'may-not', role);
  }
});

test('the last administrator of a programme stays one', async () => {
  const all = tried();
  await all.store.addProgramme({ id: 'orlia', name: 'Orlia' });
  const { cookie } = await person(all, 'administrator', 'orlia', 'Ada');
  const as = (name: string, role: string) =>
    write(all.app, 'POST', '/api/people', { programme: 'orlia', name, role, link: false }, cookie);
  assert.equal((await as('Ada', 'reviewer')).json().code, 'last-administrator');
  assert.equal((await as('Bea', 'administrator')).statusCode, 200);
  assert.equal((await as('Ada', 'reviewer')).statusCode, 200);
});

test('a role is changed without making a link that signs in', async () => {
  const all = tried();
  await all.store.addProgramme({ id: 'orlia', name: 'Orlia' });
  const { cookie } = await person(all, 'administrator', 'orlia', 'Ada');
  const body = { programme: 'orlia', name: 'Col', role: 'collector' };
  assert.match((await write(all.app, 'POST', '/api/people', body, cookie)).json().link, /sign-in#/u);
  const changed = { ...body, role: 'reviewer', link: false };
  assert.equal((await write(all.app, 'POST', '/api/people', changed, cookie)).json().link, null);
  const { people } = (await get(all.app, '/api/settings?programme=orlia', { cookie })).json();
  assert.equal(people.find((p: { name: string }) => p.name === 'Col').role, 'reviewer');
});
