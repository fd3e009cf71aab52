import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawing, hazard, land, live, release } from './folded.testing.ts';
import { code, report } from './worlds.testing.ts';

test('a release covers only the ordnance it names, and what is within it', () => {
  const mined = hazard({ property: 'ordnance', value: { type: 'member', of: code('mine-ap'), yes: true } });
  const uxo = report({ date: '2020-01-01' }, { property: 'ordnance', value: code('uxo') });
  assert.equal(land(drawing(live(mined, release())).geometry), '0,0 1,0');
  assert.equal(land(drawing(live(mined, release({ categories: ['uxo'] }))).geometry), '0,0 1,0');
  assert.equal(land(drawing(live(mined, release({ categories: ['mine'] }))).geometry), '1,0');
  // reported, not reviewed: still a danger the release does not cover
  assert.equal(land(drawing([...live(mined, release({ categories: ['mine'] })), uxo]).geometry), '0,0 1,0');
});

test('clearance to less than the depth required takes nothing', () => {
  const deep = hazard({ property: 'required_depth', value: { type: 'number', number: 300 } });
  assert.equal(land(drawing(live(deep, release())).geometry), '0,0 1,0');
  assert.equal(land(drawing(live(deep, release({ depth_mm: 300 }))).geometry), '1,0');
});
