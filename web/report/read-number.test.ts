import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNumber } from './read-number.ts';

const read = (text: string, unit?: Parameters<typeof readNumber>[2], give = '') =>
  readNumber(text, give, unit);

test('numbers are read as people type them, and what was typed is kept where it differs', () => {
  assert.deepEqual(read('1200'), { type: 'number', number: 1200 });
  assert.deepEqual(read('1 200'), { type: 'number', number: 1200, typed: '1 200' });
  assert.deepEqual(read('1,200'), { type: 'number', number: 1200, typed: '1,200' });
  assert.deepEqual(read('1,5'), { type: 'number', number: 1.5, typed: '1,5' });
  assert.deepEqual(read('-3'), { type: 'number', number: -3 });
  assert.deepEqual(read('about 300'), { type: 'number', number: 300, typed: 'about 300' });
});

test('bounds and ranges stay bounds and ranges', () => {
  assert.deepEqual(read('at least 20'), { type: 'number', min: 20, typed: 'at least 20' });
  assert.deepEqual(read('< 5'), { type: 'number', max: 5, typed: '< 5' });
  assert.deepEqual(read('500-700'), { type: 'number', min: 500, max: 700, typed: '500-700' });
  assert.deepEqual(read('1-2 ha', 'm2'), { type: 'number', min: 10_000, max: 20_000, typed: '1-2 ha' });
});

test('units are converted into the one that is stored; a unit of another kind is not guessed at', () => {
  assert.deepEqual(read('2.4 ha', 'm2'), { type: 'number', number: 24_000, typed: '2.4 ha' });
  assert.deepEqual(read('15 cm', 'mm'), { type: 'number', number: 150, typed: '15 cm' });
  assert.equal(read('15 kg', 'm2'), null);
  assert.equal(read('some', 'count'), null);
  assert.equal(read('12', 'm2', 'a bit'), null);
});

test('how far it may be off is in the same unit', () => {
  assert.deepEqual(read('2 ha', 'm2', '0.5 ha'), {
    type: 'number',
    number: 20_000,
    precision: 5_000,
    typed: '2 ha',
  });
});
