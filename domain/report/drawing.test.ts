import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawing, live } from './folded.testing.ts';
import { report } from './worlds.testing.ts';

test('an accident is drawn where it is last known, and where it is reported', () => {
  const at = (x: number, date: string, said: string) =>
    report(
      { kind: 'accident', date, said },
      {
        property: 'position',
        value: { type: 'geometry', geometry: { type: 'Point', coordinates: [x, 0.5] } },
      },
    );
  const a = at(0.5, '2020-01-01', 'north');
  const b = at(5.5, '2021-01-01', 'north');
  assert.deepEqual(drawing(live(a, b)).geometry, { type: 'Point', coordinates: [5.5, 0.5] });
  const d = drawing([...live(a), b]);
  assert.deepEqual(d.geometry, {
    type: 'MultiPoint',
    coordinates: [
      [0.5, 0.5],
      [5.5, 0.5],
    ],
  });
  assert.deepEqual(d.reported, { type: 'Point', coordinates: [5.5, 0.5] });
});
