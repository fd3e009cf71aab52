import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isDay } from './day.ts';
import { addMonths, addYears, firstOfMonth } from './months.ts';

test('a day that the month lacks becomes its last', () => {
  assert.equal(addMonths('2025-08-30', 6), '2026-02-28');
  assert.equal(addMonths('2023-08-31', 6), '2024-02-29');
  assert.equal(addMonths('2025-06-27', 6), '2025-12-27');
  assert.equal(addMonths('2025-01-31', -2), '2024-11-30');
  assert.equal(addYears('2024-02-29', 1), '2025-02-28');
  assert.equal(firstOfMonth('2002-09-11'), '2002-09-01');
});

test('every day some months away exists, and later days never come earlier', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, fc.integer({ min: -600, max: 600 }), (a, b, months) => {
      const [x, y] = [addMonths(a, months), addMonths(b, months)];
      assert.ok(isDay(x));
      if (a <= b) assert.ok(x <= y);
    }),
    { numRuns: 2000 },
  );
});
