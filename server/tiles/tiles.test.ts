import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import { builtIn } from '@tilth/domain/record/kinds';
import type { Rule } from '@tilth/domain/report/entry';
import { PbfReader } from 'pbf';
import { get, idOf, person, square, tried } from '../app.testing.ts';
import { keptUpTo } from './kept.ts';

const TILE = '/tiles/hazardous-area/3/4/3.mvt';

async function room() {
  const all = tried(builtIn);
  await all.store.addProgramme({ id: 'orlia', name: 'Orlia', public: { '*': 'partner' } });
  await all.store.addProgramme({ id: 'closed', name: 'Closed' });
  const hazard = (n: number, programme: string) =>
    all.store.things.push({
      id: idOf(n),
      programme,
      kind: 'hazardous-area',
      geometry: square(10 + n, 10, 0.5),
      values: { hazard_class: 'cha', hazard_status: 'open' },
      disputed: n === 1,
    });
  hazard(1, 'orlia');
  hazard(2, 'closed');
  return { ...all, hazard };
}

const change: Rule = {
  type: 'rule',
  id: idOf(50),
  programme: 'orlia',
  by: idOf(51),
  written: '2026-01-01T00:00:00.000Z',
  reason: '',
  after: [],
  sets: 'limits',
  key: '',
  value: null,
};

const featuresOf = (bytes: Uint8Array) => {
  const { areas } = new VectorTile(new PbfReader(bytes)).layers;
  return Array.from({ length: areas?.length ?? 0 }, (_, n) => ({ ...areas!.feature(n).properties }));
};

test('a tile shows what its asker may see, with what the map styles by', async () => {
  const all = await room();
  const answer = await get(all.app, TILE);
  assert.equal(answer.headers['content-type'], 'application/vnd.mapbox-vector-tile');
  assert.equal(answer.headers['cache-control'], 'private, no-cache');
  assert.deepEqual(featuresOf(answer.rawPayload), [
    {
      id: idOf(1),
      programme: 'orlia',
      standing: 'live',
      disputed: true,
      reported: false,
      badged: true,
      hazard_class: 'cha',
      hazard_status: 'open',
    },
  ]);
  const { cookie } = await person(all, 'viewer', 'closed');
  assert.equal(featuresOf((await get(all.app, TILE, { cookie })).rawPayload).length, 2);
});

test('an unchanged tile is not sent again; after a change it is, and shows the change', async () => {
  const all = await room();
  const first = await get(all.app, TILE);
  const etag = String(first.headers.etag);
  assert.equal((await get(all.app, TILE, { 'if-none-match': `"x", ${etag}` })).statusCode, 304);
  all.hazard(3, 'orlia');
  all.store.appended.push(change);
  const second = await get(all.app, TILE, { 'if-none-match': etag });
  assert.equal(second.statusCode, 200);
  assert.notEqual(second.headers.etag, etag);
  assert.equal(featuresOf(second.rawPayload).length, 2);
});

test('askers of different rights, days and knowledge never share a tag', async () => {
  const all = await room();
  const { cookie } = await person(all, 'reviewer', 'orlia');
  const tags = new Set();
  for (const query of ['', '?at=2020-01-01', '?known=3', '?known=4', '?programme=orlia&at=2020-01-02'])
    for (const headers of [{}, { cookie }])
      tags.add((await get(all.app, TILE + query, headers)).headers.etag);
  assert.equal(tags.size, 10);
});

test('a tile can be had compressed, under a tag of its own', async () => {
  const all = await room();
  const plain = await get(all.app, TILE);
  const zipped = await get(all.app, TILE, { 'accept-encoding': 'gzip, br' });
  assert.equal(zipped.headers['content-encoding'], 'gzip');
  assert.deepEqual(gunzipSync(zipped.rawPayload), plain.rawPayload);
  assert.notEqual(zipped.headers.etag, plain.headers.etag);
  const empty = await get(all.app, '/tiles/hazardous-area/3/0/0.mvt', { 'accept-encoding': 'gzip' });
  assert.deepEqual([empty.statusCode, empty.rawPayload.length], [200, 0]);
});

test('tiles off the grid, kinds without a place and unknown parameters are refused', async () => {
  const all = await room();
  const code = async (url: string) => (await get(all.app, url)).json().code;
  assert.equal(await code('/tiles/hazardous-area/3/8/0.mvt'), 'parameter-invalid');
  assert.equal(await code('/tiles/hazardous-area/23/0/0.mvt'), 'parameter-invalid');
  assert.equal(await code('/tiles/hazardous-area/1/x/0.mvt'), 'parameter-invalid');
  assert.equal(await code('/tiles/treaty/0/0/0.mvt'), 'collection-unknown');
  assert.equal(await code(`${TILE}?colour=red`), 'parameter-unknown');
});

test('what is kept stays within its bytes, the longest unused goes first, and one making serves all who wait', async () => {
  const kept = keptUpTo(50);
  let made = 0;
  const make = async () => {
    made += 1;
    return new Uint8Array(19);
  };
  await Promise.all([kept.get('a', make), kept.get('a', make)]);
  await kept.get('b', make);
  await kept.get('a', make);
  assert.equal(made, 2);
  await kept.get('c', make);
  await kept.get('a', make);
  assert.equal(made, 3);
  await kept.get('b', make);
  assert.equal(made, 4);
  await assert.rejects(kept.get('d', () => Promise.reject(new Error('no'))));
  await kept.get('d', make);
  assert.equal(made, 5);
});
