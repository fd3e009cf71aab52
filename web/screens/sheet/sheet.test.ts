import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { notDrawn } from './not-drawn.ts';
import {
  denominatorOf,
  fitting,
  PIXELS,
  papers,
  scales,
  sheetOf,
  turns,
  usualScale,
  zoomOf,
} from './paper.ts';
import { gridOf } from './ticks.ts';

test('at 1 : 10,000 a millimetre on paper is ten metres on the ground, at any latitude', () => {
  fc.assert(
    fc.property(fc.double({ min: -70, max: 70, noNaN: true }), fc.constantFrom(...scales), (lat, scale) => {
      const zoom = zoomOf(scale, lat);
      assert.ok(Math.abs(denominatorOf(zoom, lat) / scale - 1) < 1e-9);
      const around = 2 * Math.PI * 6_378_137 * Math.cos((lat * Math.PI) / 180);
      const metresPerPixel = around / (512 * 2 ** zoom);
      assert.ok(Math.abs(metresPerPixel * PIXELS - scale / 1000) < 1e-6 * scale);
    }),
  );
});

test('what is to be shown fits on the paper, and its scale is a usual one', () => {
  for (const paper of papers)
    for (const turn of turns) {
      const { page, map } = sheetOf(paper, turn);
      assert.ok(map[0] < page[0] && map[1] < page[1] && map[0] > 100 && map[1] > 100, `${paper} ${turn}`);
      const { zoom, lat } = fitting([20, 10, 20.2, 10.1], map);
      const scale = denominatorOf(zoom, lat);
      assert.ok(scales.some((s) => Math.abs(s / scale - 1) < 1e-6));
      assert.ok(map[0] * scale >= 0.2 * 109_000 * 1000 * 0.9 || map[1] * scale >= 0.1 * 110_000 * 1000);
    }
  assert.equal(usualScale(9_000), 10_000);
  assert.equal(usualScale(10_000), 10_000);
});

const sheet = [15.4, 44.1, 15.5, 44.16] as const;

test('the kilometre grid stands where UTM says: easting 532 km at the sheet’s top edge', () => {
  const { ticks, crosses, zone } = gridOf(sheet, 'utm');
  assert.equal(zone, '33 N');
  assert.ok(crosses.length >= 9 && ticks.length >= 12);
  for (const edge of ['top', 'bottom', 'left', 'right'])
    assert.ok(ticks.filter((t) => t.edge === edge).length >= 3, edge);
  const tops = ticks.filter((t) => t.edge === 'top');
  for (const [i, t] of tops.entries())
    if (i > 0) assert.ok(Number(t.label) > Number(tops[i - 1]?.label) && t.at > (tops[i - 1]?.at ?? 1));
  // a degree east of the meridian of zone 33 (15°) at 44° north is some 80 km from easting 500
  assert.ok(tops.every((t) => Number(t.label) >= 531 && Number(t.label) <= 541));
});

test('every label of the kilometre grid is in kilometres, with the decimals its step needs', () => {
  const labels = (half: number) =>
    gridOf([15.45 - half, 44.13 - half, 15.45 + half, 44.13 + half], 'utm').ticks.map((t) => t.label);
  for (const [half, shape] of [
    [0.05, /^\d{3,4}$/],
    [0.012, /^\d{3,4}\.\d$/],
    [0.001, /^\d{3,4}\.\d\d$/],
  ] as const) {
    const all = labels(half);
    assert.ok(all.length >= 12);
    for (const label of all) assert.match(label, shape);
  }
});

test('degrees stand in the system asked for, and a sheet wider than a zone has degrees', () => {
  const first = (bounds: readonly [number, number, number, number], system: 'decimal' | 'dms' | 'utm') =>
    gridOf(bounds, system).ticks.find((t) => t.edge === 'left')?.label ?? '';
  assert.match(first(sheet, 'decimal'), /^44\.1\d?°N$/);
  assert.match(first(sheet, 'dms'), /^44°0\d'\d\d"N$/);
  const wide = gridOf([10, 40, 30, 50], 'utm');
  assert.equal(wide.zone, null);
  assert.match(wide.ticks[0]?.label ?? '', /°E$/);
});

test('a sheet without marks of danger names them; what a reader does not see is not missing', () => {
  const kinds = new Set(['hazardous-area', 'accident', 'find', 'released-land', 'activity', 'place']);
  const named = (hidden: readonly string[], also: readonly string[] = []) =>
    notDrawn(hidden, also, kinds).map(({ sign, danger }) => [sign, danger]);
  assert.deepEqual(named(['hazard-report', 'find', 'accident', 'cleared']), [
    ['accident', true],
    ['find', true],
    ['cleared', false],
  ]);
  assert.deepEqual(named([]), []);
  assert.deepEqual(named(['hazardous-area']), [], 'hazards are drawn in any case');
  const [waiting] = notDrawn(['reported'], ['activity'], kinds);
  assert.equal(waiting?.danger, true);
  assert.deepEqual(
    waiting?.counted.map(({ kind }) => kind),
    ['find', 'accident', 'activity'],
  );
});
