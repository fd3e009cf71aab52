import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { live, only, says } from './folded.testing.ts';
import { decide, item, number } from './worlds.testing.ts';

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

const counted = (n: number) => ({ property: 'mines', value: number(n) });

test('a fall stays a dispute when a later count rises above both, and shows the claims it is between', () => {
  const p = only(
    live(
      says('north', '2019-01-01', counted(5)),
      says('south', '2020-01-01', counted(3)),
      says('north', '2021-01-01', counted(6)),
    ),
    'mines',
  );
  assert.deepEqual([p.value, p.state], [number(6), 'disputed']);
  assert.deepEqual(
    p.remaining.map((s) => s.value),
    [number(3), number(5)],
  );
});

test('a fall that a person settled stays settled when new figures rise, and one against what was seen does not', () => {
  const before = [says('north', '2019-01-01', counted(5)), says('south', '2020-01-01', counted(3))];
  const choice = decide({
    act: 'choose',
    item: item(1),
    property: 'mines',
    definition: 'found',
    saw: before.map((r) => ({ report: r.ref.id, n: 0 })),
    takes: { report: before[1]?.ref.id ?? '', n: 0 },
  });
  const then = only([...live(...before), choice], 'mines');
  assert.deepEqual([then.value, then.state], [number(3), 'chosen']);
  const next = (n: number) =>
    only([...live(...before, says('north', '2021-01-01', counted(n))), choice], 'mines');
  assert.deepEqual([next(7).value, next(7).state, next(7).lapsed], [number(7), 'settled', choice.ref.id]);
  assert.equal(next(4).state, 'disputed');
});

test('over random counts: disputed exactly when some later one is lower than an earlier one', () => {
  const claim = fc.record({
    voice: fc.constantFrom('a', 'b'),
    n: fc.integer({ min: 0, max: 6 }),
    precision: fc.constantFrom(0, 1),
  });
  fc.assert(
    fc.property(fc.array(claim, { minLength: 1, maxLength: 9 }), (claims) => {
      const reports = claims.map((c, i) =>
        says(c.voice, `2020-0${i + 1}-01`, {
          property: 'mines',
          value: { type: 'number', number: c.n, precision: c.precision },
        }),
      );
      const falls = claims.some((b, i) =>
        claims.slice(0, i).some((a) => b.n + b.precision < a.n - a.precision),
      );
      assert.equal(only(live(...reports), 'mines').state, falls ? 'disputed' : 'settled');
    }),
    { numRuns: 1000 },
  );
});
