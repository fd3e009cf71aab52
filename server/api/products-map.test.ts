/** The map of an issued report stays as it was sent, and can be made again from the record for the sheet's own times. */

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { VectorTile } from '@mapbox/vector-tile';
import { box } from '@tilth/domain/geometry/box.testing';
import type { Sheet } from '@tilth/domain/products/sheet';
import type { SheetTile } from '@tilth/domain/products/sheet-map';
import type { Claim } from '@tilth/domain/report/entry';
import { quickest, removeDatabases } from '@tilth/store/databases.testing';
import { PbfReader } from 'pbf';
import { closeOffices, decisionBy, type Office, office, type Person, reportBy } from '../office.testing.ts';

after(async () => {
  await closeOffices();
  await removeDatabases();
});

const outline = (west: number, side: number): Claim => ({
  on: 0,
  property: 'outline',
  value: {
    type: 'geometry',
    geometry: box(west, 20, west + side, 20 + side),
  },
});
const coded = (property: string, code: string): Claim => ({
  on: 0,
  property,
  value: { type: 'code', code },
});

async function reports(all: Office, who: Person, item: string, ...claims: readonly Claim[]) {
  const report = reportBy(who.id, [{ id: item, kind: 'hazardous-area' }], claims);
  const [receipt] = await all.send('/api/reports', { reports: [{ report, personal: [] }] }, who);
  assert.ok(receipt);
  return receipt.entry;
}

const marks = ({ tiles }: NonNullable<Sheet['map']>) =>
  tiles.flatMap((tile) => {
    const { layers } = new VectorTile(new PbfReader(Buffer.from(tile.bytes, 'base64')));
    return Object.values(layers).flatMap((layer) =>
      Array.from({ length: layer.length }, (_, n) => layer.feature(n).properties),
    );
  });

test('the map of an issued report shows what it showed, after the land has changed', {
  timeout: 120_000,
}, async () => {
  const all = await office(quickest, {});
  const collector = await all.signedIn('collector');
  const reviewer = await all.signedIn('reviewer');
  const viewer = await all.signedIn('viewer');
  const [first, second] = [randomUUID(), randomUUID()];
  const one = await reports(all, collector, first, outline(10, 0.2), coded('hazard_class', 'sha'));
  await all.send(
    '/api/decisions',
    { decisions: [decisionBy(reviewer.id, { act: 'approve', reports: [one], step: 'review' })] },
    reviewer,
  );
  await reports(all, collector, second, outline(11, 0.1), coded('hazard_class', 'cha'));

  const wish = { definition: 'monthly', from: '2024-05-01', to: '2024-05-31', recipient: 'The donors' };
  const sent = (await all.tell('/api/products', wish, reviewer)).json();
  const opened = async (): Promise<Sheet> => (await all.see(`/api/products/${sent.id}`, viewer)).json().sheet;
  const before = await opened();
  assert.ok(before.map);
  const shown = new Map(marks(before.map).map((p) => [p.id, p]));
  assert.equal(shown.get(first)?.hazard_class, 'sha');
  assert.equal(shown.get(second)?.standing, 'reported', 'danger is drawn when it is reported');

  const tile = before.map.tiles.find((t: SheetTile) => t.kind === 'hazardous-area');
  assert.ok(tile);
  const { level } = before.map;
  const now = async (known = '') =>
    (
      await all.see(
        `/tiles/hazardous-area/${level}/${tile.x}/${tile.y}.mvt?programme=orlia&at=${before.at}${known}`,
        viewer,
      )
    ).rawPayload;
  assert.ok((await now()).equals(Buffer.from(tile.bytes, 'base64')));

  await reports(all, collector, first, outline(10, 0.5), coded('hazard_class', 'cha'));
  assert.deepEqual(await opened(), before, 'the sheet is what was sent');
  assert.ok(!(await now()).equals(Buffer.from(tile.bytes, 'base64')), 'the record is not');
  const again = await now(`&known=${before.known}`);
  assert.ok(again.equals(Buffer.from(tile.bytes, 'base64')), 'and anybody can make it again');
  await all.close();
});

test('a report that asks for no map has none, nor has one of a programme without anything to draw', {
  timeout: 120_000,
}, async () => {
  const all = await office(quickest, {});
  const collector = await all.signedIn('collector');
  const run = async (definition: string): Promise<Sheet> =>
    (
      await all.see(`/api/products/run?definition=${definition}&from=2024-05-01&to=2024-05-31`, collector)
    ).json();
  assert.equal((await run('monthly')).map, undefined);
  await reports(all, collector, randomUUID(), outline(10, 0.2));
  assert.ok((await run('monthly')).map);
  assert.equal((await run('weekly')).map, undefined);
  await all.close();
});

test('a hazard that stood then lies in the frame, though it was taken out since', {
  timeout: 120_000,
}, async () => {
  const all = await office(quickest, {});
  const admin = await all.signedIn('administrator');
  const far = randomUUID();
  await reports(all, admin, randomUUID(), outline(10, 0.2));
  const mistaken = await reports(all, admin, far, outline(14, 0.2));
  const run = async (known = ''): Promise<Sheet> =>
    (
      await all.see(`/api/products/run?definition=monthly&from=2024-05-01&to=2024-05-31${known}`, admin)
    ).json();
  const before = await run();
  assert.ok(before.map && marks(before.map).some((m) => m.id === far));
  const decision = decisionBy(admin.id, {
    act: 'void',
    of: { item: far },
    evidence: 'typing error',
    saw: [{ report: mistaken.id, n: 0 }],
  });
  await all.send('/api/decisions', { decisions: [decision] }, admin);
  const now = (await run()).map;
  assert.ok(now && now.lon < before.map.lon, 'without it there is less to see');
  assert.deepEqual((await run(`&known=${before.known}`)).map, before.map, 'as then known, as it was');
  await all.close();
});
