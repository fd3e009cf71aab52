import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Claim } from '@tilth/domain/report/entry';
import { quickest, removeDatabases } from '@tilth/store/databases.testing';
import { BASE, HOST } from '../app.testing.ts';
import { closeOffices, type Office, office, type Person, reportBy } from '../office.testing.ts';

after(async () => {
  await closeOffices();
  await removeDatabases();
});

const list = '/api/hazardous-area?programme=orlia';

async function areas(all: Office, by: Person): Promise<void> {
  const text = (property: string, t: string): Claim => ({
    on: 0,
    property,
    value: { type: 'text', text: t },
  });
  const claims = (n: number): readonly Claim[] => [
    text('name', `Area ${n}`),
    text('laid_by', 'a force'),
    { on: 0, property: 'reported_area', value: { type: 'number', number: n * 10_000 } },
    {
      on: 0,
      property: 'outline',
      value: { type: 'geometry', geometry: { type: 'Point', coordinates: [n, 1] } },
    },
  ];
  const reports = [1, 2, 3].map((n) => ({
    report: reportBy(by.id, [{ id: randomUUID(), kind: 'hazardous-area' }], claims(n)),
    personal: [],
  }));
  await all.send('/api/reports', { reports }, by);
}

/** Asks until it has come to an end. */
async function ended(all: Office, id: string, who: Person) {
  for (let i = 0; i < 200; i++) {
    const jobs = (await all.see('/api/exports?programme=orlia', who)).json().exports;
    const job = jobs.find((j: { id: string }) => j.id === id);
    if (!['waiting', 'running'].includes(job.state)) return job;
    await sleep(20);
  }
  throw new Error('the export did not end');
}

test('lists, files and features are narrowed by one text, to what the asker may know', {
  timeout: 120_000,
}, async () => {
  const all = await office(quickest, { 'hazardous-area': 'partner' });
  const collector = await all.signedIn('collector');
  await areas(all, collector);
  const viewer = await all.signedIn('viewer');
  const filter = encodeURIComponent('reported_area > 1.5 ha and standing is reported');
  const within = encodeURIComponent('2.5 0,3.5 0,3.5 2,2.5 2');

  const rows = (await all.see(`${list}&filter=${filter}&sort=-name&columns=name`, viewer)).json();
  assert.deepEqual(
    rows.rows.map((r: { values: object; geometry: unknown }) => [r.values, r.geometry]),
    [
      [{ name: 'Area 3', name_state: 'pending' }, null],
      [{ name: 'Area 2', name_state: 'pending' }, null],
    ],
  );
  assert.equal((await all.see(`${list}&filter=${filter}&within=${within}`, viewer)).json().matched, 1);
  const extent = (
    await all.see(`/api/extent/hazardous-area?programme=orlia&filter=${filter}`, viewer)
  ).json();
  assert.equal(extent.placed, 2);
  assert.ok(extent.extent[0] > 1 && extent.extent[2] < 4);
  const features = await all.see(`/ogc/collections/hazardous-area/items?programme=orlia&filter=${filter}`);
  assert.equal(features.json().numberMatched, 2);
  const csv = await all.see(
    `/api/export/hazardous-area?programme=orlia&format=csv&filter=${filter}&sort=-name&columns=name`,
    viewer,
  );
  const lines = csv.body.trim().split('\r\n');
  assert.match(lines[0] ?? '', /^\uFEFF?id,standing,disputed,name,outline_wkt,states,bounds,stamp$/);
  assert.match(
    lines[1] ?? '',
    /Area 3.*filter = reported_area > 1.5 ha and standing is reported; sort = -name; columns = name/,
  );
  assert.match(lines[2] ?? '', /Area 2/);

  const code = async (text: string, who?: Person) =>
    (await all.see(`${list}&filter=${encodeURIComponent(text)}`, who)).json().code;
  assert.equal(await code('laid_by contains force', viewer), 'filter-not-allowed');
  assert.equal(await code('landowner is not empty', collector), 'filter-not-allowed');
  assert.equal(await code('colour is red', viewer), 'property-unknown');
  assert.equal(await code('name is', viewer), 'filter-unreadable');
  assert.equal((await all.see(`${list}&within=here`)).json().code, 'ground-unreadable');
  assert.equal((await all.see(`${list}&filter=name%20is`)).statusCode, 400);
  await all.close();
});

test('an export is made in the background and fetched by who asked for it, under the rights they have', {
  timeout: 120_000,
}, async () => {
  const all = await office(quickest, { 'hazardous-area': 'public' });
  const collector = await all.signedIn('collector');
  const viewer = await all.signedIn('viewer');
  await areas(all, collector);
  const ask = { kind: 'hazardous-area', format: 'csv', filter: 'reported_area > 1.5 ha', sort: '-name' };
  assert.equal((await all.tell('/api/exports', ask)).statusCode, 403, 'a stranger takes files directly');

  const begun = await all.tell('/api/exports', ask, viewer);
  assert.equal(begun.statusCode, 200, begun.body);
  const done = await ended(all, begun.json().id, viewer);
  assert.deepEqual([done.state, done.rows, done.of], ['done', 2, 2]);
  const file = await all.see(`/api/exports/${done.id}/file`, viewer);
  assert.equal(file.rawPayload.length, done.bytes);
  assert.match(String(file.headers['content-disposition']), /orlia-hazardous-area-.*\.csv/);
  assert.ok(file.body.indexOf('Area 3') < file.body.indexOf('Area 2'));
  assert.ok(!file.body.includes('a force'), 'a viewer’s file holds what a viewer may read');

  assert.deepEqual((await all.see('/api/exports?programme=orlia', collector)).json().exports, []);
  assert.equal((await all.see(`/api/exports/${done.id}/file`, collector)).json().code, 'export-unknown');
  const wrong = await all.tell('/api/exports', { ...ask, filter: 'laid_by contains force' }, viewer);
  assert.equal(wrong.json().code, 'filter-not-allowed');

  const gone = () =>
    all.app.inject({
      method: 'DELETE',
      url: `/api/exports/${done.id}`,
      headers: { host: HOST, origin: BASE, cookie: viewer.cookie },
    });
  assert.equal((await gone()).statusCode, 204);
  assert.equal((await gone()).json().code, 'export-unknown');
  await all.close();
});
