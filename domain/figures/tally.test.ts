import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '../record/kinds.ts';
import type { Value } from '../report/entry.ts';
import type { ItemView, Standing, State } from '../report/view.ts';
import { code, id, number } from '../report/worlds.testing.ts';
import { casualties } from './casualties.ts';
import { figures } from './figure.ts';
import { lastWhole, periodOf } from './period.ts';
import { suppress } from './suppress.ts';
import { tally } from './tally.ts';

const day = (from: string, to = from): Value => ({ type: 'date', span: { from, to } });
const link = (item: string): Value => ({ type: 'link', item });

let made = 0;
/** A view of these values: several on one property are in dispute, the first is shown. */
function view(
  kind: string,
  values: Readonly<Record<string, Value | readonly Value[]>>,
  standing: ItemView['standing'] = 'live',
  reports: readonly Standing[] = [standing === 'live' ? 'live' : 'pending'],
): ItemView {
  made += 1;
  const own = id('1', made);
  const known = builtIn.kinds.get(kind);
  return {
    id: own,
    kind,
    joined: [own],
    standing,
    disputed: false,
    contested: [],
    reports: reports.map((s, n) => ({ id: id('2', made * 10 + n), standing: s, date: '2026-03-10' })),
    properties: Object.entries(values).map(([property, given]) => {
      const [value, ...others] = Array.isArray(given) ? (given as readonly Value[]) : [given as Value];
      const state: State = others.length > 0 ? 'disputed' : standing === 'live' ? 'settled' : 'pending';
      return {
        property,
        definition: known?.properties[property]?.definition ?? '',
        value: value ?? null,
        state,
        claim: null,
        remaining: others.map((v, n) => ({
          claim: { report: id('2', n), n },
          value: v,
          when: { from: null, to: '2026-03-10' },
          voice: 'x',
          source: 'x',
          standing: 'live' as const,
        })),
        earlier: [],
      };
    }),
  };
}

const march = { from: '2026-03-01', to: '2026-03-31' };
const count = (figureId: string, by: string | null, views: readonly ItemView[], period = march) => {
  const figure = figures.find((f) => f.id === figureId);
  assert.ok(figure);
  return tally(views, { figure, by, period, model: builtIn });
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

test('casualties are the victim records where all are recorded, else the accident’s own counts, never both', () => {
  const whole = view('accident', {
    occurred: day('2026-03-02'),
    casualties: number(5),
    all_victims_recorded: { type: 'yesno', yes: true },
  });
  const part = view('accident', { occurred: day('2026-03-03'), killed: number(1), injured: number(2) });
  const victim = (of: ItemView | null, outcome: string) =>
    view('victim', {
      ...(of ? { accident: link(of.id) } : { accident_date: day('2026-03-09') }),
      outcome: code(outcome),
    });
  const found = casualties(
    [whole, part],
    [victim(whole, 'killed'), victim(whole, 'injured'), victim(part, 'injured'), victim(null, 'killed')],
    { by: 'outcome', period: march, model: builtIn },
  );
  assert.equal(found.value, 2 + 3 + 1);
  assert.deepEqual(
    found.cells.map((c) => [c.key, c.value]),
    [
      ['injured', 3],
      ['killed', 3],
    ],
  );
});

test('a small cell is withheld with the next smallest, so that the total does not give it away', () => {
  const cells = [
    { key: 'a', value: 2, least: 2, most: 2 },
    { key: 'b', value: 9, least: 9, most: 9 },
    { key: 'c', value: 30, least: 30, most: 30 },
  ];
  const all = { value: 41, least: 41, most: 41, sources: 4, pending: 0, unknown: 0 };
  const told = suppress({ ...all, cells });
  assert.deepEqual(
    told.cells.map((c) => c.value),
    [null, null, 30],
  );
  assert.equal(told.value, 41);
  assert.equal(suppress({ ...all, value: 3, least: 3, most: 3, cells: [] }).value, null);
});

test('weeks go from Monday to Sunday, also over a new year', () => {
  assert.deepEqual(periodOf('week', '2026-11-22'), { from: '2026-11-16', to: '2026-11-22' });
  assert.deepEqual(periodOf('week', '2025-01-01'), { from: '2024-12-30', to: '2025-01-05' });
  assert.deepEqual(periodOf('quarter', '2026-05-31'), { from: '2026-04-01', to: '2026-06-30' });
  assert.deepEqual(lastWhole('month', '2026-03-31'), { from: '2026-02-01', to: '2026-02-28' });
});
