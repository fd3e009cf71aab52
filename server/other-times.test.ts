import assert from 'node:assert/strict';
import { test } from 'node:test';
import { get, HOST, person, tried } from './app.testing.ts';

async function room() {
  const all = tried();
  await all.store.addProgramme({ id: 'orlia', name: 'Orlia' });
  return all;
}

const day = (n: number) => `2020-01-${String(n).padStart(2, '0')}`;

test('a stranger who asks for day after day is asked to wait, and may still look at today and at days seen', async () => {
  const { app } = await room();
  const codes: number[] = [];
  for (let n = 1; n <= 31; n++) codes.push((await get(app, `/api/kinds?at=${day(n)}`)).statusCode);
  assert.deepEqual(new Set(codes.slice(0, 30)).has(429), false);
  assert.equal(codes[30], 429);
  const refused = await get(app, '/api/kinds?known=7');
  assert.equal(refused.json().code, 'too-many-times');
  assert.ok(Number(refused.headers['retry-after']) > 0);
  assert.notEqual((await get(app, '/api/kinds')).statusCode, 429);
  assert.notEqual((await get(app, `/api/kinds?at=${day(3)}`)).statusCode, 429);
});

test('who is signed in may look at as many days as they like', async () => {
  const all = await room();
  const { cookie } = await person(all, 'viewer', 'orlia');
  for (let n = 1; n <= 31; n++) {
    const answer = await all.app.inject({ url: `/api/kinds?at=${day(n)}`, headers: { host: HOST, cookie } });
    assert.notEqual(answer.statusCode, 429);
  }
});
