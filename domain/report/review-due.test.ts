import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision, Ref, Report } from './entry.ts';
import { gather } from './gather.ts';
import type { Named } from './mentions.ts';
import { stepDue } from './review-due.ts';

const id = (n: number) => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const refOf = (n: number): Ref => ({ id: id(n), digest: n.toString(16).padStart(64, '0') });
const plain = { programme: 'orlia', by: id(99), written: '2024-01-01T00:00:00.000Z' } as const;

const report: Report = {
  ...plain,
  type: 'report',
  id: id(1),
  form: 'f',
  form_version: '1',
  date: '2024-01-01',
  when: { from: null, to: '2024-01-01' },
  source: { name: 'office' },
  items: [{ id: id(2), kind: 'accident' }],
  claims: [],
};

function said(n: number, act: 'approve' | 'return', step: string, after: readonly Ref[] = []): Named {
  const decision = { ...plain, type: 'decision', id: id(n), reason: '', after } as const;
  const entry: Decision = { ...decision, act, reports: [refOf(1)], step };
  return { ref: refOf(n), entry };
}

const due = (...decisions: Named[]) => {
  const log = gather([{ ref: refOf(1), entry: report }, ...decisions]);
  return stepDue(log, { ref: refOf(1), report, claimed: 'alone' }, ['field', 'authority']);
};

test('a report waits at the first step that has not approved it', () => {
  assert.equal(due(), 'field');
  assert.equal(due(said(20, 'approve', 'field')), 'authority');
  assert.equal(due(said(20, 'approve', 'authority')), 'field');
  assert.equal(due(said(20, 'approve', 'field'), said(21, 'return', 'authority')), 'authority');
});

test('where two differ about a step it waits there, and no longer when one comes after the other', () => {
  assert.equal(due(said(20, 'approve', 'field'), said(21, 'return', 'field')), 'field');
  assert.equal(due(said(20, 'return', 'field'), said(21, 'approve', 'field', [refOf(20)])), 'authority');
});

test('approved in every step it can still be returned from the last', () => {
  assert.equal(due(said(20, 'approve', 'field'), said(21, 'approve', 'authority')), 'authority');
});
