import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type NumberTyped, readNumber } from './read-number.ts';

const read = (text: string, unit?: Parameters<typeof readNumber>[1], more: Partial<NumberTyped> = {}) =>
  readNumber({ text, give: '', ...more }, unit);
const number = (text: string, tag: string) => read(text, 'm2', { tag })?.number;

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
  assert.deepEqual(read('-5–-3'), { type: 'number', min: -5, max: -3, typed: '-5–-3' });
  assert.equal(read('5--3'), null);
  assert.deepEqual(read('between 3 and 5'), { type: 'number', min: 3, max: 5, typed: 'between 3 and 5' });
});

test('units are converted into the one that is stored; a unit of another kind is not guessed at', () => {
  assert.deepEqual(read('2.4 ha', 'm2'), { type: 'number', number: 24_000, typed: '2.4 ha' });
  assert.deepEqual(read('15 cm', 'mm'), { type: 'number', number: 150, typed: '15 cm' });
  assert.equal(read('15 kg', 'm2'), null);
  assert.equal(read('some', 'count'), null);
  assert.equal(read('12', 'm2', { give: 'a bit' }), null);
});

test('a unit chosen beside the number is kept with what was typed; one that was typed goes before it', () => {
  assert.deepEqual(read('2.4', 'm2', { unit: 'ha' }), { type: 'number', number: 24_000, typed: '2.4 ha' });
  assert.deepEqual(read('3', 'm2', { unit: 'dunum' }), { type: 'number', number: 3000, typed: '3 dunum' });
  assert.deepEqual(read('1-2', 'm2', { unit: 'ha' })?.max, 20_000);
  assert.deepEqual(read('500 m2', 'm2', { unit: 'ha' })?.number, 500);
  assert.deepEqual(read('7', 'm2', { unit: 'm2' }), { type: 'number', number: 7 });
});

test('how far it may be off is in the same unit', () => {
  assert.deepEqual(read('2 ha', 'm2', { give: '0.5 ha' }), {
    type: 'number',
    number: 20_000,
    precision: 5_000,
    typed: '2 ha',
  });
  assert.equal(read('2', 'm2', { unit: 'ha', give: '0.5' })?.precision, 5_000);
});

test('words, digits and units of all five languages are read', () => {
  assert.equal(number('٢٬٤٠٠ م²', 'ar'), 2400);
  assert.equal(number('حوالي ٢٫٤ هكتار', 'ar'), 24_000);
  assert.deepEqual(read('بين ٥٠٠ و٧٠٠ م²', 'm2', { tag: 'ar' })?.max, 700);
  assert.equal(number('близько 2,4 га', 'uk'), 24_000);
  assert.deepEqual(read('щонайменше 20', 'count', { tag: 'uk' })?.min, 20);
  assert.equal(number('environ 1 200 m²', 'fr'), 1200);
  assert.deepEqual(read('500 à 700', 'm2', { tag: 'fr' })?.min, 500);
  assert.deepEqual(read('al menos 3 hectáreas', 'm2', { tag: 'es' })?.min, 30_000);
});

test('a point between thousands is one in Spanish and none in English', () => {
  assert.equal(number('1.200', 'es'), 1200);
  assert.equal(number('1.250.000', 'es'), 1_250_000);
  assert.equal(number('0.200', 'es'), 0.2);
  assert.equal(number('1.200', 'en'), 1.2);
});
