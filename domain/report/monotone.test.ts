import assert from 'node:assert/strict';
import { test } from 'node:test';
import { live, only, says } from './folded.testing.ts';
import { number } from './worlds.testing.ts';

test('a cumulative count that falls is a dispute, whoever says it; one that rises is not', () => {
  const mines = (n: number) => ({ property: 'mines', value: number(n) });
  const falls = only(
    live(says('north', '2019-01-01', mines(9)), says('north', '2020-01-01', mines(8))),
    'mines',
  );
  assert.equal(falls.state, 'disputed');
  assert.deepEqual(
    falls.remaining.map((s) => s.value),
    [number(9)],
  );
  assert.equal(
    only(live(says('north', '2019-01-01', mines(8)), says('south', '2020-01-01', mines(9))), 'mines').state,
    'settled',
  );
  const within = { property: 'mines', value: { type: 'number' as const, number: 8, precision: 1 } };
  assert.equal(
    only(live(says('north', '2019-01-01', mines(9)), says('north', '2020-01-01', within)), 'mines').state,
    'settled',
  );
});
