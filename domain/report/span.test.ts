import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isProblem } from '../problem.ts';
import { isDay, nextDay, previousDay } from './day.ts';
import { beginsAfter, clip, overlaps, readDate } from './span.ts';

const options = { reportDate: '2022-06-15' };
const read = (typed: string, order?: 'day-first' | 'month-first'): string => {
  const span = readDate(typed, order ? { ...options, order } : options);
  return isProblem(span) ? span.code : `${span.from ?? '..'}/${span.to}`;
};

test('dates of every precision become the days they allow, never after the report', () => {
  const cases: Record<string, string> = {
    '2019': '2019-01-01/2019-12-31',
    '2019-02': '2019-02-01/2019-02-28',
    '2020-02': '2020-02-01/2020-02-29',
    '2019-02-03': '2019-02-03/2019-02-03',
    '2019-02-03T10:20:30Z': '2019-02-03/2019-02-03',
    '20190203': '2019-02-03/2019-02-03',
    '2019/2/3': '2019-02-03/2019-02-03',
    '3 March 2019': '2019-03-03/2019-03-03',
    'March 3, 2019': '2019-03-03/2019-03-03',
    'Sept 2019': '2019-09-01/2019-09-30',
    '07/2019': '2019-07-01/2019-07-31',
    '31/12/2019': '2019-12-31/2019-12-31',
    '12/31/2019': '2019-12-31/2019-12-31',
    '2022': '2022-01-01/2022-06-15',
    '198X': '1980-01-01/1989-12-31',
    '19XX': '1900-01-01/1999-12-31',
    '2019-XX': '2019-01-01/2019-12-31',
    '1984~': '1984-01-01/1984-12-31',
    'about 1984': '1984-01-01/1984-12-31',
    'before 1999': '../1998-12-31',
    'until 1999': '../1999-12-31',
    'after 1999': '2000-01-01/2022-06-15',
    'since 1999-05': '1999-05-01/2022-06-15',
    '1992/1995': '1992-01-01/1995-12-31',
    '1992-03/1995-04': '1992-03-01/1995-04-30',
    '../1995': '../1995-12-31',
    '1992/..': '1992-01-01/2022-06-15',
    '1992 to 1995': '1992-01-01/1995-12-31',
    'between 1992 and 1995': '1992-01-01/1995-12-31',
    unknown: '../2022-06-15',
    '': '../2022-06-15',
  };
  for (const [typed, expected] of Object.entries(cases)) assert.equal(read(typed), expected, typed);
});

test('a date that could mean two days is read only when its order is known', () => {
  assert.equal(read('03/04/2019'), 'date-unreadable');
  assert.equal(read('03/04/2019', 'day-first'), '2019-04-03/2019-04-03');
  assert.equal(read('03/04/2019', 'month-first'), '2019-03-04/2019-03-04');
  assert.equal(read('31/12/2019', 'month-first'), 'date-unreadable');
});

test('days that do not exist, turned intervals and words are refused, and dates after the report', () => {
  for (const typed of ['2019-02-30', '2019-13', '1995/1992', 'last spring', '2019-1-', '30 Foo 2019', '19X5'])
    assert.equal(read(typed), 'date-unreadable', typed);
  assert.equal(read('2022-06-16'), 'date-after-report');
  assert.equal(read('after 2022'), 'date-after-report');
});

test('what was typed is kept wherever it says more than the day', () => {
  assert.deepEqual(readDate('2019', options), { from: '2019-01-01', to: '2019-12-31', typed: '2019' });
  assert.deepEqual(readDate('2019-02-03', options), { from: '2019-02-03', to: '2019-02-03' });
});

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const span = fc.tuple(fc.option(day), day).map(([a, to]) => ({ from: a !== null && a > to ? to : a, to }));

test('spans: the day after the day before is the day; overlap goes both ways; clipping never lengthens', () => {
  fc.assert(
    fc.property(day, span, span, (d, a, b) => {
      assert.ok(isDay(nextDay(d)) && nextDay(previousDay(d)) === d && nextDay(d) > d);
      assert.equal(overlaps(a, b), overlaps(b, a));
      assert.equal(overlaps(a, b), !(beginsAfter(a, b) || beginsAfter(b, a)));
      const cut = clip(a, d);
      assert.ok(cut.to <= d && cut.to <= a.to && (cut.from === null || cut.from <= cut.to));
    }),
    { numRuns: 1000 },
  );
});
