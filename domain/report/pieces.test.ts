import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawing, land, live, release, shape } from './folded.testing.ts';
import { rectangle } from './squares.testing.ts';
import { outline, report } from './worlds.testing.ts';

test('a position without extent is drawn as a point and never measured; with a radius it is land', () => {
  const point = { type: 'Point' as const, coordinates: [0.5, 0.5] as const };
  const bare = drawing(live(report({}, shape(point))));
  assert.deepEqual([bare.geometry, bare.m2, bare.extent], [point, null, 'position']);
  const wide = drawing(live(report({}, shape(point, { radius: 50 }))));
  assert.deepEqual([land(wide.geometry), wide.m2, wide.extent], ['0,0', 1, 'outline']);
  const road = {
    type: 'LineString' as const,
    coordinates: [
      [0.5, 0.5],
      [2.5, 0.5],
    ] as const,
  };
  assert.deepEqual(
    [drawing(live(report({}, shape(road)))).extent, drawing(live(report({}, shape(road)))).m2],
    ['line', null],
  );
  const broad = drawing(live(report({}, shape(road, { width: 8 }))));
  assert.deepEqual([broad.extent, broad.m2], ['line', 3]);
  const beside = drawing(
    live(
      report({ date: '2020-01-01' }, shape(point)),
      report({ date: '2020-01-01', said: 'x' }, outline(3, 3)),
    ),
  );
  assert.deepEqual([land(beside.geometry), beside.m2], ['0,0 3,3', 1]);
});

test('a release must cover all of where a position may be', () => {
  const point = report({ date: '2020-01-01' }, shape({ type: 'Point', coordinates: [0.5, 0.5] }));
  assert.equal(drawing(live(point, release())).geometry, null);
  assert.ok(drawing(live(point, release({ land: rectangle(1, 0) }))).geometry);
});
