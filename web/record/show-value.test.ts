import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Value } from '@tilth/domain/report/entry';
import { english as language } from '../language/english.testing.ts';
import { showCell, showValue } from './show-value.ts';

const plain = { label: '', description: '', fold: 'latest', sensitivity: 'partner' } as const;
const size = { ...plain, type: 'number', unit: 'm2' } as const;
const list = { name: 'methods', label: '', source: '', codes: { cleared: { label: 'Cleared' } } };
const showing = { language, lists: new Map([['methods', list]]) };
const show = (value: Value) => showValue(value, size, showing);

test('a figure is shown with its unit, its precision or its bounds', () => {
  assert.equal(show({ type: 'number', number: 1234567 }), '1,234,567 m²');
  assert.equal(show({ type: 'number', number: 1200, precision: 50 }), '1,200 m² ± 50 m²');
  assert.equal(show({ type: 'number', min: 20, max: 60 }), '20 m² to 60 m²');
  assert.equal(show({ type: 'number', min: 20 }), 'at least 20 m²');
});

test('a length of time is told in days where it is whole in them, hours of work stay hours', () => {
  const hours = { ...plain, type: 'number', unit: 'hours' } as const;
  assert.equal(showValue({ type: 'number', max: 336 }, hours, showing), 'at most 14 days');
  assert.equal(showValue({ type: 'number', number: 4 }, hours, showing), '4 hr');
  assert.equal(showValue({ type: 'number', number: 336 }, { ...hours, effort: true }, showing), '336 hr');
});

test('what is known to be unknown is said so, never shown as nothing or zero', () => {
  for (const why of ['not-stated', 'not-recorded', 'not-measured', 'unreadable', 'lost in the fire']) {
    const text = show({ type: 'unknown', why });
    assert.match(text, /^Unknown \(.+\)$/);
    assert.doesNotMatch(text, /0/);
  }
});

test('a personal value is never shown, not even its commitment', () => {
  const text = show({ type: 'personal', commitment: 'c'.repeat(64) });
  assert.equal(text, 'Personal: not shown');
});

test('a release without its process report is shown as claimed', () => {
  const land = { type: 'Point', coordinates: [0, 0] } as const;
  assert.match(show({ type: 'release', method: 'cleared', land }), /claimed/);
  assert.equal(show({ type: 'release', method: 'cleared', process: 'clearance', land }), 'Cleared');
});

test('an imprecise date is shown as wide as it is', () => {
  const date = (from: string | null, to: string) => show({ type: 'date', span: { from, to } });
  assert.equal(date('2016-03-01', '2016-03-31'), 'Mar 1, 2016 to Mar 31, 2016');
  assert.equal(date(null, '2016-03-31'), 'up to Mar 31, 2016');
  assert.equal(date('2016-03-01', '2016-03-01'), 'Mar 1, 2016');
});

test('a cell of a list shows an imprecise date in words', () => {
  const date = { ...plain, type: 'date' } as const;
  assert.equal(showCell('2016-03-01', date, showing), 'Mar 1, 2016');
  assert.equal(showCell('2016-03-01/2016-03-31', date, showing), 'Mar 1, 2016 to Mar 31, 2016');
  assert.equal(showCell('../2016-03-31', date, showing), 'up to Mar 31, 2016');
});

test('a cell of a list shows the label of a code, and a code that is not in its list as it stands', () => {
  const method = { ...plain, type: 'code', codes: 'methods' } as const;
  assert.equal(showCell('cleared', method, showing), 'Cleared');
  assert.equal(showCell('burnt', method, showing), 'burnt');
  assert.equal(showCell(['cleared', 'burnt'], method, showing), 'Cleared and burnt');
  assert.equal(showCell('cleared; burnt', method, showing), 'Cleared and burnt');
  assert.equal(showCell(null, method, showing), '');
});
