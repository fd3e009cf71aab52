import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onTelephone } from './on-telephone.ts';
import { screens } from './screens.ts';

const all = ['map', ...screens.filter((s) => s.aside !== true).map((s) => s.id)] as const;
const open = [
  'map',
  ...screens.filter((s) => s.aside !== true && s.needs === null).map((s) => s.id),
] as const;

test('people working have their day, the map, a new report and a question about a place at hand', () => {
  assert.deepEqual(onTelephone(all), ['today', 'map', 'report', 'place']);
});

test('whoever may not write has four screens at hand too, none of them one they cannot open', () => {
  const shown = onTelephone(open);
  assert.equal(shown.length, 4);
  assert.ok(shown.every((id) => open.includes(id)));
});

test('nothing is hidden to gain the room of one', () => {
  assert.deepEqual(onTelephone(['map', 'place', 'sheet', 'item', 'lifetimes']), [
    'map',
    'place',
    'sheet',
    'item',
    'lifetimes',
  ]);
});
