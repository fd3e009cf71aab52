import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suppress } from './suppress.ts';

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
