import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf } from './columns.ts';
import type { Value } from './entry.ts';
import { fold, has, live, name, says } from './folded.testing.ts';
import type { ItemView } from './view.ts';
import { model, number, outline } from './worlds.testing.ts';

test('columns hold plain values under the default definition, with the state beside what is not settled', () => {
  const [view] = fold(
    live(
      says('north', '2020-01-01', name('Hill')),
      says('south', '2020-01-01', name('Dale')),
      says('north', '2020-01-01', { property: 'mines', value: { type: 'number', min: 2, max: 5 } }),
      says('north', '2020-01-01', { property: 'mines', value: number(9), definition: 'estimated' }),
      says('north', '2020-01-01', has('mine')),
      says('north', '2020-01-01', has('uxo')),
      says('north', '2020-01-01', {
        property: 'unit',
        value: { type: 'link', key: { kind: 'place', id: 'P-1' } },
      }),
      says('north', '2020-01-01', outline(0, 0)),
    ),
  );
  assert.deepEqual(columnsOf(view as ItemView, model), {
    mines: null,
    mines_max: 5,
    mines_min: 2,
    name: 'Dale',
    name_state: 'disputed',
    ordnance: 'mine; uxo',
    unit: 'P-1',
  });
});

test('of a number give or take its precision the columns hold the least and the most it may be', () => {
  const columnsOfMines = (value: Value) => {
    const [view] = fold(live(says('north', '2020-01-01', { property: 'mines', value })));
    return columnsOf(view as ItemView, model);
  };
  assert.deepEqual(columnsOfMines({ type: 'number', number: 19_000, precision: 5_000 }), {
    mines: 19_000,
    mines_max: 24_000,
    mines_min: 14_000,
  });
  assert.equal(columnsOfMines({ type: 'number', number: 0.8, precision: 0.1 }).mines_min, 0.7);
  assert.deepEqual(columnsOfMines({ type: 'number', min: 3 }), {
    mines: null,
    mines_max: null,
    mines_min: 3,
  });
  assert.deepEqual(columnsOfMines({ type: 'number', number: 7, precision: 0 }), { mines: 7 });
});
