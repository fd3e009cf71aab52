import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nextNumber } from './next-number.ts';

test('the next number is one more than the highest of its shape', () => {
  const pattern = 'HA-{year}-{number:4}';
  assert.equal(nextNumber(pattern, '2026', []), 'HA-2026-0001');
  const taken = ['HA-2026-0007', 'HA-2025-0099', 'HA-2026-0012', 'HA-2026-x', 'HA-2026-', '2026-0500'];
  assert.equal(nextNumber(pattern, '2026', taken), 'HA-2026-0013');
  assert.equal(nextNumber('{number}/{year}', '2026', ['9/2026', '41/2025']), '10/2026');
  assert.equal(nextNumber('No {number} (a.b)', '2026', [' No 9 (a.b) ', 'No 99 (axb)']), 'No 10 (a.b)');
  assert.equal(nextNumber('no number', '2026', []), null);
});

test('what is proposed is never there already', () => {
  const ids = fc.array(fc.integer({ min: 0, max: 99_999 }).map((n) => `F-${n}`));
  fc.assert(fc.property(ids, (taken) => !taken.includes(nextNumber('F-{number:3}', '2026', taken) ?? 'F-0')));
});
