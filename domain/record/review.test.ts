import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Decision, Ref, Report, Rule } from '../report/entry.ts';
import { foldItems } from '../report/fold.ts';
import type { Named } from '../report/mentions.ts';
import { squares } from '../report/squares.testing.ts';
import { decide, id, model, named, outline, person, report } from '../report/worlds.testing.ts';
import {
  type Approval,
  checkApproval,
  checkEarlyApproval,
  type Review,
  reviewOf,
  underOf,
} from './review.ts';

type Filed = Named & { readonly entry: Rule };

const rule = (n: number, key: string, value: unknown, after: readonly Filed[] = []): Filed =>
  named({
    type: 'rule',
    id: id('5', n),
    programme: 'test',
    by: person(3),
    written: '2024-01-01T00:00:00.000Z',
    reason: 'so decided',
    after: after.map((a) => a.ref),
    sets: 'review-steps',
    key,
    value,
  });
const steps = (kinds: readonly string[], ...rules: readonly Filed[]) => reviewOf(kinds, rules).steps;
const approval = (step: string, review: Review, of: readonly Ref[] = []): Approval =>
  decide({ act: 'approve', reports: of, step, ...underOf(review) }).entry as Decision & Approval;

test('one step without a rule, the kind’s rule before the programme’s, a rule taken back gives way to the wider one', () => {
  assert.deepEqual(reviewOf(['accident'], []), { steps: ['review'], under: [] });
  const all = rule(1, '', ['partner', 'office']);
  const own = rule(2, 'accident', ['office']);
  assert.deepEqual(steps(['accident'], all, own), ['office']);
  assert.deepEqual(steps(['find'], all, own), ['partner', 'office']);
  assert.deepEqual(steps(['accident'], all, own, rule(3, 'accident', null, [own])), ['partner', 'office']);
  assert.deepEqual(steps(['find'], all, rule(4, '', null, [all])), ['review']);
});

test('rules that differ and hold at once each have their steps done, and an approval names them all', () => {
  const [north, south] = [rule(1, '', ['office']), rule(2, '', ['office', 'authority'])];
  const review = reviewOf(['find'], [north, south]);
  assert.deepEqual(review.steps, ['office', 'authority']);
  assert.deepEqual(review.under, [north.ref, south.ref]);
  const check = (a: Approval) => checkApproval(a, id('f', 1), ['find'], [north, south])?.code ?? null;
  assert.equal(check(approval('office', review)), null);
  assert.equal(check(approval('office', { ...review, under: [north.ref] })), 'rule-not-in-force');
  assert.equal(check(approval('review', review)), 'step-unknown');
  const kinds = reviewOf(['find', 'accident'], [rule(3, 'find', ['a']), rule(4, 'accident', ['b'])]);
  assert.deepEqual([kinds.steps, kinds.under.length], [['b', 'a'], 2]);
});

test('an approval that names no rule, a later one or a rule of another kind is not made under the one in force', () => {
  const [all, find] = [rule(1, '', ['office']), rule(2, 'find', ['office', 'field'])];
  const check = (under: readonly Ref[]) =>
    checkApproval(approval('office', { steps: [], under }), id('f', 1), ['accident'], [all, find])?.code ??
    null;
  assert.equal(check([all.ref]), null);
  assert.equal(check([]), 'rule-not-in-force');
  assert.equal(check([find.ref]), 'rule-not-in-force');
  assert.equal(check([rule(3, '', ['office'], [all]).ref]), 'rule-not-in-force');
});

test('before its report an approval has to be good under every rule the report could come under', () => {
  const [all, find] = [rule(1, '', ['office']), rule(2, 'find', ['office'])];
  const early = (under: readonly Ref[], rules: readonly Filed[]) =>
    checkEarlyApproval(approval('office', { steps: [], under }), id('f', 1), rules)?.code ?? null;
  assert.equal(early([all.ref], [all]), null);
  // two rules that ask the same: an approval under either is good
  assert.equal(early([all.ref], [all, find]), null);
  assert.equal(early([all.ref], [all, rule(3, 'find', ['office', 'field'])]), 'report-not-here');
});

test('a report is live once every step of its review is approved as asked here, and not before', () => {
  const value = fc.constantFrom<unknown>(['office'], ['field', 'office'], ['authority'], null, 7, []);
  const some = fc.array(
    fc.record({ key: fc.constantFrom('', 'hazardous-area', 'accident'), value, sees: fc.boolean() }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(some, fc.nat({ max: 3 }), (stated, missing) => {
      const rules: Filed[] = [];
      for (const [n, s] of stated.entries()) {
        const before = s.sees ? rules.filter((r) => r.entry.key === s.key) : [];
        rules.push(rule(n, s.key, s.value, before));
      }
      const of: Named & { readonly entry: Report } = report({}, outline(0, 0));
      const review = reviewOf(['hazardous-area'], rules);
      assert.ok(review.steps.length > 0);
      const approvals = review.steps.map((step) => approval(step, review, [of.ref]));
      for (const a of approvals) assert.equal(checkApproval(a, of.ref.id, ['hazardous-area'], rules), null);
      const live = (given: readonly Decision[]) =>
        foldItems([of, ...rules, ...given.map((d) => named(d))], 'all', null, model, squares)[0]?.standing;
      assert.equal(live(approvals), 'live');
      assert.equal(live(approvals.filter((_, i) => i !== missing % approvals.length)), 'reported');
    }),
    { numRuns: 1000 },
  );
});
