import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { graticule } from './graticule.ts';

const lon = fc.double({ min: -180, max: 180, noNaN: true });
const lat = fc.double({ min: -85, max: 85, noNaN: true });

test('a view of any size is crossed by a few lines, all of them inside it', () => {
  fc.assert(
    fc.property(lon, lon, lat, lat, (a, b, c, d) => {
      const view = [Math.min(a, b), Math.min(c, d), Math.max(a, b), Math.max(c, d)] as const;
      fc.pre(view[2] - view[0] > 0.004 && view[3] - view[1] > 0.004);
      const lines = graticule(view, String).features;
      for (const { geometry } of lines)
        for (const [x, y] of geometry.coordinates)
          assert.ok(x >= view[0] - 1e-6 && x <= view[2] + 1e-6 && y >= view[1] - 1e-6 && y <= view[3] + 1e-6);
      assert.ok(lines.length <= 120);
    }),
    { numRuns: 1000 },
  );
  const lines = graticule([10, 40, 20, 46], (n, axis) => `${axis} ${n}`).features;
  assert.ok(lines.length >= 5 && lines.length <= 16);
  assert.ok(lines.some((l) => l.properties.degrees === 'lon 12'));
});

test('a longitude beyond the date line is named as on any other map', () => {
  const names = graticule([170, -10, 200, 10], (n, axis) => `${axis} ${n}`).features.map(
    (l) => l.properties.degrees,
  );
  for (const name of ['lon 170', 'lon 180', 'lon -170']) assert.ok(names.includes(name), name);
  assert.ok(!names.includes('lon 190'));
});
