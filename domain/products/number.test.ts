import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nextNumber } from '../record/next-number.ts';
import { sheetNumber } from './number.ts';

test('numbers go on within their year, and a number once given is never given again', () => {
  const taken = ['SR-2026-007', 'SR-2026-009', 'SR-2025-040', 'other'];
  assert.equal(sheetNumber('SR-{year}-{number:3}', '2026', taken), 'SR-2026-010');
  assert.equal(sheetNumber('SR-{year}-{number:3}', '2027', taken), 'SR-2027-001');
  assert.equal(sheetNumber(null, '2026', ['2026-004', 'SR-2026-009']), '2026-005');
});

test('whatever the pattern, each sheet has a number of its own, as the settings foretell it', () => {
  const pattern = fc
    .tuple(fc.string({ maxLength: 4 }), fc.constantFrom('{number}', '{number:3}', '{number} of {number:2}'))
    .map(([before, number]) => `${before}{year}/${number}`);
  fc.assert(
    fc.property(fc.option(pattern), fc.integer({ min: 1, max: 12 }), (of, n) => {
      const taken: string[] = [];
      for (let i = 0; i < n; i += 1) {
        const next = sheetNumber(of, '2026', taken);
        assert.ok(!taken.includes(next), next);
        if (of !== null) assert.equal(next, nextNumber(of, '2026', taken));
        taken.push(next);
      }
    }),
  );
});
