import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '../record/kinds.ts';
import type { Value } from '../report/entry.ts';
import type { ItemView } from '../report/view.ts';
import { code, number } from '../report/worlds.testing.ts';
import { casualties } from './casualties.ts';
import { day, view } from './views.testing.ts';

const link = (item: string): Value => ({ type: 'link', item });
const march = { from: '2026-03-01', to: '2026-03-31' };

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

test('it says whether victim records are in it', () => {
  const asked = { by: null, period: march, model: builtIn };
  const stated = view('accident', { occurred: day('2026-03-03'), killed: number(1) });
  const silent = view('accident', { occurred: day('2026-03-03') });
  const of = (a: ItemView) => view('victim', { accident: link(a.id), outcome: code('killed') });
  const alone = view('victim', { accident_date: day('2026-03-09') });
  assert.equal(casualties([stated], [of(stated)], asked).of_records, false, 'the record adds nothing');
  assert.equal(casualties([silent], [of(silent)], asked).of_records, true);
  assert.equal(casualties([stated], [alone], asked).of_records, true);
  assert.equal(
    casualties([stated], [alone], { ...asked, period: { from: '2026-04-01', to: '2026-04-30' } }).of_records,
    false,
  );
});

test('of an accident in dispute the casualties lie between what is stated, and its outcomes add up', () => {
  const views = [
    view('accident', { occurred: day('2026-03-03'), casualties: [number(3), number(5)], killed: number(1) }),
  ];
  const { value, least, most, cells } = casualties(views, [], {
    by: 'outcome',
    period: march,
    model: builtIn,
  });
  assert.deepEqual([value, least, most], [3, 3, 5]);
  assert.deepEqual(cells, [
    { key: 'killed', value: 1, least: 1, most: 1 },
    { key: 'not-stated', value: 2, least: 2, most: 4 },
  ]);
});

test('an accident without a day and one without a count are named as not countable', () => {
  const found = casualties(
    [view('accident', { killed: number(2) }), view('accident', { occurred: day('2026-03-03') })],
    [],
    {
      by: null,
      period: march,
      model: builtIn,
    },
  );
  assert.deepEqual([found.value, found.unknown], [0, 2]);
});
