import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deadlines } from './deadlines.ts';

const granted = (id: string, country: string, decided_on: string, new_deadline: string, more = {}) => ({
  id,
  values: {
    treaty: 'apmbc',
    decision_type: 'extension-granted',
    article: 'clearance',
    country,
    decided_on,
    new_deadline,
    ...more,
  },
});
const days = (list: Parameters<typeof deadlines>[0]) => deadlines(list).map((d) => [d.id, d.day]);

test('the last decision of each state and treaty holds, the nearest first', () => {
  const all = [
    granted('a', 'XAA', '2015-12-01', '2020-03-01'),
    granted('b', 'XAA', '2019-11-29', '2030-03-01'),
    granted('c', 'XBB', '2021-11-19', '2026-02-01'),
    granted('d', 'XBB', '2021-11-19', '2031-02-01', { treaty: 'ccm' }),
  ];
  assert.deepEqual(days(all), [
    ['c', '2026-02-01'],
    ['b', '2030-03-01'],
    ['d', '2031-02-01'],
  ]);
  assert.deepEqual(days(all.toReversed()), days(all));
});

test('a request sets none, nor does a decision on another obligation', () => {
  assert.deepEqual(
    days([
      granted('a', 'XAA', '2025-03-31', '2035-03-01', { decision_type: 'extension-requested' }),
      granted('b', 'XAA', '2025-03-31', '2035-03-01', { article: 'stockpile-destruction' }),
      granted('c', 'XAA', '2025-03-31', '2035-03-01', { new_deadline_state: 'pending' }),
    ]),
    [],
  );
});

test('completion ends it, and a new deadline after that begins again', () => {
  const done = granted('b', 'XAA', '2022-06-01', '', { decision_type: 'completion-declared' });
  const first = granted('a', 'XAA', '2015-12-01', '2025-03-01');
  assert.deepEqual(days([done, first]), []);
  assert.deepEqual(days([done, first, granted('c', 'XAA', '2024-06-01', '2029-06-01')]), [
    ['c', '2029-06-01'],
  ]);
});
