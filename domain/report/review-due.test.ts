import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision, Ref, Report, Rule } from './entry.ts';
import { gather } from './gather.ts';
import type { Named } from './mentions.ts';
import { ruleInForce, stepDue } from './review-due.ts';

const id = (n: number) => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const refOf = (n: number): Ref => ({ id: id(n), digest: n.toString(16).padStart(64, '0') });
const plain = { programme: 'orlia', by: id(99), written: '2024-01-01T00:00:00.000Z', reason: '' } as const;

const report: Report = {
  type: 'report',
  id: id(1),
  programme: 'orlia',
  form: 'f',
  form_version: '1',
  date: '2024-01-01',
  when: { from: null, to: '2024-01-01' },
  by: id(99),
  written: '2024-01-01T00:00:00.000Z',
  source: { name: 'office' },
  items: [{ id: id(2), kind: 'accident' }],
  claims: [],
};
const filed = { ref: refOf(1), report, claimed: 'alone' } as const;

function rule(n: number, key: string, value: unknown): Named {
  const entry: Rule = { ...plain, type: 'rule', id: id(n), after: [], sets: 'review-steps', key, value };
  return { ref: refOf(n), entry };
}

function said(n: number, act: 'approve' | 'return', step: string, after: readonly Ref[] = []): Named {
  const entry: Decision = { ...plain, type: 'decision', id: id(n), after, act, reports: [refOf(1)], step };
  return { ref: refOf(n), entry };
}

const two = rule(10, 'accident', ['field', 'authority']);
const entered: Named = { ref: refOf(1), entry: report };
const due = (...decisions: Named[]) => stepDue(gather([entered, two, ...decisions]), filed, two);

test('the last rule on the kind goes before any on the whole programme, and one taken back is none', () => {
  const whole = rule(11, '', ['office']);
  const later = rule(12, 'accident', ['office', 'ministry']);
  assert.equal(ruleInForce(report, [])?.ref.id, undefined);
  assert.equal(ruleInForce(report, [two, whole])?.ref.id, id(10));
  assert.equal(ruleInForce(report, [two, later])?.ref.id, id(12));
  assert.equal(ruleInForce(report, [rule(13, 'victim', ['x']), whole])?.ref.id, id(11));
  assert.equal(ruleInForce(report, [two, rule(14, 'accident', null)]), null);
});

test('without a rule a report waits at the one step review', () => {
  assert.equal(stepDue(gather([entered]), filed, null), 'review');
});

test('a report waits at the first step that has not approved it', () => {
  assert.equal(due(), 'field');
  assert.equal(due(said(20, 'approve', 'field')), 'authority');
  assert.equal(due(said(20, 'approve', 'authority')), 'field');
  assert.equal(due(said(20, 'approve', 'field'), said(21, 'return', 'authority')), 'authority');
});

test('where two differ about a step it waits there', () => {
  assert.equal(due(said(20, 'approve', 'field'), said(21, 'return', 'field')), 'field');
  assert.equal(due(said(20, 'return', 'field'), said(21, 'approve', 'field', [refOf(20)])), 'authority');
});

test('a rule that cannot be read lets nothing be approved', () => {
  assert.equal(stepDue(gather([entered]), filed, rule(15, '', [])), null);
});
