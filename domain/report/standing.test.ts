/** When a report counts, and when it does not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, live, name, only, release } from './folded.testing.ts';
import type { Named } from './mentions.ts';
import { registersOf } from './registers.ts';
import { approve, decide, person, report, rule, text } from './worlds.testing.ts';

test('a report is live once every step its rule asks has approved it', () => {
  const two = rule('review-steps', ['office', 'quality']);
  const r = report({}, name('Hill'));
  const step = (s: string) => decide({ act: 'approve', reports: [r.ref], step: s, under: two.ref });
  const standing = (log: readonly Named[]) => fold(log)[0]?.reports[0]?.standing;
  assert.equal(standing([r]), 'pending');
  assert.equal(standing([r, two, step('office')]), 'pending');
  assert.equal(standing([r, two, step('office'), step('quality')]), 'live');
  // the rule has not arrived at this office yet: what it asks is not known
  assert.equal(standing([r, step('office'), step('quality')]), 'pending');
  assert.equal(standing([r, approve(r)]), 'live');
});

test('returned, rejected, contested and withdrawn reports do not count, and say so', () => {
  const r = report({}, name('Hill'));
  const yes = approve(r);
  const act = (what: 'return' | 'reject', after: readonly Named[]) =>
    decide({ act: what, reports: [r.ref], step: 'review' }, { after: after.map((d) => d.ref) });
  const standing = (log: readonly Named[]) => fold(log)[0]?.reports[0]?.standing;
  assert.equal(standing([r, yes, act('return', [yes])]), 'returned');
  assert.equal(standing([r, yes, act('reject', [yes])]), 'rejected');
  assert.equal(standing([r, yes, act('reject', [])]), 'contested');
  const withdraw = decide({ act: 'withdraw', registers: registersOf(yes.entry) }, { after: [yes.ref] });
  assert.equal(standing([r, yes, withdraw]), 'pending');
  assert.equal(standing([r, yes, withdraw, approve(r)]), 'contested');
});

test('nobody’s own approval makes a release count, in whatever order the two arrive', () => {
  const r = release();
  const own = decide({ act: 'approve', reports: [r.ref], step: 'review' }, { by: r.entry.by });
  const standing = (log: readonly Named[]) => fold(log)[0]?.reports[0]?.standing;
  assert.equal(standing([r, own]), 'pending');
  assert.equal(standing([own, r]), 'pending');
  assert.equal(standing([r, own, approve(r)]), 'live');
});

test('a live correction takes the corrected report out; a pending one does not, and a second does not bring it back', () => {
  const first = report({}, name('Hill'));
  const second = report({ corrects: [first.ref] }, name('Dale'));
  const third = report({ corrects: [second.ref] }, name('Vale'));
  assert.deepEqual(only([...live(first), second], 'name').value, text('Hill'));
  assert.deepEqual(only(live(first, second), 'name').value, text('Dale'));
  const p = only(live(first, second, third), 'name');
  assert.deepEqual([p.value, p.state], [text('Vale'), 'settled']);
});

test('a decision about another digest of a report is about another report', () => {
  const r = report({}, name('Hill'));
  const forged = decide({
    act: 'approve',
    reports: [{ id: r.ref.id, digest: '0'.repeat(64) }],
    step: 'review',
  });
  assert.equal(only([r, forged], 'name').state, 'pending');
});

test('a void with a second person stands only when another than its author confirms it', () => {
  const r = report({}, name('Hill'));
  const voided = decide(
    { act: 'void', of: { report: r.ref }, evidence: 'test entry', second: true },
    { by: person(2) },
  );
  const confirm = (by: number) => decide({ act: 'confirm', of: voided.ref }, { by: person(by) });
  const standing = (log: readonly Named[]) => fold(log)[0]?.standing;
  assert.equal(standing([...live(r), voided]), 'live');
  assert.equal(standing([...live(r), voided, confirm(2)]), 'live');
  assert.equal(standing([...live(r), voided, confirm(3)]), 'void');
});
