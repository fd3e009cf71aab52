import assert from 'node:assert/strict';
import { test } from 'node:test';
import { earlierValues, endedBy, sidesOf } from './earlier-values.ts';
import { live, name, only, says } from './folded.testing.ts';
import { text } from './worlds.testing.ts';

const north = says('north', '2022-09-30', name('Hill'));
const south = says('south', '2022-09-30', name('Dale'));
const newer = says('north', '2026-11-01', name('Mill'));
const again = says('south', '2026-11-01', name('Moor'));

test('a later word that ends a dispute is told with every side that will stand in the history', () => {
  const before = only(live(north, south), 'name');
  const after = only(live(north, south, newer), 'name');
  assert.equal(before.state, 'disputed');
  assert.deepEqual(after.value, text('Mill'));
  assert.deepEqual(
    endedBy(before, after)
      .map((s) => s.voice)
      .sort(),
    ['north', 'south'],
  );
  assert.deepEqual(
    earlierValues(after)
      .map((s) => [s.voice, s.when.to])
      .sort(),
    [
      ['north', '2022-09-30'],
      ['south', '2022-09-30'],
    ],
  );
});

test('a dispute that goes on among others, or that never was, is not said to end', () => {
  const before = only(live(north, south), 'name');
  assert.deepEqual(endedBy(before, only(live(north, south, newer, again), 'name')), []);
  assert.deepEqual(endedBy(only(live(north), 'name'), only(live(north, newer), 'name')), []);
  assert.deepEqual(endedBy(before, undefined), []);
});

test('all sides of a disputed value are told, each with who says it; a settled one has one', () => {
  const before = only(live(north, south), 'name');
  const sides = sidesOf(before, only(live(north, south, newer), 'name'));
  assert.deepEqual(sides.map((s) => [s.by?.voice, s.value]).sort(), [
    ['north', text('Hill')],
    ['south', text('Dale')],
  ]);
  assert.deepEqual(sidesOf(only(live(newer), 'name')), [{ value: text('Mill'), by: null }]);
});

test('an earlier word that says the same as what stands is no earlier value', () => {
  const p = only(live(north, says('south', '2026-11-01', name('Hill'))), 'name');
  assert.equal(p.earlier.length, 1);
  assert.deepEqual(earlierValues(p), []);
});
