import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeFormats } from './formats.ts';

test('an area is told in the unit that suits it, and areas on one scale in one unit', () => {
  const { area, areasUpTo } = makeFormats('en');
  assert.deepEqual([500_000, 2_500_000].map(area), ['500,000 m²', '2.5 km²']);
  assert.deepEqual([0, 500_000, 2_500_000].map(areasUpTo(2_500_000)), ['0 km²', '0.5 km²', '2.5 km²']);
  assert.deepEqual([0, 500].map(areasUpTo(900)), ['0 m²', '500 m²']);
});
