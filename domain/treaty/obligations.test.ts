import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DutyDecision, deadlinesOn, reportsDue } from './obligations.ts';

const decided = (
  duty: DutyDecision['duty'],
  on: string,
  to: string | null,
  completed = false,
): DutyDecision => ({
  duty,
  decidedOn: on,
  newDeadline: to,
  completed,
});

test('stocks within four years, mined areas within ten, from the day the convention is in force for the state', () => {
  const found = deadlinesOn('apmbc', '1999-03-01', [], '2004-01-01');
  assert.deepEqual(
    found.map((d) => [d.duty, d.day, d.state]),
    [
      ['stockpile-destruction', '2003-03-01', 'passed'],
      ['clearance', '2009-03-01', 'ahead'],
    ],
  );
  assert.deepEqual(
    deadlinesOn('ccm', '2010-08-01', [], '2011-01-01').map((d) => d.day),
    ['2018-08-01', '2020-08-01'],
  );
});

test('the last extension decided by the day holds, and an extension decided later is not known yet', () => {
  const decisions = [
    decided('clearance', '2018-11-30', '2027-03-01'),
    decided('clearance', '2008-11-28', '2019-03-01'),
  ];
  const clearance = (on: string) =>
    deadlinesOn('apmbc', '1999-03-01', decisions, on).find((d) => d.duty === 'clearance');
  assert.deepEqual(clearance('2010-01-01')?.day, '2019-03-01');
  assert.deepEqual(clearance('2019-01-01'), {
    duty: 'clearance',
    article: 'APMBC 5(1)',
    day: '2027-03-01',
    before: '2009-03-01',
    state: 'ahead',
  });
  assert.equal(clearance('2027-03-01')?.state, 'ahead', 'the day itself has not passed');
  assert.equal(clearance('2027-03-02')?.state, 'passed');
});

test('completion ends the duty until a later decision sets a day again', () => {
  const done = decided('clearance', '2015-06-01', null, true);
  const again = decided('clearance', '2017-12-21', '2020-12-31');
  const state = (all: readonly DutyDecision[], on: string) =>
    deadlinesOn('apmbc', '1999-03-01', all, on).find((d) => d.duty === 'clearance')?.state;
  assert.equal(state([done, again], '2016-01-01'), 'completed');
  assert.equal(state([done, again], '2018-01-01'), 'ahead');
});

test('the first report is due within 180 days, then by 30 April of each year', () => {
  assert.deepEqual(reportsDue('apmbc', '2025-12-01', '2025-12-01', '2027-12-31'), [
    '2026-05-30',
    '2027-04-30',
  ]);
  assert.deepEqual(reportsDue('ccm', '2010-08-01', '2011-01-01', '2012-12-31'), [
    '2011-01-28',
    '2011-04-30',
    '2012-04-30',
  ]);
  assert.deepEqual(reportsDue('ap2', '2000-06-15', '2000-01-01', '2002-12-31'), ['2001-03-31', '2002-03-31']);
});
