import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim } from '../report/entry.ts';
import { rectangle } from '../report/squares.testing.ts';
import { builtIn } from './kinds.ts';
import { type Guarded, looksOf } from './look.ts';
import { area, reportedOf } from './reported.testing.ts';

const hazardClass = (code: string): Claim => ({
  on: 0,
  property: 'hazard_class',
  value: { type: 'code', code },
});
const onRecord = (code: string): Guarded => new Map([[area, { hazard_class: code }]]);

test('a danger said anew or raised is clean; one that is lowered is looked at', () => {
  assert.deepEqual(looksOf(reportedOf([hazardClass('sha')]), builtIn, new Map()), []);
  assert.deepEqual(looksOf(reportedOf([hazardClass('cha')]), builtIn, onRecord('sha')), []);
  assert.deepEqual(looksOf(reportedOf([hazardClass('sha')]), builtIn, onRecord('cha')), ['lowers']);
});

test('a release and what was marked on the way in are looked at, each for its own reason', () => {
  const release: Claim = {
    on: 0,
    property: 'releases',
    value: { type: 'release', method: 'cleared', land: rectangle(1, 1) },
  };
  const both = reportedOf([release], { waits: 'repair-waits' });
  assert.deepEqual(looksOf(both, builtIn, new Map()), ['land-off', 'waits']);
});
