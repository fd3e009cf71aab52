import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Position } from '@tilth/domain/report/entry';
import { cornersOf, drawSketch, isWhole, measure, withPoint } from './sketch.ts';

const degree: readonly Position[] = [
  [0, 0],
  [1, 0],
];

test('a length is geodesic: a degree along the equator is 111,319.49 m, along 60° north 55,799.47 m', () => {
  assert.equal(measure('distance', degree).length_m, 111_319.49);
  const north = measure('distance', [
    [0, 60],
    [1, 60],
  ]);
  assert.ok(Math.abs(north.length_m - 55_799.47) < 1);
  assert.equal(measure('distance', degree).area_m2, null);
});

test('an area is enclosed once there are three corners, and its length goes around it', () => {
  const triangle: readonly Position[] = [...degree, [1, 1]];
  assert.equal(measure('area', degree).area_m2, null);
  const { area_m2, length_m, last_m } = measure('area', triangle);
  assert.ok(area_m2 !== null && Math.abs(area_m2 - 6.15e9) < 0.02e9);
  assert.ok(length_m > 111_000 * 3.4 && last_m < 111_000);
  assert.deepEqual(
    [isWhole('area', degree), isWhole('area', triangle), isWhole('distance', degree), isWhole('box', degree)],
    [false, true, true, true],
  );
});

test('a box is the same whichever corners it is drawn from, and a third click begins another', () => {
  const [a, b]: readonly Position[] = [
    [3, 7],
    [1, 9],
  ];
  assert.ok(a && b);
  assert.deepEqual(cornersOf('box', [a, b]), cornersOf('box', [b, a]));
  assert.deepEqual(withPoint('box', [a, b], [5, 5], 0.1), [[5, 5]]);
});

test('the second click of a double click adds nothing', () => {
  assert.equal(withPoint('distance', degree, [1, 0.0000001], 1), degree);
});

test('while a leg is being drawn it follows the pointer, and the corners are those that were set', () => {
  const drawn = drawSketch('area', degree, [1, 1], null);
  const roles = drawn.features.map((f) => f.properties?.role);
  assert.deepEqual(roles, ['area', 'corner', 'corner']);
  assert.deepEqual(drawSketch(null, degree, [1, 1], null).features, []);
});
