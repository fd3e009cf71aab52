import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Value } from '../report/entry.ts';
import type { Saying } from '../report/sayings.ts';
import { lifetimeClaims, shareClaims } from './claims.ts';
import { envelope, faultsOfScenario, lastClaimedDay } from './envelope.ts';
import { ceilingApplies } from './legal-ceiling.ts';
import { claimedScenarios } from './scenarios.ts';

let n = 0;
function says(name: string, property: string, value: Value): Saying {
  return {
    property,
    definition: 'after-set-period',
    state: 'settled',
    place: 'stands',
    value,
    when: { from: null, to: '2024-11-20' },
    said: { name },
    source: 'a newspaper',
    claim: { report: 'r', n: n++ },
    number: null,
  };
}
const number = (bounds: { number?: number; min?: number; max?: number }): Value => ({
  type: 'number',
  ...bounds,
});
const WEEKS = 14 * 24;

test('a bound is read as worded: an end, a beginning without an end, both, none', () => {
  const read = (value: Value) => lifetimeClaims([says('x', 'self_deactivate_claimed', value)])[0];
  assert.deepEqual([read(number({ max: WEEKS }))?.from, read(number({ max: WEEKS }))?.to], [0, WEEKS]);
  assert.deepEqual([read(number({ min: WEEKS }))?.from, read(number({ min: WEEKS }))?.to], [WEEKS, null]);
  assert.deepEqual([read(number({ min: 4, max: WEEKS }))?.from], [4]);
  assert.equal(read({ type: 'unknown', why: 'not-stated' }), undefined);
  assert.equal(lifetimeClaims([says('x', 'length', number({ number: 5 }))]).length, 0);
});

test('speakers are never put together: one scenario each, of their own claims alone', () => {
  const found = claimedScenarios([
    says('An official', 'self_deactivate_claimed', number({ max: WEEKS })),
    says('A newspaper', 'self_deactivate_claimed', number({ min: WEEKS })),
    says('An official', 'self_destruct_claimed', number({ max: 48 })),
  ]);
  assert.deepEqual(
    found.map((f) => f.claims.map((c) => c.said?.name)),
    [['An official', 'An official'], ['A newspaper']],
  );
  const [official, newspaper] = found;
  assert.deepEqual(official?.scenario, {
    selfDestruct: { byDay: 2, fails: { low: 0, high: 1 } },
    selfDeactivate: { byDay: 14, fails: { low: 0, high: 1 } },
  });
  assert.deepEqual([official?.no_share, official?.no_day], [true, false]);
  assert.deepEqual([newspaper?.scenario, newspaper?.no_day], [{}, true], '“a few weeks” has no last day');
});

test('a promise without a number bounds nothing: after its day none to all could function', () => {
  const [promise] = claimedScenarios([says('x', 'lifetime_claimed', number({ max: WEEKS }))]);
  const [after] = envelope({ low: 90, high: 100 }, promise?.scenario ?? {}, [14]);
  assert.deepEqual(after?.couldFunction, { low: 0, high: 100 });
});

test('a share “after a set period” takes the longest period anybody names, and says whose', () => {
  const [officials, memo] = claimedScenarios([
    says('Officials', 'share_live_claimed', number({ number: 0.0006 })),
    says('A memorandum', 'self_destruct_claimed', number({ max: 30 * 24 })),
    says('Another', 'self_destruct_claimed', number({ max: 48 })),
  ]);
  assert.equal(officials?.day_from?.said?.name, 'A memorandum');
  assert.equal(officials?.scenario.together?.byDay, 30);
  assert.ok(Math.abs((officials?.scenario.together?.functions.high ?? 0) - 6e-6) < 1e-12);
  assert.equal(memo?.day_from, undefined);
});

test('a share of which only the least is said may be all', () => {
  const [share] = shareClaims([says('x', 'share_live_claimed', number({ min: 2 }))]);
  assert.deepEqual([share?.low, share?.high], [0.02, 1]);
});

test('whatever is claimed makes a scenario that can be drawn, and it declines on no day but those claimed', () => {
  const bound = fc.option(fc.nat({ max: 20_000 }), { nil: undefined });
  const claim = fc
    .record({
      speaker: fc.constantFrom('a', 'b', 'c'),
      property: fc.constantFrom(
        'self_destruct_claimed',
        'self_deactivate_claimed',
        'lifetime_claimed',
        'share_live_claimed',
      ),
      min: bound,
      more: bound,
    })
    .map(({ speaker, property, min, more }) =>
      says(
        speaker,
        property,
        number({
          ...(min !== undefined && { min }),
          ...(more !== undefined && { max: (min ?? 0) + more }),
        }),
      ),
    );
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 8 }), (claims) => {
      for (const { scenario, no_day } of claimedScenarios(claims)) {
        assert.ok(
          !faultsOfScenario(scenario).includes('share') && !faultsOfScenario(scenario).includes('day'),
        );
        const last = lastClaimedDay(scenario);
        if (no_day) assert.equal(last, null);
        const [then, later] = envelope({ low: 10, high: 20 }, scenario, [last ?? 0, (last ?? 0) + 9999]);
        assert.deepEqual(later?.couldFunction, then?.couldFunction);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the limits of the Protocol are of anti-personnel mines', () => {
  assert.equal(ceilingApplies('ap-mine'), 'yes');
  assert.equal(ceilingApplies('mine'), 'may');
  assert.equal(ceilingApplies(null), 'may');
  assert.equal(ceilingApplies('av-mine'), 'no');
  assert.equal(ceilingApplies('submunition'), 'no');
});
