import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ruled } from '../../ask/settings.ts';
import { headsOn, keysOf, valueBefore } from './heads.ts';

let n = 0;
function set(key: string, value: unknown, ...after: Ruled[]): Ruled {
  n++;
  const id = `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
  return {
    ref: { id, digest: 'd' },
    number: n,
    instant: '2026-01-01T00:00:00.000Z',
    rule: {
      type: 'rule',
      id,
      programme: 'p',
      by: id,
      written: '2026-01-01T00:00:00.000Z',
      reason: '',
      after: after.map((a) => a.ref),
      sets: 'number-pattern',
      key,
      value,
    },
  };
}

test('the last of each chain holds; two that did not see each other both do', () => {
  const first = set('accident', 'A');
  const second = set('accident', 'B', first);
  const third = set('accident', 'C', first);
  const found = headsOn([first, second, third], 'number-pattern', 'accident');
  assert.deepEqual(
    found.map((r) => r.rule.value),
    ['B', 'C'],
  );
});

test('what was taken back is no longer listed, and what held before it is known', () => {
  const first = set('accident', 'A');
  const back = set('accident', null, first);
  const other = set('find', 'F');
  assert.deepEqual(keysOf([first, back, other], 'number-pattern'), ['find']);
  assert.equal(valueBefore([first, back], back), 'A');
  assert.equal(valueBefore([first], first), null);
});
