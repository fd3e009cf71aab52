import assert from 'node:assert/strict';
import test from 'node:test';
import type { Claim, Report } from '../report/entry.ts';
import { checkReport } from './check-report.ts';
import { checkSealed } from './check-sealed.ts';
import { builtIn } from './kinds.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const sha: Claim = { on: 0, property: 'hazard_class', value: { type: 'code', code: 'sha' } };

function report(changed: Partial<Report> = {}): Report {
  return {
    type: 'report',
    id: id(1),
    programme: 'orlia',
    form: 'hazardous-area',
    form_version: '1',
    date: '2024-05-02',
    when: { from: '2024-05-01', to: '2024-05-01' },
    by: id(2),
    written: '2024-05-02T08:00:00.000Z',
    source: { name: 'Survey of the north' },
    items: [{ id: id(3), kind: 'hazardous-area' }],
    claims: [sha],
    ...changed,
  };
}
const codes = (changed: Partial<Report>) => checkReport(report(changed), builtIn).map((p) => p.code);

test('a report that says something of an item it lists can be taken', () => {
  assert.deepEqual(codes({}), []);
});

test('a report without a claim says nothing', () => {
  assert.deepEqual(codes({ claims: [] }), ['report-empty']);
});

test('a claim on an item the report does not list is named by its place', () => {
  assert.deepEqual(checkReport(report({ claims: [sha, { ...sha, on: 1 }] }), builtIn), [
    { code: 'claim-item-unknown', facts: { claim: 1, item: 1 } },
  ]);
});

test('items are of kinds there are, each listed once', () => {
  assert.deepEqual(codes({ items: [{ id: id(3), kind: 'minefields' }] }), ['kind-unknown']);
  const twice = { id: id(3), kind: 'hazardous-area' };
  assert.deepEqual(codes({ items: [twice, twice] }), ['item-repeated']);
});

test('ids are UUIDs in lower case', () => {
  assert.deepEqual(codes({ id: id(1).toUpperCase().replace('0000-7000', '000A-7000') }), ['id-malformed']);
  assert.deepEqual(codes({ claims: [{ ...sha, said: { item: 'ministry' } }] }), ['id-malformed']);
});

test('no information date ends after the report’s own date', () => {
  const late = { from: '2024-05-01', to: '2024-05-03' };
  assert.deepEqual(codes({ when: late }), ['date-after-report']);
  assert.deepEqual(codes({ claims: [{ ...sha, when: late }] }), ['date-after-report']);
});

test('a date that is itself the value may lie ahead, such as a deadline', () => {
  const due: Claim = {
    on: 0,
    property: 'due_on',
    value: { type: 'date', span: { from: '2030-01-01', to: '2030-01-01' } },
  };
  assert.deepEqual(codes({ items: [{ id: id(3), kind: 'reporting-duty' }], claims: [due] }), []);
});

test('text that no database can hold is named by where it stands', () => {
  assert.deepEqual(checkReport(report({ source: { name: 'a\0b' } }), builtIn), [
    { code: 'text-not-unicode', facts: { where: 'source.name' } },
  ]);
  assert.deepEqual(codes({ claims: [{ ...sha, part: '\ud800' }] }), ['text-not-unicode']);
});

test('everything that is wrong is said at once', () => {
  const wrong: Claim = { on: 0, property: 'hazard_class', value: { type: 'code', code: 'safe' } };
  assert.deepEqual(codes({ date: '2024-13-01', claims: [wrong, { ...wrong, property: 'colour' }] }), [
    'date-unreadable',
    'code-unknown',
    'property-unknown',
  ]);
});

test('a personal value enters the log only sealed', () => {
  const items = [{ id: id(3), kind: 'victim' }];
  const clear: Claim = { on: 0, property: 'name', value: { type: 'text', text: 'Zebedee Nobody' } };
  const sealed: Claim = { ...clear, value: { type: 'personal', commitment: 'ab'.repeat(32) } };
  assert.deepEqual(checkSealed(report({ items, claims: [clear] }), builtIn), {
    code: 'personal-in-clear',
    facts: { property: 'name' },
  });
  assert.equal(checkSealed(report({ items, claims: [sealed] }), builtIn), null);
  assert.deepEqual(codes({ items, claims: [sealed] }), []);
});
