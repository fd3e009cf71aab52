import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Unit } from '@tilth/domain/record/kind';
import type { Value } from '@tilth/domain/report/entry';
import { readDate } from '@tilth/domain/report/span';

import fc from 'fast-check';
import { readNumber } from './read-number.ts';
import { numberText, spanText } from './write-stated.ts';

type NumberValue = Extract<Value, { type: 'number' }>;
const tags = ['en', 'uk', 'ar', 'fr', 'es'] as const;

const figure = fc.oneof(
  fc.integer({ min: -2_000_000, max: 2_000_000 }),
  // three figures after the sign, that read as thousands somewhere
  fc.integer({ min: -2_000_000, max: 2_000_000 }).map((n) => n / 1000),
  fc.double({ min: 1e-9, max: 1e24, noNaN: true }),
);
const stated: fc.Arbitrary<Partial<NumberValue>> = fc.oneof(
  figure.map((number) => ({ number })),
  figure.map((min) => ({ min })),
  figure.map((max) => ({ max })),
  fc.tuple(figure, figure).map(([min, max]) => ({ min, max })),
);
const typed = fc.oneof(
  fc.constantFrom('12.500', '12,500', '12 500', '1.234', '1,234', '2,4 ha', '500-700', 'al menos 1.200', 'x'),
  figure.map((n) => n.toLocaleString('es')),
  figure.map((n) => n.toLocaleString('en')),
);
const unit = fc.constantFrom<Unit | undefined>('m2', 'm', 'kg', 'count', undefined);
const same = (a: NumberValue | null, b: NumberValue) => {
  const { typed: _, ...plain } = a ?? { typed: '' };
  const { typed: __, ...wanted } = b;
  assert.deepEqual(plain, JSON.parse(JSON.stringify(wanted)));
};

test('each bound of a range is written in the way that it reads back as', () => {
  const range = { type: 'number', min: 127.051, max: 250.63 } as const;
  const written = numberText(range, 'm2', 'es');
  assert.ok(written);
  same(readNumber({ ...written, tag: 'es' }, 'm2'), range);
});

test('a number stated in any way is filled in as text that reads back as it, in every language', () => {
  fc.assert(
    fc.property(
      stated,
      fc.option(
        figure.map((n) => Math.abs(n)),
        { nil: undefined },
      ),
      fc.option(typed, { nil: undefined }),
      unit,
      fc.constantFrom(...tags),
      (parts, precision, text, own, tag) => {
        const value: NumberValue = {
          type: 'number',
          ...parts,
          ...(precision !== undefined && { precision }),
          ...(text !== undefined && { typed: text }),
        };
        const written = numberText(value, own, tag);
        assert.ok(written);
        same(readNumber({ ...written, tag }, own), value);
      },
    ),
  );
});

test('what was typed in one language says the same number in the form of every other', () => {
  fc.assert(
    fc.property(typed, unit, fc.constantFrom(...tags), fc.constantFrom(...tags), (text, own, before, now) => {
      const value = readNumber({ text, give: '', tag: before }, own);
      fc.pre(value !== null);
      const written = numberText(value, own, now);
      assert.ok(written);
      same(readNumber({ ...written, tag: now }, own), value);
    }),
  );
});

test('what was typed is kept where it still says the same, and only there', () => {
  const value: NumberValue = { type: 'number', number: 12_500, typed: '12.500' };
  assert.deepEqual(numberText(value, 'm2', 'es'), { text: '12.500', give: '' });
  assert.deepEqual(numberText(value, 'm2', 'en'), { text: '12500', give: '' });
  const size: NumberValue = { type: 'number', number: 24_000, precision: 500, typed: '2.4 ha' };
  assert.deepEqual(numberText(size, 'm2', 'en'), { text: '2.4 ha', give: '500' });
});

test('a number that no text can say is not filled in as another', () => {
  assert.equal(numberText({ type: 'number', number: 5, min: 3 }, 'm2', 'en'), null);
});

test('a date is filled in as text that reads back as it in a report of a later day', () => {
  const day = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2026-03-01'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));
  const words = fc.constantFrom(
    'since 2020',
    'unknown',
    '2019',
    'depuis 2015',
    '03/04/2020',
    'березень 2020',
  );
  fc.assert(
    fc.property(fc.option(day), day, fc.option(words, { nil: undefined }), day, (a, b, text, later) => {
      const [from, to] = a !== null && a > b ? [b, a] : [a, b];
      const span = { from, to, ...(text !== undefined && { typed: text }) };
      const date = [later, to].sort().at(-1) ?? to;
      const read = readDate(spanText(span, date) ?? '?', { reportDate: date });
      assert.ok(!('code' in read));
      assert.deepEqual([read.from, read.to], [from, to]);
    }),
  );
  const since = { from: '2020-01-01', to: '2026-03-01', typed: 'since 2020' };
  assert.equal(spanText(since, '2026-03-01'), 'since 2020');
  assert.equal(spanText(since, '2026-03-10'), '2020-01-01/2026-03-01');
  assert.equal(spanText(since, '2026-02-01'), null);
});
