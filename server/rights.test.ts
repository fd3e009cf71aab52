/** Rights at the door and behind it, over the real store on both databases: what is open, to whom, from when on. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import type { Claim } from '@tilth/domain/report/entry';
import { engines, removeDatabases } from '@tilth/store/databases.testing';
import type { Receipt } from '@tilth/store/store';
import { square } from './app.testing.ts';
import { closeOffices, type Office, office, reportBy, ruleBy } from './office.testing.ts';

after(async () => {
  await closeOffices();
  await removeDatabases();
});

const land = square(10, 10, 0.01);
const TILE = '/tiles/hazardous-area/10/540/483.mvt';
const LIST = '/api/hazardous-area';

const hazardous = (sheet: string): readonly Claim[] => [
  { on: 0, property: 'hazard_class', value: { type: 'code', code: 'sha' } },
  { on: 0, property: 'hazard_status', value: { type: 'code', code: 'open' } },
  { on: 0, property: 'map_sheet', value: { type: 'text', text: sheet } },
  { on: 0, property: 'outline', value: { type: 'geometry', geometry: land } },
];

async function withHazard(all: Office) {
  const collector = await all.signedIn('collector');
  const hazard = randomUUID();
  const report = reportBy(collector.id, [{ id: hazard, kind: 'hazardous-area' }], hazardous('Sheet 17'));
  await all.send('/api/reports', { reports: [{ report, personal: [] }] }, collector);
  return { hazard };
}

for (const engine of engines) {
  test(`${engine}: what a programme opens follows its rules, from the moment one is received`, {
    timeout: 120_000,
  }, async () => {
    const all = await office(engine, {});
    const { hazard } = await withHazard(all);
    const administrator = await all.signedIn('administrator');
    const addresses = [
      LIST,
      `${LIST}/${hazard}`,
      TILE,
      '/ogc/collections/hazardous-area/items',
      '/api/stamp',
    ];
    const seen = async () => (await all.see('/api/programmes')).json().programmes;
    const ruled = (value: string | null, before: readonly Receipt[]) =>
      all.send(
        '/api/rules',
        { rules: [ruleBy(administrator.id, 'public', '', value, before)] },
        administrator,
      );

    assert.deepEqual(await seen(), []);
    const opening = await ruled('partner', []);
    assert.deepEqual(
      (await seen()).map((p: { public: object }) => p.public),
      [{ '*': 'partner' }],
    );
    for (const url of addresses) assert.equal((await all.see(url)).statusCode, 200, url);

    await ruled(null, opening);
    assert.deepEqual(await seen(), []);
    for (const url of addresses) {
      const answers = [await all.see(url), await all.see(`${url}?known=${opening[0]?.number}`)];
      for (const { statusCode, body } of answers)
        assert.ok(
          statusCode === 404 || body === '{"stamps":[]}',
          `${url} is closed again, also as known then`,
        );
    }
    await all.close();
  });
}

test('a property made more secret is so for all times that can be asked for', {
  timeout: 120_000,
}, async () => {
  const all = await office('postgres', { '*': 'partner' });
  const { hazard } = await withHazard(all);
  const administrator = await all.signedIn('administrator');
  const told = async (query: string) => {
    const answers = await Promise.all([
      all.see(`${LIST}?programme=orlia${query}`),
      all.see(`${LIST}/${hazard}?${query.slice(1)}`),
      all.see(`/api/export/hazardous-area?format=csv${query}`),
      all.see(`/ogc/collections/hazardous-area/items?${query.slice(1)}`),
    ]);
    const { matched } = (await all.see(`${LIST}?programme=orlia&q=sheet%2017${query}`)).json();
    return [...answers.map(({ body }) => body.includes('Sheet 17')), matched > 0];
  };
  assert.deepEqual(await told('&known=1'), [true, true, true, true, true]);
  const raised = {
    label: 'Map sheet',
    description: '',
    type: 'text',
    fold: 'latest',
    sensitivity: 'restricted',
  };
  const rule = ruleBy(administrator.id, 'own-property', 'hazardous-area.map_sheet', raised);
  await all.send('/api/rules', { rules: [rule] }, administrator);
  assert.deepEqual(await told(''), [false, false, false, false, false]);
  assert.deepEqual(await told('&known=1'), [false, false, false, false, false]);
  await all.close();
});

test('a tile kept for some is never given to others when what is open has just changed', {
  timeout: 120_000,
}, async () => {
  const all = await office('postgres', { victim: 'restricted' });
  const administrator = await all.signedIn('administrator');
  const collector = await all.signedIn('collector');
  const viewer = await all.signedIn('viewer');
  const place: Claim = {
    on: 0,
    property: 'position',
    value: { type: 'geometry', geometry: { type: 'Point', coordinates: [10, 10] } },
  };
  const report = reportBy(collector.id, [{ id: randomUUID(), kind: 'victim' }], [place]);
  await all.send('/api/reports', { reports: [{ report, personal: [] }] }, collector);
  const url = '/tiles/victim/10/540/483.mvt';
  assert.ok((await all.see(url, viewer)).rawPayload.length > 0, 'open to all, and so to a viewer');
  const closed = ruleBy(administrator.id, 'public', 'victim', null);
  const [receipt] = await all.send('/api/rules', { rules: [closed] }, administrator);
  for (const query of ['', `?known=${receipt?.number}`, '?at=2024-06-01']) {
    assert.equal((await all.see(url + query, viewer)).statusCode, 404, `${query} closed at once`);
    assert.ok((await all.see(url + query, collector)).rawPayload.length > 0, `${query} open to collectors`);
  }
  await all.close();
});

test('what one programme keeps to itself keeps nothing of the others back', {
  timeout: 120_000,
}, async () => {
  const all = await office('postgres', { '*': 'partner' });
  await all.store.addProgramme({ id: 'part', name: 'Part', public: { accident: 'partner' } });
  await all.store.addProgramme({ id: 'places', name: 'Places', public: { 'hazardous-area': 'public' } });
  await withHazard(all);
  const found = async (url: string) => (await all.see(url)).json();
  assert.equal((await found(`${LIST}?map_sheet=Sheet%2017`)).matched, 1);
  assert.equal((await found(`${LIST}?sort=map_sheet`)).matched, 1);
  assert.equal((await found('/ogc/collections/hazardous-area/items?map_sheet=Sheet%2017')).numberMatched, 1);
  for (const figures of ['/api/totals', '/api/overlaps', '/api/to-locate'])
    assert.equal((await all.see(figures)).statusCode, 200, figures);
  assert.equal((await found('/api/totals')).totals[0].items, 1);
  assert.equal((await all.see('/api/totals?programme=part')).statusCode, 403, 'where it is named it is said');
  await all.close();
});
