import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Position } from '@tilth/domain/report/entry';
import { nearestPoint, placeBetween } from './edit-points.ts';

const square: readonly Position[] = [
  [10, 60],
  [10.02, 60],
  [10.02, 60.01],
  [10, 60.01],
];

test('a click takes hold of the nearest position within reach, and of none beyond it', () => {
  assert.equal(nearestPoint(square, [10.0199, 60.0001], 0.001), 1);
  assert.equal(nearestPoint(square, [10.01, 60.005], 0.001), null);
  assert.equal(nearestPoint([], [10, 60], 1), null);
});

test('a position put in between stands on the nearest side, the last of an outline among them', () => {
  assert.equal(placeBetween(square, [10.01, 59.999], true), 1);
  assert.equal(placeBetween(square, [10.021, 60.005], true), 2);
  assert.equal(placeBetween(square, [9.999, 60.005], true), 4);
  assert.notEqual(placeBetween(square, [9.999, 60.005], false), 4, 'a line is open');
  assert.equal(placeBetween([[10, 60]], [11, 60], false), 1);
});
