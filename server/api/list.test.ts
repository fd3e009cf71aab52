import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import { get, tried } from '../app.testing.ts';
import { COMMON_FILTERS, listParameters } from './list.ts';

test('no kind bears the name of an address beside it, no property that of a parameter', async () => {
  const { app } = tried();
  const { paths } = (await get(app, '/openapi.json')).json();
  const taken = new Set(Object.keys(paths).map((path) => path.split('/')[2]));
  const parameters = new Set<string>([...Object.keys(listParameters), ...COMMON_FILTERS, 'format', 'hxl']);
  for (const kind of builtIn.kinds.values()) {
    assert.equal(taken.has(kind.name), false, kind.name);
    for (const name of Object.keys(kind.properties)) assert.equal(parameters.has(name), false, name);
  }
});

test('kinds come with labels, code lists and how far the asker may read', async () => {
  const { app, store } = tried();
  await store.addProgramme({ id: 'orlia', name: 'Orlia', public: { accident: 'public' } });
  const [programme] = (await get(app, '/api/kinds?programme=orlia')).json().programmes;
  assert.equal(programme.programme, 'orlia');
  assert.equal(programme.kinds.length, builtIn.kinds.size);
  const level = (name: string) => programme.kinds.find((k: { name: string }) => k.name === name).level;
  assert.deepEqual([level('accident'), level('victim')], ['public', null]);
  assert.equal(programme.lists['hazard-class'].codes.cha.danger, 2);
});
