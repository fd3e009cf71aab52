import assert from 'node:assert/strict';
import { test } from 'node:test';
import { centreOfLand, placeNames } from './place-names.ts';

const square = (x: number, y: number, side: number) =>
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ] as const;

const row = (values: Readonly<Record<string, unknown>>) => ({
  geometry: { type: 'Polygon', coordinates: [square(10, 20, 2)] } as const,
  values,
});

test('a name stands in the middle of its unit, or of the largest part of it, whichever way its ring turns', () => {
  const back = square(10, 20, 2).toReversed();
  assert.deepEqual(centreOfLand({ type: 'Polygon', coordinates: [square(10, 20, 2)] }), [11, 21]);
  assert.deepEqual(centreOfLand({ type: 'Polygon', coordinates: [back] }), [11, 21]);
  assert.deepEqual(
    centreOfLand({ type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(10, 20, 2)]] }),
    [11, 21],
  );
});

test('a unit that had ceased to be is not named, one without a name neither', () => {
  const rows = [
    row({ name: 'Old', level: 'adm2', valid_to: '2021-06-30' }),
    row({ name: 'New', level: 'adm2', valid_from: '2021-07-01' }),
    row({ level: 'adm2' }),
  ];
  const named = (day: string) => placeNames(rows, day).map((n) => n.name);
  assert.deepEqual(named('2021-06-30'), ['Old', 'New']);
  assert.deepEqual(named('2022-01-01'), ['New']);
});
