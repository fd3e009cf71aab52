/** Law 9 at the door: whatever is on record, no answer holds what its asker may not read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VectorTile } from '@mapbox/vector-tile';
import { mayRead } from '@tilth/domain/access/level';
import type { Sensitivity } from '@tilth/domain/record/kind';
import type { Report } from '@tilth/domain/report/entry';
import type { ItemView, PropertyView } from '@tilth/domain/report/view';
import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { get, idOf, kindOfLevels, levels, modelOf, person, type Tried, tried } from './app.testing.ts';

/** Every value says its own level, so that a leak can be seen in the characters of an answer. */
const mark = (level: Sensitivity, n: number) => `<${level}/${n}>`;

interface Secret {
  readonly placeLevel: Sensitivity;
  readonly opened: Exclude<Sensitivity, 'personal'> | null;
  readonly held: readonly Sensitivity[];
}

const anySecret: fc.Arbitrary<Secret> = fc.record({
  placeLevel: fc.constantFrom('public', 'partner', 'restricted'),
  opened: fc.constantFrom(null, 'public', 'partner', 'restricted'),
  held: fc.array(fc.constantFrom(...levels), { minLength: 1, maxLength: 6 }),
});

const LONGITUDE = 12.345678;
const by = '018f0000-0000-7000-8000-00000000beef';

async function room({ placeLevel, opened, held }: Secret): Promise<Tried> {
  const all = tried(modelOf(kindOfLevels('area', placeLevel)));
  await all.store.addProgramme({
    id: 'orlia',
    name: 'Orlia',
    public: opened === null ? {} : { '*': opened },
  });
  const id = idOf(1);
  const geometry = { type: 'Point', coordinates: [LONGITUDE, 2] } as const;
  const report: Report = {
    type: 'report',
    id: idOf(2),
    programme: 'orlia',
    form: 'f',
    form_version: '1',
    date: '2024-01-01',
    when: { from: null, to: '2024-01-01' },
    by,
    written: '2024-01-01T00:00:00.000Z',
    source: { name: 'office' },
    items: [{ id, kind: 'area' }],
    claims: [
      ...held.map((level, n) => ({
        on: 0,
        property: `${level}_text`,
        value: { type: 'text', text: mark(level, n) } as const,
        where: { quote: { exact: mark('restricted', n) } },
      })),
      { on: 0, property: 'outline', value: { type: 'geometry', geometry } },
    ],
  };
  const properties = report.claims.map(
    (c, n): PropertyView => ({
      property: c.property,
      definition: '',
      value: c.value,
      state: 'settled',
      claim: { report: report.id, n },
      remaining: [],
      earlier: [],
    }),
  );
  const view: ItemView = {
    id,
    kind: 'area',
    joined: [id],
    standing: 'live',
    disputed: false,
    contested: [],
    properties,
    drawing: { geometry, reported: null, unsupported: null, released: [], m2: null, extent: 'position' },
    reports: [{ id: report.id, standing: 'live', date: report.date }],
  };
  const values = Object.fromEntries(held.map((level, n) => [`${level}_text`, mark(level, n)]));
  all.store.things.push({ id, programme: 'orlia', kind: 'area', geometry, values });
  all.store.views.set(id, view);
  all.store.appended.push(report);
  return all;
}

const addresses = [
  '/api/me',
  '/api/programmes',
  '/api/kinds',
  '/api/area',
  '/api/area?q=%3C',
  '/api/area?bbox=12,1,13,3',
  ...levels.map((level) => `/api/area?${level}_text=${encodeURIComponent(mark(level, 0))}`),
  ...levels.map((level) => `/api/area?sort=${level}_text`),
  `/api/area/${idOf(1)}`,
  '/api/totals',
  '/api/to-locate',
  '/api/overlaps',
  '/api/queue',
  '/api/stamp',
  '/api/export/area?format=csv',
  '/openapi.json',
  '/ogc/',
  '/ogc/api',
  '/ogc/collections',
  '/ogc/collections/area',
  '/ogc/collections/area/items',
  `/ogc/collections/area/items/${idOf(1)}`,
  '/tiles/area/0/0/0.mvt',
];

async function leaks(all: Tried, level: Sensitivity | null, place: Sensitivity, cookie?: string) {
  const found: string[] = [];
  for (const url of addresses) {
    const answer = await get(all.app, url, cookie === undefined ? {} : { cookie });
    assert.ok(answer.statusCode < 500, `${url} ${answer.body}`);
    const echoed = url.includes('?') ? '' : answer.body;
    const text = answer.statusCode === 200 ? answer.body : echoed;
    for (const l of levels) {
      // what the asker put into a filter themselves comes back in links; a value they did not know does not
      const seen = text.replaceAll(encodeURIComponent(mark(l, 0)), '');
      if (!mayRead(level, l) && seen.includes(`<${l}/`)) found.push(`${url}: ${l}`);
    }
    if (!mayRead(level, place)) {
      if (text.includes(String(LONGITUDE))) found.push(`${url}: place`);
      if (url.startsWith('/tiles') && answer.rawPayload.length > 0 && answer.statusCode === 200)
        found.push(`${url}: tile`);
      if (url.includes('bbox') && answer.statusCode === 200 && answer.json().matched > 0)
        found.push(`${url}: told by bbox`);
    }
    if (!mayRead(level, 'restricted') && text.includes(by)) found.push(`${url}: who`);
  }
  return found;
}

test('no answer for someone not signed in holds a personal value or one above what the programme opens', async () => {
  await fc.assert(
    fc.asyncProperty(anySecret, async (secret) => {
      const all = await room(secret);
      assert.deepEqual(await leaks(all, secret.opened, secret.placeLevel), []);
      await all.app.close();
    }),
    { numRuns: 40 },
  );
});

test('a viewer reads as far as partners do, or as far as is open to all, and no further', async () => {
  await fc.assert(
    fc.asyncProperty(anySecret, async (secret) => {
      const all = await room(secret);
      const { cookie } = await person(all, 'viewer', 'orlia');
      const level = secret.opened === 'restricted' ? 'restricted' : 'partner';
      assert.deepEqual(await leaks(all, level, secret.placeLevel, cookie), []);
      await all.app.close();
    }),
    { numRuns: 20 },
  );
});

test('what may be read is there', async () => {
  const all = await room({ placeLevel: 'public', opened: 'public', held: ['public'] });
  const list = (await get(all.app, '/api/area')).json();
  assert.equal(list.rows[0].values.public_text, mark('public', 0));
  const item = (await get(all.app, `/api/area/${idOf(1)}`)).json();
  assert.equal(item.view.properties[0].value.text, mark('public', 0));
  assert.equal(item.entries[0].entry.claims[0].value.text, mark('public', 0));
  const tile = new VectorTile(new PbfReader((await get(all.app, '/tiles/area/0/0/0.mvt')).rawPayload));
  assert.equal(tile.layers.marks?.feature(0).properties.id, idOf(1));
});
