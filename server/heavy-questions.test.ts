import assert from 'node:assert/strict';
import { test } from 'node:test';
import { get, HOST, idOf, kindOfLevels, modelOf, person, tried } from './app.testing.ts';

async function room() {
  const all = tried(modelOf(kindOfLevels('area', 'public')));
  await all.store.addProgramme({ id: 'orlia', name: 'Orlia', public: { '*': 'public' } });
  return all;
}
const links = (n: number) => `/api/area/${idOf(n)}/links`;

test('a stranger who has heavy questions worked out one after the other is asked to wait, of other ones not', async () => {
  const { app } = await room();
  const codes: number[] = [];
  for (let n = 1; n <= 31; n++) codes.push((await get(app, links(n))).statusCode);
  assert.equal(codes.slice(0, 30).includes(429), false);
  assert.equal(codes[30], 429);
  const refused = await get(app, links(40));
  assert.equal(refused.json().code, 'too-many-questions');
  assert.ok(Number(refused.headers['retry-after']) > 0);
  assert.notEqual((await get(app, links(3))).statusCode, 429, 'what was just asked');
  assert.notEqual((await get(app, '/api/disputes?programme=orlia')).statusCode, 429);
  assert.notEqual((await get(app, '/api/kinds')).statusCode, 429);
});

test('drawn ground is measured for a stranger thirty times a minute', async () => {
  const { app } = await room();
  const headers = { host: HOST, origin: `http://${HOST}` };
  const ask = () =>
    app.inject({ method: 'POST', url: '/api/inside', headers, payload: { programme: 'orlia', ground: {} } });
  for (let n = 1; n <= 30; n++) assert.notEqual((await ask()).statusCode, 429);
  assert.equal((await ask()).statusCode, 429);
});

test('who is signed in may ask as many heavy questions as they like', async () => {
  const all = await room();
  const { cookie } = await person(all, 'viewer', 'orlia');
  for (let n = 1; n <= 31; n++) {
    const answer = await all.app.inject({ url: links(n), headers: { host: HOST, cookie } });
    assert.notEqual(answer.statusCode, 429);
  }
});
