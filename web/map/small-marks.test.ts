import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { smallMarks } from './small-marks.ts';

const square = (west: number, south: number, side: number): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south],
    ],
  ],
});

test('whatever its size, an outline is seen at every zoom: by its mark, or by itself', () => {
  const place = fc.record({
    west: fc.double({ min: -170, max: 160, noNaN: true }),
    south: fc.double({ min: -70, max: 69, noNaN: true }),
    side: fc.double({ min: 1e-6, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(place, fc.double({ min: 0, max: 19, noNaN: true }), ({ west, south, side }, zoom) => {
      const [mark] = smallMarks(square(west, south, side));
      assert.ok(mark && mark.at[0] >= west && mark.at[0] <= west + side);
      const pixels = (side / 360) * 512 * 2 ** zoom;
      assert.ok(zoom < mark.until || pixels > 3, `${pixels} pixels without a mark`);
    }),
  );
});

test('each part has a mark of its own; points are marks already', () => {
  const parts = [square(10, 20, 0.001), square(30, 20, 0.001)].map((p) => p.coordinates);
  assert.equal(smallMarks({ type: 'MultiPolygon', coordinates: parts }).length, 2);
  assert.deepEqual(smallMarks({ type: 'Point', coordinates: [1, 2] }), []);
});
