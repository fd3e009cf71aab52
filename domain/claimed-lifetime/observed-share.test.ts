import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isProblem } from '../problem.ts';
import { type FieldFigure, faultOfFigure, observedShare } from './observed-share.ts';

const near = (a: number | undefined, b: number, within: number) =>
  assert.ok(Math.abs((a ?? Number.NaN) - b) < within, `${a} beside ${b}`);

const code = (found: ReturnType<typeof observedShare>) => (isProblem(found) ? found.code : null);

/** Of the same thing as the stage. */
function share(figure: FieldFigure) {
  const found = observedShare(figure, figure.of);
  assert.ok(found !== null && !isProblem(found));
  return found;
}

test('bounds as the tables of the exact binomial give them', () => {
  const ten = share({ k: 10, n: 100, of: 'used' });
  near(ten.low, 0.04900469, 1e-6);
  near(ten.high, 0.1762226, 1e-6);
  const none = share({ k: 0, n: 100, of: 'used' });
  assert.equal(none.low, 0);
  near(none.high, 0.03621669, 1e-6);
  assert.equal(share({ k: 5, n: 5, of: 'used' }).high, 1);
});

test('no failure in half a million trials does not make a rate of none', () => {
  const found = share({ k: 0, n: 500_000, of: 'activated' });
  assert.ok(found.high > 6e-6);
});

test('a share of items found informs no stage that is claimed of items used', () => {
  assert.equal(observedShare({ k: 3, n: 30, of: 'found' }, 'used'), null);
  assert.equal(observedShare({ k: 3, n: 30, of: 'used' }, 'activated'), null);
});

test('the counted share lies within its bounds, and more trials of one share narrow them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
      const k = Math.round(n * part);
      const one = share({ k, n, of: 'used' });
      const ten = share({ k: k * 10, n: n * 10, of: 'used' });
      assert.ok(one.low <= one.counted && one.counted <= one.high);
      assert.ok(ten.high - ten.low <= one.high - one.low + 1e-9);
    }),
    { numRuns: 1000 },
  );
});

test('most of many failing is as exact as few of many', () => {
  const most = share({ k: 90, n: 100, of: 'used' });
  near(most.low, 1 - 0.1762226, 1e-6);
  near(most.high, 1 - 0.04900469, 1e-6);
});

test('counts that are none, or more than anybody counted, are refused', () => {
  assert.equal(faultOfFigure({ k: 3, n: 30 }), null);
  for (const [k, n] of [
    [31, 30],
    [-1, 30],
    [0, 0],
    [0.5, 30],
    [Number.NaN, 30],
    [4_000_000, 8_000_000],
  ] as const) {
    assert.equal(faultOfFigure({ k, n })?.code, 'field-figure-wrong');
    assert.equal(code(observedShare({ k, n, of: 'used' }, 'used')), 'field-figure-wrong');
  }
});

test('half of a million is told as closely as a normal curve tells it', () => {
  const half = share({ k: 500_000, n: 1_000_000, of: 'used' });
  near(half.low, 0.5 - 1.959964 * 0.0005, 2e-6);
  near(half.high, 0.5 + 1.959964 * 0.0005, 2e-6);
});
