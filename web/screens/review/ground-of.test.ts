import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim, Geometry } from '@tilth/domain/report/entry';
import type { WouldBe } from '@tilth/domain/report/queue';
import type { ItemView } from '@tilth/domain/report/view';
import { groundOf } from './ground-of.ts';

const spoken: Geometry = { type: 'Point', coordinates: [15.5, 44] };
const onRecord: Geometry = { type: 'Point', coordinates: [16, 45] };

const drawnAt = (geometry: Geometry | null): ItemView => ({
  id: 'item',
  kind: 'hazardous-area',
  joined: ['item'],
  standing: 'live',
  disputed: false,
  contested: [],
  properties: [],
  drawing: { geometry, reported: null, unsupported: null, released: [], m2: null },
  reports: [],
});
const would = (...before: (ItemView | null)[]): WouldBe => ({
  items: before.map((one) => ({ before: one, after: null, gained: null, lost: null })),
  seen: [],
});
const says = (value: Claim['value']): { claims: Claim[] } => ({ claims: [{ on: 0, property: 'p', value }] });

test('a report that says where goes there', () => {
  const report = says({ type: 'geometry', geometry: spoken });
  assert.deepEqual(groundOf(report, undefined), spoken);
  assert.deepEqual(groundOf(report, would(drawnAt(onRecord))), spoken);
});

test('a report that says nothing of a place goes to its record, once that is known', () => {
  const report = says({ type: 'text', text: 'wet ground' });
  assert.equal(groundOf(report, undefined), null);
  assert.deepEqual(groundOf(report, would(null, drawnAt(null), drawnAt(onRecord))), onRecord);
  assert.equal(groundOf(report, would(null, drawnAt(null))), null);
});
