/** What has to be seen to: the tables and the log give the same rows, and nobody is told of what is not for them. */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { box } from '@tilth/domain/geometry/box.testing';
import type { Claim, Decision, Id, Report, Value } from '@tilth/domain/report/entry';
import { engines, removeDatabases } from '../databases.testing.ts';
import { prepare } from '../log.ts';
import { newId } from '../new-id.ts';
import { approve, report, reviewSteps } from '../samples.testing.ts';
import type { Today, TodaySection } from '../today.ts';
import { today } from './today.ts';
import { makeViewOffice, type ViewOffice } from './view.testing.ts';

/** A day on which all of it was known, and that is past. */
const THEN = '2025-06-01';

const value = (v: Value | string | boolean | { day: string }): Value =>
  typeof v === 'string'
    ? { type: 'code', code: v }
    : typeof v === 'boolean'
      ? { type: 'yesno', yes: v }
      : 'day' in v
        ? { type: 'date', span: { from: v.day, to: v.day } }
        : v;
const link = (item: Id): Value => ({ type: 'link', item });
const point = (x: number, y: number): Value => ({
  type: 'geometry',
  geometry: { type: 'Point', coordinates: [x, y] },
});
const square = (x: number, y: number): Value => ({
  type: 'geometry',
  geometry: box(x, y, x + 0.01, y + 0.01),
});

type Claims = Readonly<Record<string, Value | string | boolean | { day: string }>>;

for (const engine of engines) {
  describe(engine, { concurrency: false }, () => {
    let office: ViewOffice;
    let programme: string;
    after(() => office?.db.close());

    const says = (kind: string, claims: Claims, more: Partial<Report> & { item?: Id } = {}) => {
      const { item = newId(), ...rest } = more;
      return report(office.people.collector, '', {
        programme,
        date: '2024-05-01',
        when: { from: '2024-05-01', to: '2024-05-01' },
        items: [{ id: item, kind }],
        claims: Object.entries(claims).map(([property, v]): Claim => ({ on: 0, property, value: value(v) })),
        ...rest,
      });
    };
    const live = async (...reports: readonly Report[]) => {
      const refs = reports.map((r) => prepare(r).ref);
      const approval = { ...approve(office.people.reviewer, refs), programme };
      await office.take([...reports, approval], programme);
      return reports.map((r) => r.items[0]?.id ?? '');
    };
    const asked = (role: Parameters<ViewOffice['asker']>[0], more = {}) =>
      today(office.keeper, office.asker(role, programme), programme, { limit: 100, ...more });
    /** Ids of a section, which are the same from the tables and from the log. */
    const inSection = async (section: TodaySection): Promise<readonly Id[]> => {
      const now = (await asked('reviewer')).sections[section];
      const then = (await asked('reviewer', { at: THEN })).sections[section];
      assert.ok(now && then);
      assert.deepEqual(then, now);
      assert.equal(now.count, now.rows.length);
      return now.rows.map((r) => r.id);
    };
    const begin = async () => {
      programme = await office.staffed();
    };

    test('opens', async () => {
      office = await makeViewOffice(engine);
    });

    test('hazard reports stand until an accepted outcome, the oldest first, whether reviewed or not', async () => {
      await begin();
      const [acknowledged, done, ledOn, late] = await live(
        says('hazard-report', { received_on: { day: '2024-03-01' }, acknowledged_on: { day: '2024-03-02' } }),
        says('hazard-report', { received_on: { day: '2024-01-01' }, outcome: 'item-disposed' }),
        says('hazard-report', { received_on: { day: '2024-01-01' }, led_to: link(newId()) }),
        says('hazard-report', { received_on: { day: '2024-02-01' }, outcome: 'waiting' }),
      );
      assert.ok(acknowledged && done && ledOn && late);
      const pending = says('hazard-report', { seen_on: { day: '2024-02-15' } });
      // an outcome nobody has reviewed takes nothing off
      const claimed = says('hazard-report', { outcome: 'visited-nothing-seen' }, { item: acknowledged });
      await office.take([pending, claimed], programme);
      assert.deepEqual(await inSection('hazard-reports'), [late, pending.items[0]?.id, acknowledged]);
      await live(
        says('hazard-report', { outcome: 'item-disposed' }, { item: late, said: { name: 'one' } }),
        says('hazard-report', { outcome: 'waiting' }, { item: late, said: { name: 'another' } }),
      );
      assert.ok((await inSection('hazard-reports')).includes(late), 'a disputed outcome settles nothing');
    });

    test('accidents stand until investigated, or until their hazard is on record', async () => {
      await begin();
      const hazard = link(newId());
      const on = (day: string) => ({ occurred: { day } });
      const [, demining, , nowhere, released] = await live(
        says('accident', { ...on('2024-01-01'), investigated: true, accident_kind: 'demining' }),
        says('accident', { ...on('2024-01-03'), hazard, accident_kind: 'demining' }),
        says('accident', { ...on('2024-01-01'), hazard, accident_kind: 'non-demining' }),
        says('accident', { ...on('2024-01-02'), accident_kind: 'non-demining' }),
        says('accident', { ...on('2024-01-04'), hazard, released_land: link(newId()) }),
      );
      assert.deepEqual(await inSection('accidents'), [nowhere, demining, released]);
    });

    test('what was found in land after its release, or where no hazard is on record', async () => {
      await begin();
      const [, land] = await live(
        says('hazardous-area', { outline: square(1, 1), hazard_class: 'cha', hazard_status: 'open' }),
        says('released-land', {
          land: square(3, 1),
          method: 'cleared',
          ended_on: { day: '2023-05-01' },
          acceptance: 'inspection-passed',
        }),
      );
      assert.ok(land);
      const find = (x: number, day: string, more: Claims = {}) =>
        says('find', { position: point(x, 1.005), found_on: { day }, context: 'spot-task', ...more });
      const [, , after, alone, , , accident] = await live(
        find(1.005, '2024-01-01'),
        find(3.005, '2023-05-01'),
        find(3.005, '2023-06-01', { context: 'after-release' }),
        find(5, '2024-01-01'),
        find(5, '2024-01-01', { context: 'handed-in' }),
        find(5, '2024-01-01', { hazard: link(newId()) }),
        says('accident', { position: point(6, 1), occurred: { day: '2024-02-01' } }),
      );
      assert.deepEqual(await inSection('in-released-land'), [after]);
      assert.deepEqual(await inSection('outside-hazards'), [alone, accident]);
      // drawn as a hazard again: somebody has seen to it
      await live(
        says('hazardous-area', { outline: square(3, 1), hazard_class: 'sha', hazard_status: 'open' }),
      );
      assert.deepEqual(await inSection('in-released-land'), []);
    });

    test('a release that is not accepted takes no find off the list of those outside', async () => {
      await begin();
      await office.take(
        [says('released-land', { land: square(3, 1), acceptance: 'inspection-passed' })],
        programme,
      );
      const [find] = await live(
        says('find', { position: point(3.005, 1.005), found_on: { day: '2024-01-01' } }),
      );
      assert.deepEqual(await inSection('outside-hazards'), [find]);
    });

    test('what is owed: overdue and undated, to come, and answered', async () => {
      await begin();
      const [, overdue, , undated, , next] = await live(
        says('reporting-duty', { due_on: { day: '2024-04-30' }, submitted_on: { day: '2024-04-30' } }),
        says('reporting-duty', { due_on: { day: '2024-03-31' }, duty_state: 'drafted' }),
        says('reporting-duty', { due_on: { day: '2024-03-31' }, duty_state: 'not-owed' }),
        says('reporting-duty', { duty_state: 'due' }),
        says('reporting-duty', { due_on: { day: '2090-01-01' }, duty_state: 'submitted' }),
        says('reporting-duty', { due_on: { day: '2090-01-01' } }),
      );
      assert.deepEqual(await inSection('expected'), [undated, overdue]);
      assert.deepEqual(await inSection('to-come'), [next]);
      const earlier = (await asked('reviewer', { at: '2024-05-01', section: 'expected' })).sections;
      assert.equal(earlier.expected?.count, 2);
    });

    test('deadlines come from decisions on record', async () => {
      await begin();
      const [decision] = await live(
        says('treaty-decision', {
          decision_type: 'extension-granted',
          article: 'clearance',
          decided_on: { day: '2023-11-24' },
          new_deadline: { day: '2029-03-01' },
        }),
      );
      for (const more of [{}, { at: THEN }]) {
        const { deadlines } = await asked('viewer', more);
        assert.deepEqual(
          deadlines?.rows.map((r) => [r.id, r.day]),
          [[decision, '2029-03-01']],
        );
      }
    });

    const waits = (t: Today) =>
      t.review?.steps.map(({ step, week, month, quarter, older }) => [step, week + month + quarter + older]);

    test('what waits is counted by step, and what was returned stands until it is sent again', async () => {
      await begin();
      const one = says('find', { context: 'clearance' });
      const two = says('find', { context: 'clearance' });
      const sendBack: Decision = {
        type: 'decision',
        id: newId(),
        programme,
        by: office.people.reviewer,
        written: '2024-05-02T08:00:00.000Z',
        reason: 'Which day was it?',
        after: [],
        act: 'return',
        reports: [prepare(two).ref],
        step: 'review',
      };
      await office.take([one, two, sendBack], programme);
      const now = await asked('reviewer');
      assert.deepEqual(waits(now), [['review', 1]]);
      assert.deepEqual(
        now.returned?.reports.map((r) => [r.report.id, r.reason]),
        [[two.id, 'Which day was it?']],
      );
      assert.equal(now.review?.own, false);
      assert.equal((await asked('collector')).returned?.count, 1, 'who wrote it sees it too');
      const { review, returned } = await asked('reviewer', { at: THEN });
      assert.deepEqual([review, returned], [null, null], 'at another time nobody says what waited');
      const again = says('find', { found_on: { day: '2024-04-01' } }, { corrects: [prepare(two).ref] });
      await office.take([again], programme);
      assert.equal((await asked('reviewer')).returned?.count, 0);
    });

    test('by the steps that a rule asks for', async () => {
      await begin();
      const rule = { ...reviewSteps(office.people.administrator, ['quality', 'authority']), programme };
      const one = says('find', { context: 'clearance' });
      const two = says('find', { context: 'clearance' });
      const first = {
        ...approve(office.people.reviewer, [prepare(two).ref], 'quality', prepare(rule).ref),
        programme,
      };
      await office.take([rule, one, two, first], programme);
      assert.deepEqual(waits(await asked('reviewer')), [
        ['authority', 1],
        ['quality', 1],
      ]);
    });

    test('who may not decide sees their own reports, who only looks on sees none, and a stranger no section', async () => {
      await begin();
      const other = says('find', { context: 'clearance' }, { by: office.people.administrator });
      await office.take([says('find', { context: 'clearance' }), other], programme);
      assert.deepEqual(waits(await asked('reviewer')), [['review', 2]]);
      const own = await asked('collector');
      assert.deepEqual([own.review?.own, waits(own)], [true, [['review', 1]]]);
      const viewer = await asked('viewer');
      assert.deepEqual([viewer.review, viewer.returned], [null, null]);
      await assert.rejects(() => asked(null), { message: 'programme-unknown' });
    });
  });
}

after(removeDatabases);
