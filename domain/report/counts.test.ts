/** Fold kinds *sum*, *set* and *monotone* (design, *The fold, precisely*). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { live, only, says } from './folded.testing.ts';
import { code, number } from './worlds.testing.ts';

const area = (n: number, part: string) => ({ property: 'area', value: number(n), part });

test('a sum adds its parts, never one part twice', () => {
  const log = live(
    says('north', '2020-01-01', area(10, 'a')),
    says('north', '2020-01-01', area(5, 'b')),
    says('north', ['2019-12-01', '2020-02-01'], area(12, 'a')),
    says('north', '2021-01-01', area(1, 'a')),
  );
  const p = only(log, 'area');
  assert.deepEqual(p.value, number(18));
  assert.equal(p.state, 'settled');
  assert.equal(p.remaining.length, 3);
});

test('two voices on one part and time are disputed unless they say the same', () => {
  const both = (n: number) =>
    live(says('north', '2020-01-01', area(10, 'a')), says('south', '2020-01-01', area(n, 'a')));
  assert.equal(only(both(11), 'area').state, 'disputed');
  assert.equal(only(both(10), 'area').state, 'settled');
  assert.deepEqual(only(both(10), 'area').value, number(10));
});

test('a sum with an unknown part is a lower bound, never less', () => {
  const log = live(
    says('north', '2020-01-01', area(10, 'a')),
    says('north', '2020-01-01', {
      property: 'area',
      value: { type: 'unknown', why: 'not-measured' },
      part: 'b',
    }),
  );
  assert.deepEqual(only(log, 'area').value, { type: 'number', min: 10 });
});

const has = (c: string, yes = true) => ({
  property: 'ordnance',
  value: { type: 'member' as const, of: code(c), yes },
});

test('a set holds what the last word on each member affirms; a dispute keeps the member', () => {
  const log = live(
    says('north', '2020-01-01', has('mine')),
    says('north', '2020-01-01', has('uxo')),
    says('north', '2021-01-01', has('uxo', false)),
  );
  assert.deepEqual(
    only(log, 'ordnance').members?.map((m) => m.value),
    [code('mine')],
  );
  const disputed = only(
    live(says('north', '2020-01-01', has('mine')), says('south', '2020-01-01', has('mine', false))),
    'ordnance',
  );
  assert.equal(disputed.state, 'disputed');
  assert.deepEqual(
    disputed.members?.map((m) => [m.value, m.state]),
    [[code('mine'), 'disputed']],
  );
});

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
