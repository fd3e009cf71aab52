import assert from 'node:assert/strict';
import { test } from 'node:test';
import { get, idOf, kindOfLevels, modelOf, square, tried } from '../app.testing.ts';

interface Found {
  position: { longitude: number; latitude: number; system: string } | null;
  readings: { longitude: number; latitude: number; letter_as: string }[];
  kinds: { kind: string; matched: number; rows: { id: string }[] }[];
}

async function office() {
  const hidden = { ...kindOfLevels('site', 'public'), sensitivity: 'restricted' } as const;
  const all = tried(modelOf(kindOfLevels('area', 'public'), hidden));
  await all.store.addProgramme({ id: 'orlia', name: 'Orlia', public: { '*': 'public' } });
  const thing = (n: number, kind: string, x: number, words: string) =>
    all.store.things.push({
      id: idOf(n),
      programme: 'orlia',
      kind,
      geometry: square(x, 0, 0.01),
      values: { size: words },
    });
  thing(1, 'area', 0, 'Hill field');
  thing(2, 'area', 1, 'Dale');
  thing(3, 'site', 0, 'Hill store');
  return async (q: string): Promise<Found> => {
    const answer = await get(all.app, `/api/search?programme=orlia&q=${encodeURIComponent(q)}`);
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json();
  };
}

const ids = (found: Found) => found.kinds.flatMap((k) => k.rows.map((r) => r.id));

test('words and ids find what the asker may know of, and nothing else', async () => {
  const search = await office();
  assert.deepEqual(ids(await search('Hill')), [idOf(1)]);
  assert.deepEqual(ids(await search(idOf(2).toUpperCase())), [idOf(2)]);
  assert.deepEqual(ids(await search('nowhere')), []);
});

test('a position is understood in every usual system and finds what is drawn near it', async () => {
  const search = await office();
  for (const typed of ['0.005, 1.005', '31N EA 00000 00553']) {
    const found = await search(typed);
    assert.ok(found.position, typed);
  }
  const found = await search('0.005, 1.005');
  assert.deepEqual([found.position?.latitude, found.position?.longitude], [0.005, 1.005]);
  assert.deepEqual(ids(found), [idOf(2)]);
});

test('a UTM position that may lie north or south is told in both ways, and taken for neither', async () => {
  const search = await office();
  for (const typed of ['34S 250000 4200000', '34S 250000mE 4200000mN']) {
    const found = await search(typed);
    assert.equal(found.position, null);
    assert.deepEqual(
      found.readings.map((r) => [r.letter_as, Math.round(r.latitude)]),
      [
        ['band', 38],
        ['south', -52],
      ],
    );
  }
  assert.deepEqual((await search('0.005, 1.005')).readings, []);
});
