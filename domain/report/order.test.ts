import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byOrder } from './order.ts';

test('claims stand by end, then beginning with the unknown first, then id and place', () => {
  const claim = (to: string, from: string | null, id = 'a', n = 0) => ({ to, from, id, digest: 'd', n });
  const inOrder = [
    claim('2019-12-31', '2019-12-31', 'z', 9),
    claim('2020-12-31', null, 'z'),
    claim('2020-12-31', '2020-01-01', 'b'),
    claim('2020-12-31', '2020-06-01', 'a', 0),
    claim('2020-12-31', '2020-06-01', 'a', 1),
    claim('2020-12-31', '2020-06-01', 'b', 0),
    { ...claim('2020-12-31', '2020-06-01', 'b', 0), digest: 'e' },
  ];
  assert.deepEqual([...inOrder].reverse().sort(byOrder), inOrder);
});
