import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim, Report } from '../report/entry.ts';
import { rectangle } from '../report/squares.testing.ts';
import { checkApprovable } from './approvable.ts';
import { builtIn } from './kinds.ts';
import { area, reportedOf } from './reported.testing.ts';

const says = (property: string, value: Claim['value']): Claim => ({ on: 0, property, value });
const name = says('name', { type: 'text', text: 'Hill' });
const reported = (claims: readonly Claim[], kind = 'hazardous-area') =>
  reportedOf(claims, { items: [{ id: area, kind }] });
const code = (report: Report, more: { placed?: boolean; reason?: string } = {}) =>
  checkApprovable(report, builtIn, {
    placed: new Set(more.placed === true ? [area] : []),
    reason: more.reason ?? '',
  })?.code ?? null;

test('a report that says nothing, or no day, is not approved, whatever the reviewer writes', () => {
  assert.equal(code(reported([]), { reason: 'seen' }), 'report-empty');
  const undated = { ...reported([name]), when: { from: null, to: '' } };
  assert.equal(code(undated, { placed: true, reason: 'seen' }), 'report-undated');
});

test('where the kind has a place the report says one, however coarse, or why it is unknown', () => {
  assert.equal(code(reported([name])), 'report-unplaced');
  const enough: readonly Claim[] = [
    says('outline', { type: 'geometry', geometry: rectangle(1, 1) }),
    says('place', { type: 'link', key: { kind: 'place', id: 'OL01' } }),
    says('pcode', { type: 'text', text: 'OL0101' }),
    says('outline', { type: 'unknown', why: 'not-stated' }),
  ];
  for (const claim of enough) assert.equal(code(reported([name, claim])), null, claim.property);
});

test('what has a place on record, a kind without one and a reviewer’s reason are enough', () => {
  assert.equal(code(reported([name]), { placed: true }), null);
  assert.equal(code(reported([name]), { reason: '  ' }), 'report-unplaced');
  assert.equal(code(reported([name]), { reason: 'The register of 1998 gives no place.' }), null);
  assert.equal(code(reported([name], 'munition-model')), null);
});
