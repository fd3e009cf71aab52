import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Ageing,
  envelope,
  faultsOfScenario,
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
    later: fc.nat({ max: 200 }),
    a: share,
    b: share,
    c: share,
    deactivates: fc.boolean(),
    together: fc.boolean(),
  })
  .map(({ first, later, a, b, c, deactivates, together }) => ({
    selfDestruct: { byDay: first, fails: a },
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
      const last = lastClaimedDay(scenario);
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

/** Items one by one, as an independent count: each stage fails or not by a throw of its own. */
function simulate(items: number, first: number, second: number, random: () => number): number {
  let left = 0;
  for (let i = 0; i < items; i++) if (random() < first && random() < second) left++;
  return left;
}

test('a simulation of single items agrees with the formula', () => {
  const seeded = (seed: number) => () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  for (const [first, second] of [
    [0.1, 0.01],
    [0.3, 0.2],
    [0.05, 0.5],
  ] as const) {
    const items = 400_000;
    const scenario = {
      selfDestruct: { byDay: 15, fails: exactly(first) },
      selfDeactivate: { byDay: 90, fails: exactly(second) },
    };
    const expected = envelope(exactly(items), scenario, [90])[0]?.couldFunction.high ?? 0;
    const counted = simulate(items, first, second, seeded(7171));
    const deviation = Math.sqrt(items * first * second * (1 - first * second));
    assert.ok(Math.abs(counted - expected) < 5 * deviation, `${counted} beside ${expected}`);
  }
});

test('shares beyond 0 and 1, days before emplacement and stages out of order are faults', () => {
  assert.deepEqual(faultsOfScenario(legalCeiling), []);
  assert.deepEqual(faultsOfScenario({ selfDestruct: { byDay: -1, fails: { low: 0.2, high: 0.1 } } }), [
    'share',
    'day',
  ]);
  assert.deepEqual(
    faultsOfScenario({
      selfDestruct: { byDay: 30, fails: exactly(0.1) },
      selfDeactivate: { byDay: 20, fails: exactly(0.1) },
    }),
    ['order'],
  );
});
