import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision, Report } from '../report/entry.ts';
import { approvesOwnRelease, type Doing, mayDo } from './may.ts';

const role = {
  viewer: 'viewer',
  collector: 'collector',
  reviewer: 'reviewer',
  administrator: 'administrator',
} as const;

test('each role may do what its work needs and no more', () => {
  const doings: Doing[] = ['report', 'decide', 'rule', 'invite'];
  const can = (r: keyof typeof role) => doings.filter((d) => mayDo(d, 'someone', role[r], 'p') === null);
  assert.deepEqual(can('viewer'), []);
  assert.deepEqual(can('collector'), ['report']);
  assert.deepEqual(can('reviewer'), ['report', 'decide']);
  assert.deepEqual(can('administrator'), doings);
});

test('without signing in nothing may be written, and without a role in the programme neither', () => {
  assert.equal(mayDo('report', null, undefined, 'p')?.code, 'not-signed-in');
  assert.equal(mayDo('report', 'someone', undefined, 'p')?.code, 'may-not');
});

test('nobody approves their own release', () => {
  const report: Report = {
    type: 'report',
    id: 'r',
    programme: 'p',
    form: 'f',
    form_version: '1',
    date: '2024-01-01',
    when: { from: null, to: '2024-01-01' },
    by: 'author',
    written: '2024-01-01T00:00:00.000Z',
    source: { name: 's' },
    items: [{ id: 'i', kind: 'hazardous-area' }],
    claims: [
      {
        on: 0,
        property: 'release',
        value: { type: 'release', method: 'cleared', land: { type: 'Point', coordinates: [0, 0] } },
      },
    ],
  };
  const approve = (by: string): Decision => ({
    type: 'decision',
    id: 'd',
    programme: 'p',
    by,
    written: '2024-01-02T00:00:00.000Z',
    reason: '',
    after: [],
    act: 'approve',
    reports: [{ id: 'r', digest: 'x' }],
    step: 'review',
  });
  assert.equal(approvesOwnRelease(approve('author'), [report])?.code, 'own-release');
  assert.equal(approvesOwnRelease(approve('somebody else'), [report]), null);
  assert.equal(approvesOwnRelease(approve('author'), [{ ...report, claims: [] }]), null);
});
