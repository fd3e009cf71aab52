import assert from 'node:assert/strict';
import { test } from 'node:test';
import { live, only, says } from './folded.testing.ts';
import { number } from './worlds.testing.ts';

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

test('what is unknown takes the place of no figure, and stands for the days that no figure covers', () => {
  const figure = says('north', ['2020-01-01', '2020-06-30'], area(10, 'a'));
  const unknown = (from: string, to: string) =>
    says('north', [from, to], {
      property: 'area',
      value: { type: 'unknown', why: 'not-measured' },
      part: 'a',
    });
  const inside = only(live(figure, unknown('2020-02-01', '2020-06-30')), 'area');
  assert.deepEqual([inside.value, inside.state], [number(10), 'settled']);
  const longer = only(live(figure, unknown('2020-01-01', '2020-12-31')), 'area');
  assert.deepEqual([longer.value, longer.state], [{ type: 'number', min: 10 }, 'settled']);
});
