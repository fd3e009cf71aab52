import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Geometry, Position } from '../report/entry.ts';
import { box } from './box.testing.ts';
import { destination, distance } from './length.ts';
import { nearest } from './nearest.ts';

const point = (p: Position): Geometry => ({ type: 'Point', coordinates: p });

test('two positions lie never farther apart than said, and hardly nearer', () => {
  const position = fc.tuple(
    fc.double({ min: -179.9, max: 179.9, noNaN: true }),
    fc.double({ min: -70, max: 70, noNaN: true }),
  );
  fc.assert(
    fc.property(
      position,
      fc.integer({ min: 0, max: 359 }),
      fc.integer({ min: 1, max: 5000 }),
      (from, way, far) => {
        const to = destination(from, way, far);
        const said = nearest(point(from), point(to));
        const true_ = distance(from, to);
        assert.ok(said <= true_ + 1e-6 && said > true_ * 0.98, `${said} of ${true_} m at ${from}`);
        assert.ok(Math.abs(said - nearest(point(to), point(from))) < 1e-6);
      },
    ),
    { numRuns: 1000 },
  );
});

test('what meets is 0 apart: crossing, within, touching, also over the antimeridian', () => {
  const land = box(10, 50, 10.01, 50.01);
  const road: Geometry = {
    type: 'LineString',
    coordinates: [
      [9.99, 50.005],
      [10.02, 50.005],
    ],
  };
  assert.equal(nearest(land, road), 0);
  assert.equal(nearest(road, land), 0);
  assert.equal(nearest(land, point([10.005, 50.005])), 0);
  assert.equal(nearest(box(9, 49, 11, 51), land), 0);
  assert.equal(nearest(land, box(10.01, 50, 10.02, 50.01)), 0);
  const metres = nearest(point([179.999, 0]), point([-179.999, 0]));
  assert.ok(metres > 215 && metres < 223, `${metres}`);
});

test('the middle of an edge counts, not only its corners', () => {
  const metres = nearest(box(10, 50, 10.1, 50.1), point([10.05, 49.999]));
  assert.ok(metres > 109 && metres < 112, `${metres}`);
});
