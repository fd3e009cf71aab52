import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { builtIn } from '../record/kinds.ts';
import type { Value } from '../report/entry.ts';
import { code, number, text } from '../report/worlds.testing.ts';
import { keysOf, NOT_STATED } from './breakdown.ts';
import { figures } from './figure.ts';
import { day, view } from './views.testing.ts';

const keys = (figureId: string, by: string, values: Parameters<typeof view>[1]) => {
  const figure = figures.find((f) => f.id === figureId);
  const kind = builtIn.kinds.get(figure?.kind ?? '');
  assert.ok(figure && kind);
  return keysOf(view(kind.name, values), by, figure, kind, builtIn);
};

test('an item falls under the month of its last possible day, and under none where no date is said', () => {
  assert.deepEqual(keys('accidents', 'month', { occurred: day('2026-02-20', '2026-03-04') }), ['2026-03']);
  assert.deepEqual(keys('accidents', 'month', {}), [NOT_STATED]);
});

test('a text of nothing but blanks says nothing', () => {
  assert.deepEqual(keys('accidents', 'pcode', { pcode: text('  ') }), [NOT_STATED]);
  assert.deepEqual(keys('accidents', 'pcode', { pcode: text(' OL01 ') }), ['OL01']);
});

test('an age that is stated goes before a band, and a disputed one falls under both', () => {
  assert.deepEqual(keys('victims', 'age_group', { age: number(30), age_band: code('age-0-4') }), ['adult']);
  assert.deepEqual(keys('victims', 'age_group', { age: [number(17), number(19)] }), ['child', 'adult']);
});

test('by two things, an item may fall under each pair of what it may be, the one shown first', () => {
  const some = <T>(of: readonly T[]) =>
    fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: of.length });
  const sexes = some(['male', 'female', 'other']);
  const outcomes = some(['killed', 'injured']);
  fc.assert(
    fc.property(sexes, outcomes, (sex, outcome) => {
      const values: Readonly<Record<string, readonly Value[]>> = {
        sex: sex.map(code),
        outcome: outcome.map(code),
      };
      const found = keys('victims', 'sex+outcome', values);
      assert.equal(found[0], `${sex[0]}/${outcome[0]}`);
      assert.deepEqual([...found].sort(), sex.flatMap((s) => outcome.map((o) => `${s}/${o}`)).sort());
    }),
  );
});
