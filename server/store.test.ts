/** The HTTP shelf over the real store, on both databases: a report's way from a collector to the map. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { VectorTile } from '@mapbox/vector-tile';
import { overlayOf } from '@tilth/domain/geometry/geos';
import type { Claim, Decision, Ref, Report } from '@tilth/domain/report/entry';
import { engines, makeDatabase, removeDatabases } from '@tilth/store/databases.testing';
import { openStore } from '@tilth/store/open';
import type { Role, Store } from '@tilth/store/store';
import words from '@tilth/words/en.json' with { type: 'json' };
import initGeosJs from 'geos-wasm';
import { PbfReader } from 'pbf';
import { BASE, get, square, write } from './app.testing.ts';
import { buildApp } from './app.ts';
import type { App } from './route.ts';

const overlay = overlayOf(await initGeosJs());
after(removeDatabases);

async function signedIn(app: App, store: Store, role: Role) {
  const id = await store.addPerson({ name: `A ${role} ${randomUUID()}`, role, programme: 'orlia' });
  const answer = await write(app, 'POST', '/api/session', { token: await store.makeSignInLink(id) });
  return { id, cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' };
}

const hazard = randomUUID();
const land = square(10, 10, 0.01);

function reportBy(by: string, claims: readonly Claim[]): Report {
  return {
    type: 'report',
    id: randomUUID(),
    programme: 'orlia',
    form: 'hazard',
    form_version: '1',
    date: '2024-05-01',
    when: { from: '2024-05-01', to: '2024-05-01' },
    by,
    written: '2024-05-01T10:00:00.000Z',
    source: { name: 'Field report' },
    items: [{ id: hazard, kind: 'hazardous-area' }],
    claims,
  };
}

const approvalBy = (by: string, ref: Ref): Decision => ({
  type: 'decision',
  id: randomUUID(),
  programme: 'orlia',
  by,
  written: '2024-05-02T10:00:00.000Z',
  reason: 'Seen on the ground.',
  after: [],
  act: 'approve',
  reports: [ref],
  step: 'review',
});

for (const engine of engines) {
  test(`${engine}: from a collector's report to the reviewed map, in two times`, {
    timeout: 120_000,
  }, async (t) => {
    const database = await makeDatabase(engine);
    const store = await openStore({ ...database.place, overlay });
    const app = buildApp({ store, words, base: BASE });
    t.after(async () => {
      await app.close();
      await store.close();
    });
    await store.addProgramme({ id: 'orlia', name: 'Orlia' });
    const collector = await signedIn(app, store, 'collector');
    const reviewer = await signedIn(app, store, 'reviewer');
    const viewer = await signedIn(app, store, 'viewer');
    const TILE = '/tiles/hazardous-area/10/540/483.mvt';
    const LIST = '/api/hazardous-area';
    const send = async (url: string, body: object, cookie: string) => {
      const answer = await write(app, 'POST', url, { programme: 'orlia', ...body }, cookie);
      return { status: answer.statusCode, ...answer.json() };
    };
    const see = async (url: string, cookie?: string) => get(app, url, cookie === undefined ? {} : { cookie });

    const before = await see(TILE, viewer.cookie);
    assert.equal(before.statusCode, 200, before.body);
    const report = reportBy(collector.id, [
      { on: 0, property: 'hazard_class', value: { type: 'code', code: 'sha' } },
      { on: 0, property: 'hazard_status', value: { type: 'code', code: 'open' } },
      { on: 0, property: 'outline', value: { type: 'geometry', geometry: land } },
    ]);
    const sent = await send('/api/reports', { reports: [{ report, personal: [] }] }, collector.cookie);
    assert.equal(sent.status, 200, JSON.stringify(sent));
    const again = await send('/api/reports', { reports: [{ report, personal: [] }] }, collector.cookie);
    assert.deepEqual(again.receipts, sent.receipts, 'sending twice is harmless');

    const drawn = (await see(LIST, viewer.cookie)).json();
    assert.deepEqual([drawn.matched, drawn.rows[0].id, drawn.rows[0].standing], [1, hazard, 'reported']);
    assert.equal(drawn.stamps[0].pending, 1);
    const tile = await see(TILE, viewer.cookie);
    assert.notEqual(tile.headers.etag, before.headers.etag);
    const { areas } = new VectorTile(new PbfReader(tile.rawPayload)).layers;
    assert.equal(areas?.feature(0).properties.reported, true);

    const [{ entry: ref, number }] = sent.receipts;
    const { reports } = (await see('/api/queue?programme=orlia', reviewer.cookie)).json();
    assert.deepEqual(reports[0].ref, ref);
    const approved = await send(
      '/api/decisions',
      { decisions: [approvalBy(reviewer.id, ref)] },
      reviewer.cookie,
    );
    assert.equal(approved.status, 200, JSON.stringify(approved));
    const live = (await see(LIST, viewer.cookie)).json();
    assert.equal(live.rows[0].standing, 'live');
    const then = (await see(`${LIST}?known=${number}`, viewer.cookie)).json();
    assert.equal(then.rows[0].standing, 'reported', 'as known before the approval');
    assert.equal((await see(`${LIST}?at=2024-04-30`, viewer.cookie)).json().matched, 0, 'before it was seen');
    const fresh = await see(TILE, viewer.cookie);
    assert.notEqual(fresh.headers.etag, tile.headers.etag, 'a tile asked for after an approval shows it');

    const item = (await see(`${LIST}/${hazard}`, reviewer.cookie)).json();
    assert.deepEqual(
      item.entries.map((e: { entry: { type: string } }) => e.entry.type),
      ['report', 'decision'],
    );
    const feature = (await see(`/ogc/collections/hazardous-area/items/${hazard}`, viewer.cookie)).json();
    assert.equal(feature.geometry.type, 'Polygon');
    const { totals } = (await see('/api/totals', viewer.cookie)).json();
    assert.ok(totals[0].once > 1_000_000 && totals[0].items === 1);
    const csv = await see('/api/export/hazardous-area?format=csv', viewer.cookie);
    assert.ok(csv.statusCode === 200 && csv.body.includes(hazard), csv.body);

    const release = reportBy(reviewer.id, [
      {
        on: 0,
        property: 'releases',
        value: {
          type: 'release',
          method: 'cancelled',
          process: 'nts',
          land,
          accepted: 'authority-decision',
          handed_over: '2024-05-01',
        },
      },
    ]);
    const released = await send(
      '/api/reports',
      { reports: [{ report: release, personal: [] }] },
      reviewer.cookie,
    );
    assert.equal(released.status, 200, JSON.stringify(released));
    const own = await send(
      '/api/decisions',
      { decisions: [approvalBy(reviewer.id, released.receipts[0].entry)] },
      reviewer.cookie,
    );
    assert.equal(own.code, 'own-release', 'nobody approves their own release');

    for (const url of [LIST, `${LIST}/${hazard}`, TILE, '/ogc/collections/hazardous-area/items'])
      assert.equal((await see(url)).statusCode, 404, `${url} is for nobody who is not signed in`);
    assert.deepEqual((await see('/api/programmes')).json().programmes, []);
  });
}
