import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Geometry, Position } from '../report/entry.ts';
import { boundsMeet, boundsOf, inBounds } from './bounds.ts';
import { isInside } from './inside.ts';
import { destination, distance, lengthOf } from './length.ts';
import { readWkb, writeWkb } from './wkb.ts';

test('a box is as tight as its positions, and runs over the antimeridian where the parts do', () => {
  assert.deepEqual(
    boundsOf({
      type: 'LineString',
      coordinates: [
        [17, 44],
        [16, 45],
      ],
    }),
    [16, 44, 17, 45],
  );
  const cut: Geometry = {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [179, -18],
          [180, -18],
          [180, -17],
          [179, -18],
        ],
      ],
      [
        [
          [-180, -18],
          [-179, -18],
          [-180, -17],
          [-180, -18],
        ],
      ],
    ],
  };
  assert.deepEqual(boundsOf(cut), [179, -18, -179, -17]);
  assert.ok(boundsMeet(boundsOf(cut), [-179.5, -18, -178, -17]));
  assert.ok(!boundsMeet(boundsOf(cut), [0, -18, 10, -17]));
  assert.ok(inBounds([-179.5, -17.5], boundsOf(cut)) && !inBounds([0, -17.5], boundsOf(cut)));
  const world: Geometry = {
    type: 'LineString',
    coordinates: [
      [-180, 0],
      [0, 0],
      [180, 0],
    ],
  };
  assert.deepEqual(boundsOf(world), [-180, 0, 180, 0]);
});

test('lengths are geodesic: a degree of the equator, and the metres one walks', () => {
  assert.ok(
    Math.abs(
      lengthOf({
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 0],
        ],
      }) - 111_319.49,
    ) < 0.01,
  );
  assert.equal(lengthOf({ type: 'Point', coordinates: [0, 0] }), 0);
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -89, max: 89, noNaN: true }),
      fc.double({ min: 0, max: 360, noNaN: true }),
      fc.double({ min: 0, max: 100_000, noNaN: true }),
      (x, y, azimuth, metres) => {
        assert.ok(Math.abs(distance([x, y], destination([x, y], azimuth, metres)) - metres) < 1e-6);
      },
    ),
    { numRuns: 1000 },
  );
});

test('inside, on the outline, in a hole and outside', () => {
  const area: Geometry = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [0, 0],
      ],
      [
        [1, 1],
        [1, 2],
        [2, 2],
        [2, 1],
        [1, 1],
      ],
    ],
  };
  assert.ok(isInside([3, 3], area));
  assert.ok(isInside([4, 2], area) && isInside([0, 0], area) && isInside([1, 1.5], area));
  assert.ok(!isInside([1.5, 1.5], area) && !isInside([5, 2], area) && !isInside([1, 1], null));
});

test('geometries survive the way to GEOS and back', () => {
  const position: fc.Arbitrary<Position> = fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true }));
  const line = fc.array(position, { minLength: 1, maxLength: 5 });
  const lines = fc.array(line, { minLength: 1, maxLength: 3 });
  const any: fc.Arbitrary<Geometry> = fc.oneof(
    position.map((coordinates) => ({ type: 'Point', coordinates }) as const),
    line.map((coordinates) => ({ type: 'MultiPoint', coordinates }) as const),
    line.map((coordinates) => ({ type: 'LineString', coordinates }) as const),
    lines.map((coordinates) => ({ type: 'MultiLineString', coordinates }) as const),
    lines.map((coordinates) => ({ type: 'Polygon', coordinates }) as const),
    fc
      .array(lines, { minLength: 1, maxLength: 3 })
      .map((coordinates) => ({ type: 'MultiPolygon', coordinates }) as const),
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 4 }), (geometries) => {
      for (const one of geometries) assert.deepEqual(readWkb(new DataView(writeWkb(one).buffer)), [one]);
      assert.deepEqual(readWkb(new DataView(writeWkb(geometries).buffer)), geometries);
    }),
    { numRuns: 1000 },
  );
});
