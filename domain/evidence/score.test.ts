import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sameAmount, sameDate } from './same-amount.ts';
import { type Gold, score } from './score.ts';
import type { Suggestion } from './suggestion.ts';

const made = (start: number, end: number, more: Partial<Suggestion> = {}): Suggestion => ({
  span: { start, end, text: 'x'.repeat(end - start) },
  subject: null,
  predicate: 'says',
  object: null,
  value: null,
  unit: null,
  bound: null,
  event_date: null,
  speaker: 'The ministry',
  speaker_kind: 'organisation',
  certainty: 'asserted',
  relayed_by: null,
  why: '',
  kind: null,
  property: null,
  code: null,
  ...more,
});

const same: readonly (readonly [unknown, unknown, unknown, unknown])[] = [
  [2, 'week', 14, 'days'],
  [48, 'hours', 2, 'day'],
  [1, 'km2', 100, 'ha'],
  [1, 'square kilometre', 1_000_000, 'm²'],
  [275, 'million USD', 275_000_000, 'usd'],
  ['2.5 million', 'mines', 2_500_000, 'mine'],
  ['1,000', null, 1000, null],
  [10, 'years', 1, 'decade'],
  [50, 'percent', 50, '%'],
  ['Few', 'weeks', 'few', 'week'],
  [3, 'feet', 0.9144, 'metres'],
  ['4-6', 'week', [28, 42], 'days'],
  ['4 to 6', 'weeks', '4–6', 'week'],
  ['30000000-35000000', 'usd', '30-35 million', 'dollars'],
  ['4-6', 'million USD', '4000000-6000000', 'usd'],
];
const other: readonly (readonly [unknown, unknown, unknown, unknown])[] = [
  [2, 'week', 2, 'day'],
  [1, 'month', 30, 'days'],
  [275, 'usd', 275, 'eur'],
  [12, 'mine', 12, 'shell'],
  ['few', 'week', 3, 'week'],
  [12, 'mine', 12, null],
  ['4-6', 'week', 4, 'week'],
  ['4-6', 'week', '4-7', 'week'],
];

test('equal quantities are equal in any unit of one measure, and no others are', () => {
  for (const [a, unit, b, unitB] of same)
    assert.ok(sameAmount({ value: a, unit }, { value: b, unit: unitB }), `${a} ${unit} = ${b} ${unitB}`);
  for (const [a, unit, b, unitB] of other)
    assert.ok(!sameAmount({ value: a, unit }, { value: b, unit: unitB }), `${a} ${unit} ≠ ${b} ${unitB}`);
});

test('a date is the same in any of its spellings', () => {
  assert.ok(sameDate('2024-11', '2024-11-XX'));
  assert.ok(sameDate('2024~', '2024-XX~'));
  assert.ok(!sameDate('2024-11', '2024-11-02'));
  assert.ok(!sameDate('2024', '2024~'));
});

test('a suggestion finds a claim from half of the longer span on', () => {
  assert.equal(score([made(0, 10)], [{ start: 5, end: 15 }]).matched, 1);
  assert.equal(score([made(0, 10)], [{ start: 6, end: 16 }]).matched, 0);
  assert.equal(score([made(0, 100)], [{ start: 0, end: 40 }]).matched, 0);
});

test('a field is judged only where the marked claim says it', () => {
  const gold: Gold[] = [
    { start: 0, end: 10, speaker: 'ministry', certainty: null },
    { start: 20, end: 30, certainty: 'denied', value: 14, unit: 'days' },
  ];
  assert.equal(
    score([made(0, 9, { value: 4, unit: 'mine' })], [{ start: 0, end: 9, value: 4 }]).fields.value,
    1,
  );
  const { fields, recall, precision, f1 } = score(
    [made(0, 10), made(20, 30, { value: 2, unit: 'week' }), made(40, 50)],
    gold,
  );
  assert.deepEqual(fields, { speaker: 1, speaker_kind: null, certainty: 0, value: 1, event_date: null });
  assert.deepEqual([recall, Number(precision.toFixed(3)), Number(f1.toFixed(3))], [1, 0.667, 0.8]);
});

test('suggestions held against themselves are all right', () => {
  const spans = fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(spans, (starts) => {
      const all = starts.map((n) =>
        made(n * 20, n * 20 + 12, { value: n, unit: 'mine', event_date: '2024' }),
      );
      const { recall, precision, f1, fields } = score(
        all,
        all.map((s) => ({ ...s, start: s.span.start, end: s.span.end })),
      );
      assert.deepEqual([recall, precision, f1], [1, 1, 1]);
      assert.ok(Object.values(fields).every((share) => share === 1));
    }),
  );
});
