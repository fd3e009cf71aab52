import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Value } from '../report/entry.ts';
import type { Place, Saying } from '../report/sayings.ts';
import { placeInTime, type Spoken, statesOf, timeLine } from './time-line.ts';

let n = 0;
const says = (property: string, value: Value, when: string, place: Place = 'stands'): Saying => ({
  property,
  definition: '',
  state: 'settled',
  place,
  value,
  when: { from: when, to: when },
  source: 's',
  claim: { report: 'r', n: n++ },
  number: null,
});
const code = (c: string): Value => ({ type: 'code', code: c });
const day = (from: string | null, to: string): Value => ({ type: 'date', span: { from, to } });

test('what was said stays on its day when a later word supersedes it; a date that was put right does not', () => {
  const { moments } = timeLine([
    {
      id: 'house',
      kind: 'statement',
      sayings: [
        says('stance', code('confirms'), '2024-11-25'),
        says('stance', code('declines-to-comment'), '2024-11-23', 'earlier'),
        says('said_on', day('2024-11-25', '2024-11-25'), '2024-11-25'),
        says('said_on', day('2024-11-18', '2024-11-18'), '2024-11-18', 'earlier'),
      ],
    },
  ]);
  assert.deepEqual(
    moments.map((m) => [m.when.to, m.sayings.map((s) => s.property)]),
    [
      ['2024-11-23', ['stance']],
      ['2024-11-25', ['stance', 'said_on']],
    ],
  );
});

test('what is dated imprecisely stands at the first day it may have been; what has no date stands apart', () => {
  const line = timeLine([
    { id: 'b', kind: 'use', sayings: [says('used_on', day('2022-01-01', '2022-12-31'), '2023-11-14')] },
    { id: 'a', kind: 'use', sayings: [says('used_on', day(null, '2022-03-01'), '2023-11-14')] },
    { id: 'c', kind: 'use', sayings: [says('category', code('ap-mine'), '2023-11-14')] },
  ]);
  assert.deepEqual(
    line.moments.map((m) => [m.item, placeInTime(m.when)]),
    [
      ['b', '2022-01-01'],
      ['a', '2022-03-01'],
    ],
  );
  assert.deepEqual(line.undated, ['c']);
});

test('the line is in order and loses nothing that is dated, in whatever order things come', () => {
  const saying = fc
    .record({ day: fc.integer({ min: 1, max: 28 }), state: fc.boolean(), dated: fc.boolean() })
    .map(({ day: d, state, dated }) => {
      const on = `2024-02-${String(d).padStart(2, '0')}`;
      return dated ? says('done_on', day(on, on), on) : says(state ? 'state' : 'gist', code('x'), on);
    });
  const items = fc
    .array(fc.array(saying, { maxLength: 5 }), { maxLength: 8 })
    .map((all): Spoken[] => all.map((sayings, i) => ({ id: `i${i}`, kind: 'use', sayings })));
  fc.assert(
    fc.property(items, (all) => {
      const { moments, undated } = timeLine(all);
      const days = moments.map((m) => placeInTime(m.when));
      assert.deepEqual(days, days.toSorted());
      const told = moments.flatMap((m) => m.sayings).length;
      assert.equal(told, all.flatMap((i) => i.sayings).filter((s) => s.property !== 'gist').length);
      assert.deepEqual(timeLine(all.toReversed()).moments, moments);
      for (const { id } of all) assert.equal(undated.includes(id), !moments.some((m) => m.item === id));
    }),
    { numRuns: 300 },
  );
});

test('states are those that anybody names now', () => {
  const text = (t: string): Value => ({ type: 'text', text: t });
  assert.deepEqual(
    statesOf({
      sayings: [
        says('to_country', text('UKR'), '2024-01-01'),
        says('from_country', text('usa '), '2024-01-01', 'beside'),
        says('from_country', text('RUS'), '2024-01-01', 'earlier'),
        says('objecting_country', code('AUT'), '2024-01-01'),
        says('name', text('XXX'), '2024-01-01'),
      ],
    }),
    ['AUT', 'UKR', 'USA'],
  );
});
