import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factor, times } from './units.ts';

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
