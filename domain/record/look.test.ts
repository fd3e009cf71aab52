import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim, Report } from '../report/entry.ts';
import { rectangle } from '../report/squares.testing.ts';
import { builtIn } from './kinds.ts';
import { type Guarded, looksOf, waitsForPerson } from './look.ts';

const area = '00000000-0000-7000-8000-000000000001';
const reported = (claims: readonly Claim[], more: Partial<Report> = {}): Report => ({
  type: 'report',
  id: '00000000-0000-7000-8000-000000000002',
  programme: 'test',
  form: 'form',
  form_version: '1',
  date: '2024-05-01',
  when: { from: null, to: '2024-05-01' },
  by: '00000000-0000-7000-8000-000000000003',
  written: '2024-05-01T08:00:00.000Z',
  source: { name: 'test' },
  items: [{ id: area, kind: 'hazardous-area' }],
  claims,
  ...more,
});
const hazardClass = (code: string): Claim => ({
  on: 0,
  property: 'hazard_class',
  value: { type: 'code', code },
});
const onRecord = (code: string): Guarded => new Map([[area, { hazard_class: code }]]);

test('a danger said anew or raised is clean; one that is lowered is looked at', () => {
  assert.deepEqual(looksOf(reported([hazardClass('sha')]), builtIn, new Map()), []);
  assert.deepEqual(looksOf(reported([hazardClass('cha')]), builtIn, onRecord('sha')), []);
  assert.deepEqual(looksOf(reported([hazardClass('sha')]), builtIn, onRecord('cha')), ['lowers']);
});

test('a release and what was marked on the way in are looked at, each for its own reason', () => {
  const release: Claim = {
    on: 0,
    property: 'releases',
    value: { type: 'release', method: 'cleared', land: rectangle(1, 1) },
  };
  const both = reported([release], { waits: 'repair-waits' });
  assert.deepEqual(looksOf(both, builtIn, new Map()), ['land-off', 'waits']);
  assert.ok(waitsForPerson(both, builtIn, new Map()));
  assert.ok(!waitsForPerson(reported([hazardClass('cha')]), builtIn, new Map()));
});
