import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SMALL, suppress } from './suppress.ts';
import { exactly } from './tally.ts';

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

test('a total that is withheld is told by nothing beside it', () => {
  const told = suppress({ ...exactly(3), cells: [], sources: 3, pending: 1, unknown: 2 });
  assert.deepEqual([told.value, told.sources, told.pending, told.unknown], [null, null, null, null]);
});

test('two ones that the total would tell are withheld with the next smallest', () => {
  const cells = [10, 1, 1].map((n, i) => ({ key: `c${i}`, ...exactly(n) }));
  const told = suppress({ ...exactly(12), cells, sources: 2, pending: 0, unknown: 0 });
  assert.ok(told.cells.every((c) => c.value === null));
});

test('no withheld number can be worked out from what is shown', () => {
  const numbers = fc.array(fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 60 })), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(numbers, (given) => {
      const total = given.reduce((a, b) => a + b);
      const cells = given.map((n, i) => ({ key: `c${i}`, ...exactly(n) }));
      const told = suppress({ ...exactly(total), cells, sources: given.length, pending: 0, unknown: 0 });
      for (const { value } of told.cells) assert.ok(value === null || value >= SMALL);
      const hidden = told.cells.filter((c) => c.value === null).length;
      if (told.value === null) {
        assert.ok(told.sources === null && hidden === given.length);
        return;
      }
      if (hidden === 0) return;
      const left = told.cells.reduce((n, c) => n - (c.value ?? 0), told.value);
      // each at least one; and, as who reads it may think, perhaps each under five
      for (const most of [Number.POSITIVE_INFINITY, SMALL - 1]) {
        if (left > most * hidden) continue;
        const lowest = Math.max(1, left - most * (hidden - 1));
        const highest = Math.min(most, left - (hidden - 1));
        assert.ok(lowest < highest, `${left} over ${hidden}`);
      }
    }),
    { numRuns: 2000 },
  );
});
