import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Position } from '@tilth/domain/report/entry';
import { askedPlace } from './asked-place.ts';

const along = (n: number): Position[] => Array.from({ length: n }, (_, i) => [15 + i / 1000, 44]);

test('up to twenty positions are all listed, of more the first, the last and how many lie between', () => {
  const few = askedPlace({ type: 'LineString', coordinates: along(20) });
  assert.deepEqual(
    few.listed.map((p) => p.number),
    Array.from({ length: 20 }, (_, i) => i + 1),
  );
  assert.equal(few.left_out, 0);
  const many = askedPlace({ type: 'LineString', coordinates: along(21) });
  assert.deepEqual(many.listed, [
    { number: 1, at: [15, 44] },
    { number: 21, at: [15.02, 44] },
  ]);
  assert.equal(many.left_out, 19);
});

test('a route has a length, a plot an area and no corner twice, sites neither', () => {
  const route = askedPlace({ type: 'LineString', coordinates: along(2) });
  assert.ok(route.length_m !== null && Math.abs(route.length_m - 80.2) < 0.2 && route.area_m2 === null);
  const corners: Position[] = [
    [15, 44],
    [15.001, 44],
    [15.001, 44.001],
    [15, 44.001],
  ];
  const plot = askedPlace({ type: 'Polygon', coordinates: [[...corners, [15, 44]]] });
  assert.deepEqual(
    plot.listed.map((p) => p.at),
    corners,
  );
  assert.ok(plot.area_m2 !== null && Math.abs(plot.area_m2 - 8_910) < 20 && plot.length_m === null);
  const sites = askedPlace({ type: 'MultiPoint', coordinates: along(3) });
  assert.deepEqual([sites.listed.length, sites.length_m, sites.area_m2], [3, null, null]);
  assert.equal(askedPlace({ type: 'Point', coordinates: [15, 44] }).listed.length, 1);
});
