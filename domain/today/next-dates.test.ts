import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextDates } from './next-dates.ts';

const on = (today: string) => Object.fromEntries(nextDates(today).map((d) => [d.what, d.day]));

test('week, month and the two yearly days that come next', () => {
  assert.deepEqual(on('2026-11-20'), {
    week: '2026-11-22',
    month: '2026-11-30',
    ccw: '2027-03-31',
    'article-7': '2027-04-30',
  });
});

test('a day that falls today is still next', () => {
  assert.equal(on('2027-03-31').ccw, '2027-03-31');
  assert.equal(on('2027-04-01').ccw, '2028-03-31');
  assert.equal(on('2028-04-30').week, '2028-04-30');
  assert.equal(on('2028-02-29').month, '2028-02-29');
  assert.equal(on('2020-02-24').week, '2020-03-01');
});

test('the nearest first', () => {
  assert.deepEqual(
    nextDates('2026-03-30').map((d) => d.what),
    ['month', 'ccw', 'week', 'article-7'],
  );
});
