import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { builtIn } from '../record/kinds.ts';
import type { Value } from '../report/entry.ts';
import type { ItemView } from '../report/view.ts';
import { code, number, text } from '../report/worlds.testing.ts';
import { figures } from './figure.ts';
import { lastWhole, periodOf } from './period.ts';
import { tally, type Where } from './tally.ts';
import { day, view } from './views.testing.ts';

const march = { from: '2026-03-01', to: '2026-03-31' };
const count = (
  figureId: string,
  by: string | null,
  views: readonly ItemView[],
  period = march,
  where: Where = {},
) => {
  const figure = figures.find((f) => f.id === figureId);
  assert.ok(figure);
  return tally(views, { figure, by, period, model: builtIn, where });
};

test('what happened in the period is counted, what waits stands beside it, what is undated is named', () => {
  const found = count('accidents', null, [
    view('accident', { occurred: day('2026-03-02') }),
    view('accident', { occurred: day('2026-04-02') }),
    view('accident', { occurred: day('2026-03-05') }, 'reported'),
    view('accident', {}),
  ]);
  assert.deepEqual([found.value, found.sources, found.pending, found.unknown], [1, 1, 1, 1]);
});

test('what waits and lies outside the period, as everybody says, stands beside another one', () => {
  const waiting = (...dates: readonly Value[]) =>
    view('hazard-report', dates.length > 0 ? { received_on: dates } : {}, 'reported');
  const pending = (v: ItemView) => count('hazard-reports', null, [v]).pending;
  assert.equal(pending(waiting(day('2026-04-02'))), 0, 'after the period');
  assert.equal(pending(waiting(day('2026-03-02'))), 1);
  assert.equal(pending(waiting(day('2026-03-30', '2026-04-02'))), 1, 'it may lie in it');
  assert.equal(pending(waiting(day('2026-04-02'), day('2026-03-02'))), 1, 'one says so');
  assert.equal(pending(waiting()), 1, 'nobody says when');
});

test('an imprecise date counts once, in the period of its last day, and its range says that it may lie in another', () => {
  const vague = [view('accident', { occurred: day('2026-02-20', '2026-03-04') })];
  const { value, least, most } = count('accidents', null, vague);
  assert.deepEqual([value, least, most], [1, 0, 1]);
  const february = count('accidents', null, vague, periodOf('month', '2026-02-03'));
  assert.deepEqual([february.value, february.least, february.most], [0, 0, 1]);
});

test('a disputed category stays in one cell and widens the range of both; a disputed number that of the total', () => {
  const found = count('finds', 'category', [
    view('find', {
      found_on: day('2026-03-02'),
      quantity: number(4),
      category: [code('mine-ap'), code('uxo')],
    }),
    view('find', { found_on: day('2026-03-02'), quantity: [number(2), number(5)], category: code('uxo') }),
  ]);
  assert.deepEqual([found.value, found.least, found.most], [6, 6, 9]);
  assert.deepEqual(found.cells, [
    { key: 'mine-ap', value: 4, least: 0, most: 4 },
    { key: 'uxo', value: 2, least: 2, most: 9 },
  ]);
});

test('people reached are not added over kinds of work, nor direct and indirect', () => {
  const people = (directness: string, n: number) =>
    view('beneficiary-count', {
      counted_on: day('2026-03-02'),
      people: number(n),
      beneficiary_of: code('eore'),
      directness: code(directness),
      stage: code('actual'),
    });
  const found = count('beneficiaries', 'beneficiary_group', [people('direct', 10), people('indirect', 100)]);
  assert.equal(found.value, 0, 'there is no total');
  assert.deepEqual(
    found.cells.map((c) => [c.key, c.value]),
    [
      ['eore/direct/actual', 10],
      ['eore/indirect/actual', 100],
    ],
  );
});

test('attendances are stated in all, else added from who came', () => {
  const { value, cells } = count('eore-attendances', 'attended', [
    view('eore-session', { held_on: day('2026-03-02'), women: number(3), boys: number(4) }),
    view('eore-session', { held_on: day('2026-03-03'), total: number(20), women: number(5) }),
  ]);
  assert.equal(value, 27);
  assert.deepEqual(
    cells.map((c) => [c.key, c.value]),
    [
      ['boys', 4],
      ['not-stated', 15],
      ['women', 8],
    ],
  );
});

test('ages and bands of every scheme fall under child or adult', () => {
  const victim = (values: Readonly<Record<string, Value>>) =>
    view('victim', { accident_date: day('2026-03-02'), ...values });
  const { cells } = count('victims', 'age_group', [
    victim({ age: number(17) }),
    victim({ age_band: code('age-0-4') }),
    victim({ age: number(18) }),
    victim({}),
  ]);
  assert.deepEqual(
    cells.map((c) => [c.key, c.value]),
    [
      ['adult', 1],
      ['child', 2],
      ['not-stated', 1],
    ],
  );
});

test('narrowed to a unit in dispute, an accident is not lost: it may lie there', () => {
  const views = [view('accident', { occurred: day('2026-03-02'), pcode: [text('B'), text('A')] })];
  const numbers = (unit: string) => {
    const { value, least, most } = count('accidents', null, views, march, { pcode: new Set([unit]) });
    return [value, least, most];
  };
  assert.deepEqual(numbers('A'), [0, 0, 1]);
  assert.deepEqual(numbers('B'), [1, 0, 1]);
  assert.deepEqual(numbers('C'), [0, 0, 0]);
});

test('a figure narrowed to a unit says what the breakdown by unit says of it, and to all units what each adds', () => {
  const codes = ['A', 'B', 'C'];
  const places = fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(places, { maxLength: 6 }), (given) => {
      const views = given.map((p) => view('accident', { occurred: day('2026-03-02'), pcode: p.map(text) }));
      const { cells } = count('accidents', 'pcode', views);
      for (const code of codes) {
        const { value, least, most } = count('accidents', null, views, march, { pcode: new Set([code]) });
        const { key: _, ...cell } = cells.find((c) => c.key === code) ?? {
          key: code,
          value: 0,
          least: 0,
          most: 0,
        };
        assert.deepEqual({ value, least, most }, cell);
      }
      const all = count('accidents', null, views, march, { pcode: new Set(codes) });
      assert.deepEqual([all.value, all.least, all.most], [given.length, given.length, given.length]);
    }),
  );
});

test('weeks go from Monday to Sunday, also over a new year', () => {
  assert.deepEqual(periodOf('week', '2026-11-22'), { from: '2026-11-16', to: '2026-11-22' });
  assert.deepEqual(periodOf('week', '2025-01-01'), { from: '2024-12-30', to: '2025-01-05' });
  assert.deepEqual(periodOf('quarter', '2026-05-31'), { from: '2026-04-01', to: '2026-06-30' });
  assert.deepEqual(lastWhole('month', '2026-03-31'), { from: '2026-02-01', to: '2026-02-28' });
});
