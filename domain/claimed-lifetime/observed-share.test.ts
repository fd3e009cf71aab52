import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { faultOfFigure, observedShare } from './observed-share.ts';

const near = (a: number | undefined, b: number, within: number) =>
  assert.ok(Math.abs((a ?? Number.NaN) - b) < within, `${a} beside ${b}`);

test('bounds as the tables of the exact binomial give them', () => {
  const ten = observedShare({ k: 10, n: 100, of: 'used' }, 'used');
  near(ten?.low, 0.04900469, 1e-6);
  near(ten?.high, 0.1762226, 1e-6);
  const none = observedShare({ k: 0, n: 100, of: 'used' }, 'used');
  assert.equal(none?.low, 0);
  near(none?.high, 0.03621669, 1e-6);
  assert.equal(observedShare({ k: 5, n: 5, of: 'used' }, 'used')?.high, 1);
});

test('no failure in half a million trials does not make a rate of none', () => {
  const found = observedShare({ k: 0, n: 500_000, of: 'activated' }, 'activated');
  assert.ok((found?.high ?? 0) > 6e-6);
});

test('a share of items found informs no stage that is claimed of items used', () => {
  assert.equal(observedShare({ k: 3, n: 30, of: 'found' }, 'used'), null);
  assert.equal(observedShare({ k: 3, n: 30, of: 'used' }, 'activated'), null);
});

test('the counted share lies within its bounds, and more trials of one share narrow them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
      const k = Math.round(n * part);
      const one = observedShare({ k, n, of: 'used' }, 'used');
      const ten = observedShare({ k: k * 10, n: n * 10, of: 'used' }, 'used');
      assert.ok(one && ten && one.low <= one.counted && one.counted <= one.high);
      assert.ok(ten.high - ten.low <= one.high - one.low + 1e-9);
    }),
    { numRuns: 1000 },
  );
});

test('most of many failing is as exact as few of many', () => {
  const most = observedShare({ k: 90, n: 100, of: 'used' }, 'used');
  near(most?.low, 1 - 0.1762226, 1e-6);
  near(most?.high, 1 - 0.04900469, 1e-6);
});

test('counts that are none are named', () => {
  assert.equal(faultOfFigure({ k: 3, n: 30 }), null);
  assert.equal(faultOfFigure({ k: 31, n: 30 }), 'order');
  for (const [k, n] of [
    [-1, 30],
    [0, 0],
    [0.5, 30],
    [Number.NaN, 30],
  ] as const)
    assert.equal(faultOfFigure({ k, n }), 'number');
});
