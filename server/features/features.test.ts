/**
 * The abstract test suite of OGC API Features Part 1 (17-069r4, Annex A): classes Core, GeoJSON and OpenAPI 3.0, test by
 * test where it can be told from outside.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BASE, get, idOf, kindOfLevels, modelOf, square, tried } from '../app.testing.ts';

const COUNT = 25;
const { place: _, ...placeless } = kindOfLevels('list', 'public');

async function room() {
  const all = tried(modelOf(kindOfLevels('area', 'public'), placeless));
  await all.store.addProgramme({
    id: 'orlia',
    name: 'Orlia',
    zone: 'Pacific/Auckland',
    public: { '*': 'public' },
  });
  for (let n = 0; n < COUNT; n++) {
    const day = `20${String(n).padStart(2, '0')}-06-01`;
    all.store.things.push({
      id: idOf(n),
      programme: 'orlia',
      kind: 'area',
      geometry:
        n === 24
          ? null
          : n === 23
            ? square(179, 0, 0.5)
            : n === 22
              ? square(-179.5, 0, 0.25)
              : square(n, n, 0.5),
      values: { size: n % 3, public_text: `row ${n}` },
      span: [day, n % 2 === 0 ? null : `20${String(n + 1).padStart(2, '0')}-06-01`],
    });
  }
  return all;
}

interface Link {
  href: string;
  rel: string;
  type?: string;
}
const linked = (links: Link[], rel: string) => links.find((l) => l.rel === rel);
const pathOf = (link: Link | undefined) => {
  assert.ok(link);
  assert.ok(link.href.startsWith(BASE));
  return link.href.slice(BASE.length);
};
const ITEMS = '/ogc/collections/area/items';

test('A.2.2 landing page: links to the definition, the conformance classes and the data that all answer', async () => {
  const { app } = await room();
  const answer = await get(app, '/ogc/');
  assert.equal(answer.statusCode, 200);
  const { links } = answer.json();
  for (const rel of ['self', 'service-desc', 'conformance', 'data']) {
    const link = linked(links, rel);
    const there = await get(app, pathOf(link));
    assert.equal(there.statusCode, 200, rel);
    const type = String(there.headers['content-type']).replace('; charset=utf-8', '');
    assert.equal(type, link?.type, rel);
  }
});

test('A.2.3 the conformance declaration names Core, GeoJSON and OpenAPI 3.0', async () => {
  const { app } = await room();
  const { conformsTo } = (await get(app, '/ogc/conformance')).json();
  for (const name of ['core', 'geojson', 'oas30'])
    assert.ok(conformsTo.includes(`http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`));
});

test('A.2.4 collections: those with a place, each the same as on its own page, with links to itself and its items', async () => {
  const { app } = await room();
  const { links, collections } = (await get(app, '/ogc/collections')).json();
  assert.ok(linked(links, 'self'));
  assert.deepEqual(
    collections.map((c: { id: string }) => c.id),
    ['area'],
  );
  for (const collection of collections) {
    const alone = await get(app, pathOf(linked(collection.links, 'self')));
    assert.deepEqual(alone.json(), collection);
    const items = linked(collection.links, 'items');
    assert.equal(items?.type, 'application/geo+json');
    assert.equal((await get(app, pathOf(items))).statusCode, 200);
    assert.equal(collection.extent.spatial.bbox[0].length, 4);
  }
});

test('A.2.7 items: a FeatureCollection of GeoJSON features with numbers, time stamp and links', async () => {
  const { app } = await room();
  const answer = await get(app, ITEMS);
  assert.equal(answer.headers['content-type'], 'application/geo+json');
  const body = answer.json();
  assert.equal(body.type, 'FeatureCollection');
  assert.equal(body.numberMatched, COUNT);
  assert.equal(body.numberReturned, body.features.length);
  assert.equal(body.features.length, 10);
  assert.ok(!Number.isNaN(Date.parse(body.timeStamp)) && body.timeStamp.endsWith('Z'));
  assert.equal(body.stamps[0].office, 'test-office');
  assert.ok(String(answer.headers['tilth-stamp']).startsWith('"orlia";office="test-office";number=0;fold=1'));
  for (const feature of body.features) {
    assert.equal(feature.type, 'Feature');
    assert.ok('geometry' in feature && 'properties' in feature && typeof feature.id === 'string');
    assert.equal(feature.properties.programme, 'orlia');
  }
  assert.ok(linked(body.links, 'self') && linked(body.links, 'next') && !linked(body.links, 'prev'));
});

test('A.2.7 limit: at most so many, more than the most is read as the most, less than one is refused', async () => {
  const { app } = await room();
  for (const limit of [1, 7, 25, 10_000, 10_001, 999_999]) {
    const { features, numberMatched } = (await get(app, `${ITEMS}?limit=${limit}`)).json();
    assert.equal(features.length, Math.min(limit, COUNT), String(limit));
    assert.equal(numberMatched, COUNT);
  }
  for (const limit of ['0', '-1', 'many', '1.5'])
    assert.equal((await get(app, `${ITEMS}?limit=${limit}`)).statusCode, 400, limit);
});

test('A.2.7 next leads through every feature once, prev leads back', async () => {
  const { app } = await room();
  const ids: string[] = [];
  const pages: string[] = [];
  let url: string | null = `${ITEMS}?limit=4`;
  while (url !== null) {
    pages.push(url);
    const { links, features }: { links: Link[]; features: { id: string }[] } = (await get(app, url)).json();
    ids.push(...features.map((f) => f.id));
    const next = linked(links, 'next');
    url = next === undefined ? null : pathOf(next);
  }
  assert.equal(new Set(ids).size, COUNT);
  assert.equal(ids.length, COUNT);
  const third = (await get(app, pages[2] ?? '')).json();
  const back = (await get(app, pathOf(linked(third.links, 'prev')))).json();
  assert.deepEqual(
    back.features.map((f: { id: string }) => f.id),
    ids.slice(4, 8),
  );
});

test('A.2.7 bbox: features that meet it; of six numbers the heights are left aside; over the antimeridian too', async () => {
  const { app } = await room();
  const ids = async (bbox: string) => {
    const { features, numberMatched } = (await get(app, `${ITEMS}?limit=100&bbox=${bbox}`)).json();
    assert.equal(features.length, numberMatched);
    return features.map((f: { id: string }) => f.id);
  };
  assert.deepEqual(await ids('2.2,2.2,4.1,4.1'), [idOf(2), idOf(3), idOf(4)]);
  assert.deepEqual(await ids('2.2,2.2,-100,4.1,4.1,100'), [idOf(2), idOf(3), idOf(4)]);
  assert.deepEqual(await ids('178,-1,-178,1'), [idOf(22), idOf(23)]);
  assert.deepEqual(await ids('-180,-90,180,90').then((i) => i.length), COUNT - 1);
  for (const bbox of ['1,2,3', '1,2,3,4,5', '0,10,1,5', 'a,b,c,d', '0,0,400,1', ''])
    assert.equal((await get(app, `${ITEMS}?bbox=${bbox}`)).statusCode, 400, bbox);
});

test('A.2.7 datetime: instants, days, intervals and open ends; hazards from known until closed', async () => {
  const { app } = await room();
  const matched = async (datetime: string) =>
    (await get(app, `${ITEMS}?datetime=${encodeURIComponent(datetime)}`)).json().numberMatched;
  // odd ones are closed a year after they became known, even ones stay
  assert.equal(await matched('2000-06-01'), 1);
  assert.equal(await matched('2001-12-31'), 2);
  assert.equal(await matched('../2000-01-01'), 0);
  assert.equal(await matched('/2001-06-01'), 2);
  assert.equal(await matched('2020-01-01/..'), 13 + 3);
  assert.equal(await matched('2001-06-01/2001-06-02'), 2);
  // a day later in Auckland than in Greenwich
  assert.equal(await matched('2000-05-31T13:00:00Z'), 1);
  assert.equal(await matched('2000-05-31T11:00:00Z'), 0);
  for (const datetime of ['..', '../..', '2001', '2001-02-30', '2002-01-01/2001-01-01', 'a/b/c', 'now'])
    assert.equal((await get(app, `${ITEMS}?datetime=${datetime}`)).statusCode, 400, datetime);
});

test('A.2.7 parameters: a property is a filter, an unknown or a broken one is refused', async () => {
  const { app } = await room();
  const { numberMatched } = (await get(app, `${ITEMS}?size=2&limit=1`)).json();
  assert.equal(numberMatched, 8);
  for (const url of [
    `${ITEMS}?colour=red`,
    `${ITEMS}?sort=size`,
    `${ITEMS}?restricted_text=x`,
    '/ogc/?a=1',
    '/ogc/conformance?a=1',
    '/ogc/collections?a=1',
    '/ogc/collections/area?a=1',
    `${ITEMS}/${idOf(1)}?a=1`,
    '/ogc/api?a=1',
  ]) {
    const answer = await get(app, url);
    assert.equal(answer.statusCode, 400, url);
    assert.equal(answer.json().code, 'parameter-unknown', url);
  }
});

test('A.2.8 a feature: itself, with links to itself and its collection; what is not there is not found', async () => {
  const { app } = await room();
  const url = `${ITEMS}/${idOf(3)}`;
  const answer = await get(app, url);
  assert.equal(answer.headers['content-type'], 'application/geo+json');
  const { links, id, type, properties } = answer.json();
  assert.deepEqual([id, type, properties.public_text], [idOf(3), 'Feature', 'row 3']);
  assert.equal(pathOf(linked(links, 'self')), url);
  assert.equal((await get(app, pathOf(linked(links, 'collection')))).statusCode, 200);
  for (const missing of [
    `${ITEMS}/${idOf(999)}`,
    `${ITEMS}/7`,
    '/ogc/collections/none',
    '/ogc/collections/none/items',
    '/ogc/collections/list/items',
  ])
    assert.equal((await get(app, missing)).statusCode, 404, missing);
});

test('at and known reach the store and come back in the stamp', async () => {
  const { app } = await room();
  const { stamps } = (await get(app, `${ITEMS}?at=2011-03-04&known=2012-01-01T00:00:00%2B02:00`)).json();
  assert.deepEqual([stamps[0].at, stamps[0].known], ['2011-03-04', '2011-12-31T22:00:00.000Z']);
});

test('what an asker may not see is no collection at all', async () => {
  const all = await room();
  await all.store.addProgramme({ id: 'closed', name: 'Closed' });
  assert.equal((await get(all.app, `${ITEMS}?programme=closed`)).statusCode, 404);
  const hidden = tried(modelOf(kindOfLevels('area', 'public')));
  await hidden.store.addProgramme({ id: 'closed', name: 'Closed' });
  assert.deepEqual((await get(hidden.app, '/ogc/collections')).json().collections, []);
  assert.equal((await get(hidden.app, ITEMS)).statusCode, 404);
});
