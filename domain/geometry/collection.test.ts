import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import initGeosJs from 'geos-wasm';
import type { Geometry } from '../report/entry.ts';
import { type Bounds, boundsMeet } from './bounds.ts';
import { box } from './box.testing.ts';
import { duplicateGeometries, duplicateIds, sameness } from './duplicates.ts';
import { overlayOf } from './geos.ts';
import { meetingPairs, overlaps } from './overlaps.ts';

const shapes = overlayOf(await initGeosJs());

test('one outline drawn twice is found whatever its first vertex, direction and order of parts', () => {
  const a = box(17, 44, 17.1, 44.1);
  const turned: Geometry = {
    type: 'Polygon',
    coordinates: [
      [
        [17.1, 44.1],
        [17.1, 44],
        [17, 44],
        [17, 44.1],
        [17.1, 44.1],
      ],
    ],
  };
  const found = duplicateGeometries([
    ['one', a],
    ['other', box(17, 44, 17.2, 44.1)],
    ['two', turned],
    ['three', { type: 'MultiPolygon', coordinates: [a.coordinates as never] }],
  ]);
  assert.deepEqual(found, [
    { code: 'geometry-same', facts: { first: 'one', second: 'two' } },
    { code: 'geometry-same', facts: { first: 'one', second: 'three' } },
  ]);
});

test('lines are the same either way, points in any order, and a line is not its points', () => {
  const line: Geometry = {
    type: 'LineString',
    coordinates: [
      [17, 44],
      [18, 45],
    ],
  };
  assert.equal(
    sameness(line),
    sameness({
      type: 'LineString',
      coordinates: [
        [18, 45],
        [17, 44],
      ],
    }),
  );
  const points: Geometry = {
    type: 'MultiPoint',
    coordinates: [
      [17, 44],
      [18, 45],
    ],
  };
  assert.equal(
    sameness(points),
    sameness({
      type: 'MultiPoint',
      coordinates: [
        [18, 45],
        [17, 44],
      ],
    }),
  );
  assert.notEqual(sameness(line), sameness(points));
  assert.notEqual(
    sameness(line),
    sameness({
      type: 'LineString',
      coordinates: [
        [17, 44],
        [18, 46],
      ],
    }),
  );
});

test('ids that differ only in blanks or in how an accent is coded are the same', () => {
  const found = duplicateIds([
    ['a', 'HA-1'],
    ['b', ' HA-1\t'],
    ['c', 'HA-2'],
    ['d', 'Ha-1'],
    ['e', 'é'],
    ['f', 'e\u0301'],
  ]);
  assert.deepEqual(
    found.map((one) => [one.facts.first, one.facts.second]),
    [
      ['a', 'b'],
      ['e', 'f'],
    ],
  );
});

test('pairs of boxes that meet are those that a comparison of all finds', () => {
  const any = fc
    .tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -60, max: 60 }), fc.nat(30), fc.nat(30))
    .map(
      ([w, s, width, height]): Bounds => [w, s, w + width > 180 ? w + width - 360 : w + width, s + height],
    );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 20 }), (boxes) => {
      const all = boxes.flatMap((a, i) =>
        boxes.slice(i + 1).flatMap((b, k) => (boundsMeet(a, b) ? [[i, i + 1 + k]] : [])),
      );
      assert.deepEqual(meetingPairs(boxes), all);
    }),
    { numRuns: 1000 },
  );
});

test('areas that share land are listed with how much; neighbours are not', () => {
  const found = overlaps(
    [
      ['a', box(17, 44, 17.01, 44.01)],
      ['b', box(17.005, 44, 17.015, 44.01)],
      ['c', box(17.015, 44, 17.02, 44.01)],
      ['d', null],
    ],
    shapes,
  );
  assert.deepEqual(
    found.map(({ first, second }) => [first, second]),
    [['a', 'b']],
  );
  assert.equal(found[0]?.m2, shapes.area(box(17.005, 44, 17.01, 44.01)));
});
