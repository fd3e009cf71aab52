/** Totals over land that is disputed or not measured in full: from the tables and from the log alike. */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { box } from '@tilth/domain/geometry/box.testing';
import type { Claim, Id, Report } from '@tilth/domain/report/entry';
import { engines, removeDatabases } from '../databases.testing.ts';
import { prepare } from '../log.ts';
import { newId } from '../new-id.ts';
import { approve, PROGRAMME, report } from '../samples.testing.ts';
import { type HazardFigures, hazardTotals } from './totals.ts';
import { makeViewOffice, type ViewOffice } from './view.testing.ts';

const square = (x: number, y: number, size = 0.01): Claim => ({
  on: 0,
  property: 'outline',
  value: {
    type: 'geometry',
    geometry: box(x, y, x + size, y + size),
  },
});
const point = (x: number, y: number): Claim => ({
  on: 0,
  property: 'outline',
  value: { type: 'geometry', geometry: { type: 'Point', coordinates: [x, y] } },
});
const code = (property: string, c: string): Claim => ({ on: 0, property, value: { type: 'code', code: c } });

for (const engine of engines) {
  describe(engine, { concurrency: false }, () => {
    let office: ViewOffice;
    after(() => office?.db.close());

    const says = (item: Id, voice: string, ...claims: readonly Claim[]): Report =>
      report(office.people.reviewer, voice, {
        date: '2024-05-01',
        when: { from: '2024-05-01', to: '2024-05-01' },
        said: { name: voice },
        items: [{ id: item, kind: 'hazardous-area' }],
        claims,
      });
    const take = async (...reports: readonly Report[]): Promise<HazardFigures> => {
      const refs = reports.map((r) => prepare(r).ref);
      await office.take([...reports, approve(office.people.reviewer, refs)]);
      const staff = office.asker('administrator');
      const { stamp: _, ...now } = await hazardTotals(office.keeper, staff, PROGRAMME);
      const { stamp: __, ...then } = await hazardTotals(office.keeper, staff, PROGRAMME, {
        at: '2025-01-01',
      });
      assert.deepEqual(then, now);
      return now;
    };
    const exact = (m2: number) => ({ least: m2, most: m2 });

    test('opens', async () => {
      office = await makeViewOffice(engine);
    });

    test('where nothing is disputed each figure is exact', async () => {
      const [a, b] = [newId(), newId()];
      const figures = await take(
        says(a, 'north', square(1, 1), code('hazard_class', 'sha')),
        says(b, 'north', square(1.005, 1), code('hazard_class', 'cha')),
      );
      const { range, sum, once, sha, cha } = figures;
      assert.deepEqual(range, { sum: exact(sum), once: exact(once), sha: exact(sha), cha: exact(cha) });
      assert.equal(figures.unmeasured, 0);
    });

    test('a disputed outline counts as all that is drawn, and the range says the least of its readings', async () => {
      const before = await take();
      const c = newId();
      const small = square(5, 1, 0.004);
      const figures = await take(
        says(c, 'north', square(5, 1), code('hazard_class', 'sha')),
        says(c, 'south', small),
      );
      const alone = figures.once - before.once;
      const { least, most } = figures.range.once;
      assert.equal(most, figures.once);
      const fewest = least - before.once;
      assert.ok(Math.abs(fewest / alone - 0.16) < 0.001, `${fewest} of ${alone}`);
      assert.ok(Math.abs(figures.range.sum.least - before.sum - fewest) < 0.05);
      assert.ok(Math.abs(figures.range.sha.least - before.sha - fewest) < 0.05);
      assert.deepEqual(figures.range.cha, before.range.cha);
    });

    test('a disputed class counts as confirmed, and the range says that it may be suspected only', async () => {
      const before = await take();
      const d = newId();
      const figures = await take(
        says(d, 'north', square(9, 1), code('hazard_class', 'sha')),
        says(d, 'south', code('hazard_class', 'cha')),
      );
      const land = figures.cha - before.cha;
      assert.ok(land > 1e6);
      assert.ok(Math.abs(figures.range.cha.most - figures.range.cha.least - land) < 0.05);
      assert.ok(Math.abs(figures.range.sha.most - before.range.sha.most - land) < 0.05);
      const width = (f: HazardFigures) => f.range.once.most - f.range.once.least;
      assert.ok(Math.abs(width(figures) - width(before)) < 0.05);
    });

    test('a position of unknown extent beside the land makes it not measured in full', async () => {
      const e = newId();
      const before = await take();
      const figures = await take(says(e, 'north', square(20, 1)), says(e, 'south', point(20.02, 1)));
      assert.equal(figures.unmeasured, before.unmeasured + 1);
      const inside = newId();
      const same = await take(
        says(inside, 'north', square(25, 1)),
        says(inside, 'south', point(25.005, 1.005)),
      );
      assert.equal(same.unmeasured, figures.unmeasured);
    });
  });
}

after(removeDatabases);
