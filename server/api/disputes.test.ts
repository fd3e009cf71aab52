import assert from 'node:assert/strict';
import { test } from 'node:test';
import { get, idOf, kindOfLevels, modelOf, tried } from '../app.testing.ts';

test('the board lists by kind what is disputed, for whoever may know of it', async () => {
  const all = tried(
    modelOf(kindOfLevels('area', 'public'), { ...kindOfLevels('site', 'public'), sensitivity: 'restricted' }),
  );
  await all.store.addProgramme({ id: 'orlia', name: 'Orlia', public: { '*': 'public' } });
  const thing = (n: number, kind: string, disputed: boolean) =>
    all.store.things.push({ id: idOf(n), programme: 'orlia', kind, geometry: null, values: {}, disputed });
  thing(1, 'area', true);
  thing(2, 'area', false);
  thing(3, 'site', true);
  const answer = await get(all.app, '/api/disputes?programme=orlia');
  assert.equal(answer.statusCode, 200, answer.body);
  const { kinds, stamp } = answer.json();
  assert.equal(stamp.programme, 'orlia');
  assert.deepEqual(
    kinds.map((k: { kind: string; matched: number; rows: { id: string }[] }) => [
      k.kind,
      k.matched,
      k.rows[0]?.id,
    ]),
    [['area', 1, idOf(1)]],
  );
});
