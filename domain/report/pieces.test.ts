import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawing, land, live, only, release, shape } from './folded.testing.ts';
import type { Named } from './mentions.ts';
import { rectangle, squaresOf } from './squares.testing.ts';
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
  assert.equal(beside.measured_in_part, true);
  const within = drawing(
    live(
      report({ date: '2020-01-01' }, shape(point)),
      report({ date: '2020-01-01', said: 'x' }, outline(0, 0)),
    ),
  );
  assert.deepEqual([within.m2, within.measured_in_part], [1, undefined]);
});

test('a release must cover all of where a position may be', () => {
  const point = report({ date: '2020-01-01' }, shape({ type: 'Point', coordinates: [0.5, 0.5] }));
  assert.equal(drawing(live(point, release())).geometry, null);
  assert.ok(drawing(live(point, release({ land: rectangle(1, 0) }))).geometry);
});

test('a later position of unknown extent takes nothing from the land on record: the land stays supported', () => {
  const at = (x: number) => shape({ type: 'Point', coordinates: [x, 0.5] });
  const land = report({ date: '2015-01-01' }, outline(0, 0, 2));
  const inside = drawing(live(land, report({ date: '2020-01-01' }, at(0.5))));
  assert.deepEqual([inside.unsupported, inside.m2], [null, 2]);
  const log = live(land, report({ date: '2020-01-01' }, at(0.5)));
  assert.deepEqual(
    [only(log, 'outline').state, only(log, 'outline').value],
    ['settled', outline(0, 0, 2).value],
  );
  const apart = live(land, report({ date: '2020-01-01' }, at(3.5)));
  assert.equal(only(apart, 'outline').state, 'disputed');
});

test('the same position said less exactly is drawn as large as the less exact word', () => {
  const at = (accuracy: number) => ({
    property: 'outline',
    value: {
      type: 'geometry' as const,
      geometry: { type: 'Point' as const, coordinates: [5.5, 0.5] as const },
      accuracy,
    },
  });
  const land = report({ date: '2015-01-01' }, outline(0, 0));
  const rough = report({ date: '2015-01-01' }, at(150));
  const exact = report({ date: '2015-01-01', said: 'x' }, at(1));
  const size = (log: readonly Named[]) => squaresOf(drawing(log).geometry).size;
  assert.equal(size([...live(land), rough]), 10);
  assert.equal(size([...live(land, exact), rough]), 10);
});
