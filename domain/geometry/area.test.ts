import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import geographiclib from 'geographiclib-geodesic';
import type { Position } from '../report/entry.ts';
import { areaOf } from './area.ts';
import { distance } from './length.ts';
import type { Ring } from './normalise.ts';

const box = (w: number, s: number, e: number, n: number): Ring => [
  [w, s],
  [e, s],
  [e, n],
  [w, n],
  [w, s],
];

test('the figures of the ellipsoid: the whole earth, and a geodesic reading of a small field', () => {
  // 510,065,621.724 km²: the surface of WGS 84.
  const earth = areaOf({ type: 'Polygon', coordinates: [box(-180, -90, 180, 90)] })!;
  assert.ok(Math.abs(earth - 510_065_621_724_089) < 1000, String(earth));
});

test('a figure differs from the geodesic one by no more than its edges bend', () => {
  const place = fc.tuple(
    fc.double({ min: -170, max: 170, noNaN: true }),
    fc.double({ min: -75, max: 75, noNaN: true }),
  );
  const step = fc.tuple(
    fc.double({ min: -0.02, max: 0.02, noNaN: true }),
    fc.double({ min: -0.02, max: 0.02, noNaN: true }),
  );
  fc.assert(
    fc.property(place, fc.array(step, { minLength: 3, maxLength: 8 }), ([x, y], steps) => {
      const open = steps.map(([dx, dy]): Position => [x + dx, y + dy]);
      const geodesic = geographiclib.Geodesic.WGS84.Polygon(false);
      for (const p of open) geodesic.AddPoint(p[1], p[0]);
      const theirs = Math.abs(geodesic.Compute(false, true).area ?? 0);
      const bend = open.reduce((sum, p, i) => {
        const length = distance(p, open[(i + 1) % open.length]!);
        return sum + (length ** 3 * Math.tan((76 * Math.PI) / 180)) / (12 * 6_356_752);
      }, 0);
      const ours = areaOf({ type: 'Polygon', coordinates: [[...open, open[0]!]] })!;
      assert.ok(Math.abs(ours - theirs) <= bend + 0.01, `${ours} ${theirs} ${bend}`);
    }),
    { numRuns: 1000 },
  );
});

test('land cut in two has the area of its parts, however long its edges', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.double({ min: -70, max: 70, noNaN: true }),
      (share, y) => {
        const cut = 10 + 5 * share;
        const whole = areaOf({ type: 'Polygon', coordinates: [box(10, y, 15, y + 3)] })!;
        const left = areaOf({ type: 'Polygon', coordinates: [box(10, y, cut, y + 3)] })!;
        const right = areaOf({ type: 'Polygon', coordinates: [box(cut, y, 15, y + 3)] })!;
        assert.ok(Math.abs(whole - left - right) <= 0.05, `${whole} ${left} ${right}`);
      },
    ),
    { numRuns: 1000 },
  );
});

test('holes are taken off and parts added up', () => {
  const whole = areaOf({ type: 'Polygon', coordinates: [box(17, 44, 17.01, 44.01)] })!;
  const hole = areaOf({ type: 'Polygon', coordinates: [box(17.002, 44.002, 17.004, 44.004)] })!;
  const holed = areaOf({
    type: 'Polygon',
    coordinates: [box(17, 44, 17.01, 44.01), box(17.002, 44.002, 17.004, 44.004)],
  })!;
  assert.ok(Math.abs(whole - hole - holed) <= 0.02);
  const two = areaOf({
    type: 'MultiPolygon',
    coordinates: [[box(17, 44, 17.01, 44.01)], [box(18, 44, 18.01, 44.01)]],
  })!;
  assert.ok(Math.abs(two - 2 * whole) <= 0.02);
});

test('points and lines have no area, which is not zero', () => {
  assert.equal(areaOf({ type: 'Point', coordinates: [17, 44] }), null);
  assert.equal(
    areaOf({
      type: 'LineString',
      coordinates: [
        [17, 44],
        [18, 44],
      ],
    }),
    null,
  );
  assert.equal(areaOf(null), null);
});

test('the figure has two decimals and does not depend on direction, first vertex or closing', () => {
  const position = fc.tuple(
    fc.double({ min: 17, max: 17.1, noNaN: true }),
    fc.double({ min: 44, max: 44.1, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(position, { minLength: 3, maxLength: 12 }), fc.nat(), (open, turn) => {
      const start = turn % open.length;
      const ring = [...open, open[0]!];
      const turned = [...open.slice(start), ...open.slice(0, start)];
      const m2 = areaOf({ type: 'Polygon', coordinates: [ring] })!;
      assert.equal(Math.round(m2 * 100) / 100, m2);

      // another direction or first vertex adds the same terms in another order: at most the last digit moves
      assert.ok(Math.abs(areaOf({ type: 'Polygon', coordinates: [ring.toReversed()] })! - m2) <= 0.011);
      assert.ok(Math.abs(areaOf({ type: 'Polygon', coordinates: [[...turned, turned[0]!]] })! - m2) <= 0.011);
    }),
    { numRuns: 1000 },
  );
});
