import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision } from '@tilth/domain/report/entry';
import type { Received } from '../ask/answers.ts';
import { makeDecision } from './decide.ts';

const report = { id: 'r', digest: 'd' };
const maker = { programme: 'p', by: 'me', now: 1_700_000_000_000, random: new Uint8Array(10).fill(255) };
const wish = { verdict: 'approve', report, step: 'review', under: [], reason: 'Checked.' } as const;

function received(entry: Decision): Received {
  return { ref: { id: entry.id, digest: `of ${entry.id}` }, number: 1, instant: '', entry };
}

test('a decision follows the earlier ones on the same report and step, a withdrawal included, and no others', () => {
  const plain = { type: 'decision', programme: 'p', by: 'x', written: '', reason: '', after: [] } as const;
  const returned: Decision = { ...plain, id: 'a', act: 'return', reports: [report], step: 'review' };
  const withdrawn: Decision = { ...plain, id: 'b', act: 'withdraw', registers: ['standing/r/review'] };
  const otherStep: Decision = { ...plain, id: 'c', act: 'approve', reports: [report], step: 'second' };
  const otherReport: Decision = {
    ...plain,
    id: 'e',
    act: 'approve',
    reports: [{ id: 'q', digest: 'd' }],
    step: 'review',
  };
  const seen = [returned, withdrawn, otherStep, otherReport].map(received);
  const made = makeDecision(maker, { ...wish, seen });
  assert.deepEqual(
    made.after.map((r) => r.id),
    ['a', 'b'],
  );
});

test('a decision names the step it was made in and the rules the report is under, where there are any', () => {
  const under = { id: 'rule', digest: 'of rule' };
  const made = makeDecision(maker, {
    ...wish,
    step: 'authority',
    under: [under, { ...under, id: 'other' }],
    seen: [],
  });
  assert.ok(made.act === 'approve');
  assert.deepEqual([made.step, made.under, made.also_under?.length], ['authority', under, 1]);
  assert.equal('under' in makeDecision(maker, { ...wish, seen: [] }), false);
});
