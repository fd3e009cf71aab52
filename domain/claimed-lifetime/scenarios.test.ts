import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isProblem } from '../problem.ts';
import type { Value } from '../report/entry.ts';
import type { Saying } from '../report/sayings.ts';
import { lifetimeClaims, shareClaims } from './claims.ts';
import { envelope, lastClaimedDay } from './envelope.ts';
import { ceilingApplies } from './legal-ceiling.ts';
import { claimedScenarios, fieldScenario } from './scenarios.ts';
import { isCounted, lifetimeSubjects } from './subjects.ts';

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
        const { selfDestruct, selfDeactivate, together } = scenario;
        for (const stage of [selfDestruct, selfDeactivate, together]) {
          if (stage === undefined) continue;
          const share = 'fails' in stage ? stage.fails : stage.functions;
          assert.ok(share.low >= 0 && share.low <= share.high && share.high <= 1);
          assert.ok(Number.isFinite(stage.byDay) && stage.byDay >= 0);
        }
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

test('a field figure informs its own stage, and nothing where it counts something else', () => {
  const figure = { k: 10, n: 100, of: 'used' } as const;
  assert.equal(fieldScenario({ ...figure, of: 'found' }, 'self-destruct', 30, 'used'), null);
  const first = fieldScenario(figure, 'self-destruct', 30, 'used');
  const second = fieldScenario(figure, 'self-deactivate', 30, 'used');
  assert.ok(first !== null && !isProblem(first) && second !== null && !isProblem(second));
  assert.ok(Math.abs((first.selfDestruct?.fails.high ?? 0) - 0.1762226) < 1e-6);
  assert.deepEqual(second.selfDestruct?.fails, { low: 0, high: 1 }, 'of the first stage it says nothing');
});

test('a lifetime is of a model, or of a transfer by its promises and models; never of land', () => {
  const link = (item: string, property: string): Saying => says('x', property, { type: 'link', item });
  const life = (property: string) => says('x', property, number({ max: WEEKS }));
  const found = lifetimeSubjects([
    { id: 'model', kind: 'munition-model', sayings: [life('self_destruct_claimed')] },
    { id: 'silent', kind: 'munition-model', sayings: [] },
    { id: 'promise', kind: 'assurance', sayings: [life('lifetime_claimed'), link('sent', 'transfers')] },
    { id: 'sent', kind: 'transfer', sayings: [link('model', 'models')] },
    { id: 'land', kind: 'hazardous-area', sayings: [life('self_destruct_claimed')] },
  ]);
  assert.deepEqual(
    found.map((s) => [s.id, s.sayings.length]),
    [
      ['model', 1],
      ['sent', 2],
    ],
  );
});

test('a claim rests on a number of items only where a figure about it says out of how many', () => {
  const model = {
    id: 'm',
    kind: 'munition-model',
    sayings: [says('x', 'self_destruct_claimed', number({ max: 5 }))],
  };
  const figure = (...more: readonly Saying[]) => ({
    id: 'f',
    kind: 'published-figure',
    sayings: [says('x', 'about', { type: 'link', item: 'm' }), ...more],
  });
  const [subject] = lifetimeSubjects([model]);
  assert.ok(subject);
  assert.equal(isCounted(subject, [model, figure()]), false);
  const outOf = says('x', 'denominator', { type: 'text', text: '118,000 used' });
  assert.equal(isCounted(subject, [model, figure(outOf)]), true);
});
