import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayBeAfter } from './may-be-after.ts';

test('what was found by the work behind a release does not question it', () => {
  assert.equal(mayBeAfter('2024-05-01', '2024-05-01'), false);
  assert.equal(mayBeAfter('2024-04-30', '2024-05-01'), false);
});

test('what was found later, or nobody knows when, does', () => {
  assert.equal(mayBeAfter('2024-05-02', '2024-05-01'), true);
  assert.equal(mayBeAfter(null, '2024-05-01'), true);
  assert.equal(mayBeAfter('2024-05-01', null), true);
});
