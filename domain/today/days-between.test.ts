import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysBetween } from './days-between.ts';

test('over leap years, centuries and backwards', () => {
  assert.equal(daysBetween('2024-02-28', '2024-03-01'), 2);
  assert.equal(daysBetween('1900-02-28', '1900-03-01'), 1);
  assert.equal(daysBetween('2026-11-22', '2026-11-01'), -21);
});

test('as clocks count them', () => {
  const days = fc.integer({ min: -60_000, max: 60_000 });
  const day = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10);
  fc.assert(fc.property(days, days, (a, b) => daysBetween(day(a), day(b)) === b - a));
});
