import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginning } from './says-of-itself.ts';

test('a text is known by the whole words it begins with, as many as there is room for', () => {
  assert.equal(beginning('\n— \nMines by the river\nMore of them'), 'Mines by the river');
  assert.equal(beginning('Mines by the river', 12), 'Mines by …');
  assert.equal(beginning('𝐌ines', 5), '𝐌ines', 'characters, not halves of them');
  assert.equal([...(beginning('word '.repeat(100_000), 500) ?? '')].length, 501);
  assert.equal(beginning('1914 – 1918'), null);
  assert.equal(beginning(''), null);
});
