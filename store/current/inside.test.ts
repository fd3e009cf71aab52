/** What lies on ground somebody drew: counts as the lists count, land cut at its edge, in both databases. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Claim } from '@tilth/domain/report/entry';
import { engines, removeDatabases } from '../databases.testing.ts';
import type { InsideQuery } from '../ground.ts';
import { prepare } from '../log.ts';
import { newId } from '../new-id.ts';
import { approve, PROGRAMME, report } from '../samples.testing.ts';
import { inside } from './inside.ts';
import { tileRows } from './tile-rows.ts';
import { makeViewOffice } from './view.testing.ts';

const ring = (x: number, y: number, width: number, height = width) => [
  [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ] as const,
];
const outline = (x: number, y: number, width: number): Claim => ({
  on: 0,
  property: 'outline',
  value: { type: 'geometry', geometry: { type: 'Polygon', coordinates: ring(x, y, width) } },
});
const code = (property: string, c: string): Claim => ({ on: 0, property, value: { type: 'code', code: c } });
const ground = (x: number, y: number, width: number, height = width): InsideQuery['ground'] => ({
  type: 'Polygon',
  coordinates: ring(x, y, width, height),
});

after(removeDatabases);

for (const engine of engines) {
  describe(engine, { concurrency: false }, () => {
    test('land is cut at the edge of the ground, overlaps count once, and positions are counted apart', async () => {
      const office = await makeViewOffice(engine);
      const staff = office.asker('administrator');
      const by = office.people.reviewer;
      const hill = report(by, 'Hill', { claims: [outline(1, 1, 0.02), code('hazard_class', 'cha')] });
      const dale = report(by, 'Dale', { claims: [outline(1.01, 1, 0.02), code('hazard_class', 'sha')] });
      const well = report(by, 'Well', {
        claims: [
          {
            on: 0,
            property: 'outline',
            value: {
              type: 'geometry',
              geometry: { type: 'Point', coordinates: [1.001, 1.001] },
              accuracy: 500,
            },
          },
          code('hazard_class', 'sha'),
        ],
      });
      const all = [hill, dale, well];
      await office.take([
        ...all,
        approve(
          office.people.administrator,
          all.map((r) => prepare(r).ref),
        ),
      ]);

      const whole = await inside(office.keeper, staff, {
        programme: PROGRAMME,
        ground: ground(0.9, 0.9, 0.3),
      });
      assert.deepEqual(whole.kinds, [{ kind: 'hazardous-area', items: 3, reported: 0 }]);
      const { land } = whole;
      assert.ok(land);
      assert.equal(land.items, 3);
      assert.equal(land.unmeasured, 1);
      assert.ok(Math.abs(land.sum - land.once * (4 / 3)) / land.once < 0.001, 'a third overlaps');
      assert.ok(Math.abs(land.cha - 2 * land.sha) / land.cha < 0.001, 'land in both counts as confirmed');

      const west = await inside(office.keeper, staff, {
        programme: PROGRAMME,
        ground: ground(0.9, 0.9, 0.11, 0.3),
      });
      assert.ok(west.land);
      assert.ok(
        Math.abs(west.land.sum - land.cha / 2) / land.cha < 0.001,
        'only the western half of the hill',
      );
      assert.equal(west.surveyed_m2, 0);

      const survey = (name: string) =>
        report(by, name, {
          items: [{ id: newId(), kind: 'survey-result' }],
          claims: [
            {
              on: 0,
              property: 'coverage',
              value: { type: 'geometry', geometry: { type: 'Polygon', coordinates: ring(1, 1, 0.01) } },
            },
          ],
        });
      const accepted = survey('accepted');
      await office.take([survey('waiting')]);
      const ask = { programme: PROGRAMME, ground: ground(0.9, 0.9, 0.3) };
      const before = await inside(office.keeper, staff, ask);
      assert.equal(before.surveyed_m2, 0, 'a survey in review covers nothing yet');
      await office.take([accepted, approve(office.people.administrator, [prepare(accepted).ref])]);
      assert.ok((await inside(office.keeper, staff, ask)).surveyed_m2 > 1_000_000);

      // accepted without an outline, and a report in review that gives it one
      const bareItem = newId();
      const words = report(by, 'accepted without ground', {
        items: [{ id: bareItem, kind: 'survey-result' }],
        claims: [code('outcome', 'no-evidence')],
      });
      const drawn = report(by, 'ground in review', {
        items: [{ id: bareItem, kind: 'survey-result' }],
        claims: [
          {
            on: 0,
            property: 'coverage',
            value: { type: 'geometry', geometry: { type: 'Polygon', coordinates: ring(1.1, 1.1, 0.01) } },
          },
        ],
      });
      await office.take([words, drawn, approve(office.people.administrator, [prepare(words).ref])]);
      const there = { programme: PROGRAMME, ground: ground(1.1, 1.1, 0.02) };
      assert.equal((await inside(office.keeper, staff, there)).surveyed_m2, 0, 'outline only in review');

      const bare = await inside(office.keeper, staff, { programme: PROGRAMME, ground: ground(40, 40, 0.1) });
      assert.deepEqual(bare.kinds, []);
      assert.equal(bare.land?.once, 0);

      const tile = { programme: PROGRAMME, kind: 'hazardous-area', bbox: [1, 1, 1.002, 1.002] as const };
      const near = await tileRows(office.keeper, staff, { ...tile, least: 1e-6 });
      assert.deepEqual(
        near.map((r) => r.accuracy).filter((a) => a !== null),
        [500],
        'from near a position tells how far it may be off',
      );
      const afar = await tileRows(office.keeper, staff, { ...tile, least: 0.01 });
      assert.ok(afar.length > 0 && afar.every((r) => r.accuracy === null));
      await office.db.close();
    });
  });
}
