import assert from 'node:assert/strict';
import { test } from 'node:test';
import { laterThan } from './date-forms.ts';
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

test('stretches of time, years ahead and days last week', () => {
  assert.equal(eventDate('between April 2023 and March 2024', on), '2023-04/2024-03');
  assert.equal(eventDate('from 2014 to 2018', on), '2014/2018');
  assert.equal(eventDate('in early 2022', on), '2022');
  assert.equal(eventDate('by the end of 2026', on), '2026');
  assert.equal(eventDate('will be spent next year', on), '2025');
  assert.equal(eventDate('last September', on), '2024-09');
  assert.equal(eventDate('last Saturday', on), '2024-11-16');
  assert.equal(eventDate('two months ago', on), '2024-09');
  assert.equal(eventDate('talks will resume in March', on), '2025-03');
  assert.equal(eventDate('it may begin soon', on), null);
});

test('months without a year span those that were last', () => {
  assert.equal(eventDate('killed between May and September', '2025-10-07'), '2025-05/2025-09');
  assert.equal(eventDate('killed between November and February', '2025-10-07'), '2024-11/2025-02');
  assert.equal(eventDate('killed between May and September', null), null);
});

test('how long ago may be said in any number words', () => {
  assert.equal(eventDate('Twenty-eight years ago', '2025-04-04'), '1997');
  assert.equal(eventDate('two weeks ago', '2025-04-15'), '2025-04-01');
});

test('halves and quarters of a year, days of one month, and the end of this year', () => {
  assert.equal(eventDate('in the second half of 2023', on), '2023-07/2023-12');
  assert.equal(eventDate('in the third quarter of 2023', on), '2023-07/2023-09');
  assert.equal(eventDate('between 3 and 9 October 2022', on), '2022-10-03/2022-10-09');
  assert.equal(eventDate('from 3 to 9 October', on), '2024-10-03/2024-10-09');
  assert.equal(eventDate('before the year is out', on), '2024');
});

test('a day to come without a year is the next one, and stretches without a year those that were last', () => {
  assert.equal(eventDate('it takes effect on 20 May', on), '2025-05-20');
  assert.equal(eventDate('it took effect on 20 May', on), '2024-05-20');
  assert.equal(eventDate('it will end on December 3', on), '2024-12-03');
  assert.equal(eventDate('between 1 July and 30 September', on), '2024-07-01/2024-09-30');
  assert.equal(eventDate('from 1 November to 31 January', on), '2023-11-01/2024-01-31');
  assert.equal(eventDate('January to March 2023', on), '2023-01/2023-03');
  assert.equal(eventDate('in the first nine months of 2023', on), '2023-01/2023-09');
});

test('"later" is reckoned from the day told before, where that is a day', () => {
  assert.equal(laterThan('and the neighbour two weeks later', '2025-12-27'), '2026-01-10');
  assert.equal(laterThan('it follows six months later', '2025-06-27'), '2025-12-27');
  assert.equal(laterThan('it follows six months later', '2025-06'), null);
  assert.equal(laterThan('it follows soon', '2025-06-27'), null);
});
