import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toUtm } from '@tilth/domain/geometry/utm';
import fc from 'fast-check';
import { graticule } from './graticule.ts';

const lon = fc.double({ min: -180, max: 180, noNaN: true });
const lat = fc.double({ min: -85, max: 85, noNaN: true });

test('a view of any size is crossed by a few lines, all of them inside it', () => {
  fc.assert(
    fc.property(lon, lon, lat, lat, (a, b, c, d) => {
      const view = [Math.min(a, b), Math.min(c, d), Math.max(a, b), Math.max(c, d)] as const;
      fc.pre(view[2] - view[0] > 0.004 && view[3] - view[1] > 0.004);
      const lines = graticule(view, 'decimal').features;
      for (const { geometry } of lines)
        for (const [x, y] of geometry.coordinates)
          assert.ok(x >= view[0] - 1e-6 && x <= view[2] + 1e-6 && y >= view[1] - 1e-6 && y <= view[3] + 1e-6);
      assert.ok(lines.length <= 120);
    }),
    { numRuns: 1000 },
  );
  const lines = graticule([10, 40, 20, 46], 'decimal').features;
  assert.ok(lines.length >= 5 && lines.length <= 16);
  assert.ok(lines.some((l) => l.properties.degrees === '12°E'));
});

test('a longitude beyond the date line is named as on any other map', () => {
  const names = graticule([170, -10, 200, 10], 'decimal').features.map((l) => l.properties.degrees);
  for (const name of ['170°E', '180°E', '170°W']) assert.ok(names.includes(name), name);
  assert.ok(!names.includes('190°E'));
});

test('the grid speaks the system the reader chose: letters and no signs, round in its own unit, kilometres for UTM', () => {
  const view = [-18.41, -31.53, -18.35, -31.5] as const;
  const said = (system: 'decimal' | 'dm' | 'dms' | 'utm' | 'mgrs') =>
    graticule(view, system).features.map((l) => l.properties.degrees);
  for (const [system, shape] of [
    ['decimal', /^\d+\.\d\d°[SW]$/],
    ['dm', /^\d+°\d\d(\.\d)?'[SW]$/],
    ['dms', /^\d+°\d\d'(00|30)"[SW]$/],
    ['utm', /^\d+\.\d km [EN]$/],
    ['mgrs', /^\d+\.\d km [EN]$/],
  ] as const) {
    const all = said(system);
    assert.ok(all.length >= 5, system);
    for (const one of all) assert.match(one, shape, system);
    assert.equal(new Set(all).size, all.length, 'no two lines say the same');
  }
  // wider than a zone there is no kilometre grid
  for (const { properties } of graticule([10, 40, 30, 50], 'utm').features)
    assert.match(properties.degrees, /°[NE]$/);
});

test('a line of the kilometre grid lies where UTM says, through the whole view', () => {
  const view = [15.4, 44.1, 15.5, 44.16] as const;
  const line = graticule(view, 'utm').features.find((l) => l.properties.degrees === '534 km E');
  assert.ok(line);
  for (const [x, y] of line.geometry.coordinates) {
    const utm = toUtm([x, y], 33);
    assert.ok(!('code' in utm) && Math.abs(utm.easting - 534_000) < 0.01);
  }
  const lats = line.geometry.coordinates.map((c) => c[1]);
  assert.ok(Math.min(...lats) <= 44.1 && Math.max(...lats) >= 44.16);
});
