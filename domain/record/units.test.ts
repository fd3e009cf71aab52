import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factor, periodOf, times } from './units.ts';

test('spellings of a unit are one, and other measures are no unit of it', () => {
  for (const ha of ['ha', 'Hectares', ' ha ']) assert.equal(factor(ha, 'm2'), 10_000, ha);
  for (const km2 of ['km²', 'sq km', 'km2', 'sqkm']) assert.equal(factor(km2, 'm2'), 1_000_000, km2);
  assert.equal(factor('kg', 'm2'), null);
  assert.equal(factor('constructor', 'm2'), null);
  assert.equal(factor('m', undefined), null);
});

test('a converted number has no tail of binary fractions', () => {
  assert.equal(times(2.3, 10_000), 23_000);
  assert.equal(times(0.07, 1_000), 70);
});

test('a length of time is told in the largest unit that it is whole in, and is never rounded', () => {
  assert.deepEqual(periodOf(336), { n: 14, unit: 'days' });
  assert.deepEqual(periodOf(24), { n: 1, unit: 'days' });
  assert.deepEqual(periodOf(2 * 365 * 24), { n: 2, unit: 'years' });
  for (const hours of [0, 4, 36, 336.5, -1]) assert.deepEqual(periodOf(hours), { n: hours, unit: 'hours' });
});
