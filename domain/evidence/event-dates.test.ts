import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventDate } from './event-dates.ts';

// a Saturday
const on = '2024-11-23';

test('dates as written, as imprecise as they are', () => {
  assert.equal(eventDate('signed on 24 February 1999', on), '1999-02-24');
  assert.equal(eventDate('June 21, 2022', on), '2022-06-21');
  assert.equal(eventDate('In May 2024', on), '2024-05');
  assert.equal(eventDate('signed in 2005', on), '2005');
});

test('relative dates follow from the day the article is of', () => {
  assert.equal(eventDate('On Monday', on), '2024-11-18');
  assert.equal(eventDate('said Saturday', on), on);
  assert.equal(eventDate('yesterday', on), '2024-11-22');
  assert.equal(eventDate('last year', on), '2023');
  assert.equal(eventDate('on November 18', on), '2024-11-18');
  assert.equal(eventDate('in December', on), '2023-12');
});

test('without the day of the article a relative date is no date', () => {
  assert.equal(eventDate('On Monday', null), null);
});
