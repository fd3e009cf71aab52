import assert from 'node:assert/strict';
import test from 'node:test';
import { nearest } from './nearest.ts';

test('a slip of the finger finds the word that was meant', () => {
  const words = ['import', 'export', 'programme add', 'sign-in'];
  assert.equal(nearest('improt', words), 'import');
  assert.equal(nearest('exprot', words), 'export');
  assert.equal(nearest('program add', words), 'programme add');
  assert.equal(nearest('signin', words), 'sign-in');
});

test('another word altogether is not taken for a slip', () => {
  assert.equal(nearest('dance', ['import', 'export', 'show']), undefined);
  assert.equal(nearest('a', ['as']), undefined);
  assert.equal(nearest('', ['as']), undefined);
});
