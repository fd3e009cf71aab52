import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Condition, type Test, valuesOf } from './condition.ts';
import { readFilter } from './read.ts';
import { writeFilter } from './write.ts';

const tests: readonly Test[] = [
  'is',
  'is-not',
  'one-of',
  'none-of',
  'contains',
  'lacks',
  'less',
  'at-most',
  'more',
  'at-least',
  'between',
  'before',
  'after',
  'empty',
  'filled',
  'disputed',
  'agreed',
];
const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('and', 'Empty', 'one of', '2 ha', '2 and', '12 "', '\\', '<b>', 'is not', '2024-05', ' 3'),
);
const condition: fc.Arbitrary<Condition> = fc.constantFrom(...tests).chain((test) => {
  const n = valuesOf(test);
  const [minLength, maxLength] = n === 'many' ? [1, 4] : [n, n];
  return fc.record(
    {
      property: fc.constantFrom('hazard_status', 'reported_area', 'is', 'and_more'),
      test: fc.constant(test),
      values: fc.array(value, { minLength, maxLength }),
    },
    { noNullPrototype: true },
  );
});

test('a filter written and read again is the same filter', () => {
  fc.assert(
    fc.property(fc.array(condition, { maxLength: 5 }), (all) => {
      assert.deepEqual(readFilter(writeFilter(all)), all, writeFilter(all));
    }),
    { numRuns: 2000 },
  );
});

test('any text is read or refused, and what is read is written as text that means the same', () => {
  const near = fc.array(
    fc.constantFrom('a', 'is', 'not', 'one', 'of', '(', ',', ')', 'and', '<', '"', '2', 'ha', 'b'),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        near.map((words) => words.join(' ')),
      ),
      (text) => {
        const read = readFilter(text);
        if (Array.isArray(read)) assert.deepEqual(readFilter(writeFilter(read)), read);
      },
    ),
    { numRuns: 2000 },
  );
});

test('it reads as people say it', () => {
  const all = readFilter(
    'hazard_status is open AND reported_area > 2 ha and identified_on between 2023 and 2024-05 and name contains "Old mill" and priority is not empty and models is none of (PMN, "PMN 2")',
  );
  assert.deepEqual(all, [
    { property: 'hazard_status', test: 'is', values: ['open'] },
    { property: 'reported_area', test: 'more', values: ['2 ha'] },
    { property: 'identified_on', test: 'between', values: ['2023', '2024-05'] },
    { property: 'name', test: 'contains', values: ['Old mill'] },
    { property: 'priority', test: 'filled', values: [] },
    { property: 'models', test: 'none-of', values: ['PMN', 'PMN 2'] },
  ]);
});

test('what can’t be read is refused with where and what was expected', () => {
  const refused = (text: string) => {
    const read = readFilter(text);
    return 'code' in read ? [read.code, read.facts.at, read.facts.expected] : 'read';
  };
  assert.deepEqual(refused('status'), ['filter-unreadable', 7, 'test']);
  assert.deepEqual(refused('status is'), ['filter-unreadable', 10, 'value']);
  assert.deepEqual(refused('status is open or size > 2'), ['filter-unreadable', 16, 'and']);
  assert.deepEqual(refused('status is "open'), ['filter-unreadable', 11, 'quote']);
  assert.deepEqual(refused('status is one of open'), ['filter-unreadable', 18, 'list']);
  assert.deepEqual(refused('Status is open'), ['filter-unreadable', 1, 'property']);
  assert.deepEqual(refused('size between 2 or 3'), ['filter-unreadable', 19, 'and']);
});
