import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeDecision } from './decide.ts';

const report = { id: 'r', digest: 'd' };
const maker = { programme: 'p', by: 'me', now: 1_700_000_000_000, random: new Uint8Array(10).fill(255) };
const wish = { verdict: 'approve', report, step: 'review', under: [], reason: 'Checked.' } as const;

test('a decision comes after those that stand on the report', () => {
  const after = [{ id: 'a', digest: 'of a' }];
  assert.deepEqual(makeDecision(maker, { ...wish, after }).after, after);
});

test('a decision names the step it was made in and the rules the report is under, where there are any', () => {
  const under = { id: 'rule', digest: 'of rule' };
  const made = makeDecision(maker, {
    ...wish,
    step: 'authority',
    under: [under, { ...under, id: 'other' }],
    after: [],
  });
  assert.ok(made.act === 'approve');
  assert.deepEqual([made.step, made.under, made.also_under?.length], ['authority', under, 1]);
  assert.equal('under' in makeDecision(maker, { ...wish, after: [] }), false);
});
