import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Ageing,
  envelope,
  faultOfRange,
  lastClaimedDay,
  type Scenario,
  type Share,
} from './envelope.ts';
import { legalCeiling } from './legal-ceiling.ts';

const exactly = (n: number): Share => ({ low: n, high: n });
const share = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([a, b]): Share => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const factor = fc
  .tuple(fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }))
  .map(([a, b]): Share => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const ageings = fc.record({ timer: factor, trigger: factor });
const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    first: fc.nat({ max: 60 }),
    destroys: fc.boolean(),
    later: fc.nat({ max: 200 }),
    a: share,
    b: share,
    c: share,
    deactivates: fc.boolean(),
    together: fc.boolean(),
  })
  .map(({ first, later, a, b, c, destroys, deactivates, together }) => ({
    ...(destroys ? { selfDestruct: { byDay: first, fails: a } } : {}),
    ...(deactivates ? { selfDeactivate: { byDay: first + later, fails: b } } : {}),
    ...(together ? { together: { byDay: first + later, functions: c } } : {}),
  }));
const counts = fc
  .tuple(fc.nat({ max: 1e6 }), fc.nat({ max: 1e6 }))
  .map(([a, b]): Share => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const days = fc.array(fc.nat({ max: 20_000 }), { minLength: 1, maxLength: 20 });

test('what is to be cleared never falls with time, whatever is claimed', () => {
  fc.assert(
    fc.property(counts, scenarios, days, ageings, (emplaced, scenario, at, ageing) => {
      for (const moment of envelope(emplaced, scenario, at, ageing))
        assert.deepEqual(moment.toClear, emplaced);
    }),
    { numRuns: 1000 },
  );
});

test('nothing declines after the last day anyone claimed, and the lowest is never above the highest', () => {
  fc.assert(
    fc.property(counts, scenarios, days, ageings, (emplaced, scenario, later, ageing) => {
      const last = lastClaimedDay(scenario) ?? 0;
      const [then, ...after] = envelope(emplaced, scenario, [last, ...later.map((d) => last + d)], ageing);
      for (const moment of after) assert.deepEqual(moment.couldFunction, then?.couldFunction);
      for (const { couldFunction: c } of envelope(emplaced, scenario, later, ageing)) {
        assert.ok(c.low <= c.high + 1e-9 && c.low >= 0 && c.high <= emplaced.high + 1e-9);
      }
    }),
    { numRuns: 1000 },
  );
});

test('before the first claimed day everything may function', () => {
  const before = envelope({ low: 900, high: 1000 }, legalCeiling, [0, 29]);
  for (const m of before) assert.deepEqual(m.couldFunction, { low: 900, high: 1000 });
});

test('the worked example of method.md', () => {
  const [day30, day119, day120, years] = envelope(exactly(10_000), legalCeiling, [30, 119, 120, 3650]);
  assert.deepEqual(day30?.couldFunction, { low: 0, high: 1000 });
  assert.deepEqual(
    day119?.couldFunction,
    day30?.couldFunction,
    'the protocol sets no limit between day 30 and day 120',
  );
  assert.deepEqual(day120?.couldFunction, { low: 0, high: 10 });
  assert.deepEqual(years, { day: 3650, toClear: exactly(10_000), couldFunction: { low: 0, high: 10 } });
});

test('ageing can act both ways: it can only widen what the claim alone gives', () => {
  const both: Ageing = { timer: { low: 1, high: 1.5 }, trigger: { low: 0.5, high: 1.2 } };
  fc.assert(
    fc.property(counts, scenarios, days, (emplaced, scenario, at) => {
      const [plain, aged] = [envelope(emplaced, scenario, at), envelope(emplaced, scenario, at, both)];
      plain.forEach((p, i) => {
        const a = aged[i]?.couldFunction;
        assert.ok(a && a.low <= p.couldFunction.low + 1e-9 && a.high >= p.couldFunction.high - 1e-9);
      });
    }),
    { numRuns: 1000 },
  );
});

test('a scenario that claims nothing by any day never declines', () => {
  assert.equal(lastClaimedDay({}), null);
  const years = envelope(exactly(500), {}, [0, 400, 40_000], {
    timer: exactly(1),
    trigger: { low: 0.2, high: 1 },
  });
  for (const m of years) assert.deepEqual(m.couldFunction, exactly(500));
});

test('who claims that it loses its power claims nothing of its destroying itself', () => {
  const alone = { selfDeactivate: { byDay: 14, fails: { low: 0, high: 1 } } };
  const [before, after] = envelope(exactly(100), alone, [13, 14]);
  assert.deepEqual(before?.couldFunction, exactly(100));
  assert.deepEqual(after?.couldFunction, { low: 0, high: 100 }, 'no share is named: it bounds nothing');
});

/**
 * Items one by one, as an independent count that knows nothing of the formula: each is laid, destroys itself on its day or
 * fails to, and if it failed loses its power on a later day or fails to. Answers how many could function on each day.
 */
function simulate(
  items: number,
  { first, second }: Record<'first' | 'second', { readonly day: number; readonly fails: number }>,
  days: readonly number[],
  random: () => number,
): readonly number[] {
  const live = days.map(() => 0);
  for (let i = 0; i < items; i++) {
    const destroyed = random() >= first.fails ? first.day : Number.POSITIVE_INFINITY;
    const powerless = random() >= second.fails ? second.day : Number.POSITIVE_INFINITY;
    const end = Math.min(destroyed, powerless);
    days.forEach((day, n) => {
      if (day < end) live[n] = (live[n] ?? 0) + 1;
    });
  }
  return live;
}

const seeded = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

test('a simulation of single items agrees with the formula', () => {
  for (const [f1, f2] of [
    [0.1, 0.01],
    [0.3, 0.2],
    [0.05, 0.5],
  ] as const) {
    const items = 400_000;
    const scenario = {
      selfDestruct: { byDay: 15, fails: exactly(f1) },
      selfDeactivate: { byDay: 90, fails: exactly(f2) },
    };
    const days = [0, 14, 15, 89, 90, 2000];
    const expected = envelope(exactly(items), scenario, days).map((m) => m.couldFunction.high);
    const stages = { first: { day: 15, fails: f1 }, second: { day: 90, fails: f2 } };
    simulate(items, stages, days, seeded(7171)).forEach((counted, n) => {
      const share = (expected[n] ?? 0) / items;
      const deviation = Math.sqrt(items * share * (1 - share));
      assert.ok(Math.abs(counted - (expected[n] ?? 0)) <= 5 * deviation, `${counted} on day ${days[n]}`);
    });
  }
});

test('the worked example, item by item: mines that just meet the limits, and mines that never fail', () => {
  const days = [29, 30, 119, 120, 3650];
  const [mines, runs] = [10_000, 40];
  const stated = envelope(exactly(mines), legalCeiling, days).map((m) => m.couldFunction);
  // one in a thousand after both, of one in ten after the first: one in a hundred of those
  const worst = { first: { day: 30, fails: 0.1 }, second: { day: 120, fails: 0.01 } };
  const best = { first: { day: 30, fails: 0 }, second: { day: 120, fails: 0 } };
  const all = simulate(mines * runs, worst, days, seeded(1996));
  stated.forEach(({ high }, n) => {
    const mean = (all[n] ?? 0) / runs;
    const deviation = Math.sqrt((high * (1 - high / mines)) / runs);
    assert.ok(Math.abs(mean - high) <= 5 * deviation, `${mean} beside ${high} on day ${days[n]}`);
  });
  assert.deepEqual(
    simulate(mines, best, days, seeded(1996)),
    stated.map((s) => s.low),
  );
});

test('a range that a person entered is numbers, none of them below nothing, the lower first', () => {
  assert.equal(faultOfRange({ low: 0, high: 5 }), null);
  assert.equal(faultOfRange({ low: 6, high: 5 }), 'order');
  assert.equal(faultOfRange({ low: -1, high: 5 }), 'number');
  assert.equal(faultOfRange({ low: 0, high: Number.NaN }), 'number');
  assert.equal(faultOfRange({ low: 0, high: 5 }, 3), 'number');
});
