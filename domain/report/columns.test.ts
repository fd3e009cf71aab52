import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf } from './columns.ts';
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
