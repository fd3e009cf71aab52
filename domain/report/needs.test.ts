import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawing, has, hazard, land, live, release } from './folded.testing.ts';
import { code, decide, item, report } from './worlds.testing.ts';

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

test('a category once reported is asked for until it is voided: no other decision or word takes the land off', () => {
  const uxo = report({ date: '2020-01-01' }, has('uxo'));
  const known = live(hazard(), release({ categories: ['mine'] }), uxo);
  const later = [
    decide(
      { act: 'reject', reports: [uxo.ref], step: 'review' },
      { after: known.slice(-1).map((n) => n.ref) },
    ),
    decide({ act: 'retarget', moves: [{ report: uxo.ref, from: item(1), to: item(2) }] }),
    ...live(report({ date: '2022-01-01' }, has('uxo', false))),
    ...live(report({ date: '2022-01-01', corrects: [uxo.ref] }, has('mine'))),
  ];
  assert.equal(land(drawing(known).geometry), '0,0 1,0');
  for (const n of later) assert.equal(land(drawing([...known, n]).geometry), '0,0 1,0');
  assert.equal(land(drawing([...known, ...later]).geometry), '0,0 1,0');
  const voided = decide({ act: 'void', of: { report: uxo.ref }, evidence: 'another sheet' });
  assert.equal(land(drawing([...known, voided]).geometry), '1,0');
});

test('a depth that is only reported, or that a later word lowers, is asked for too', () => {
  const asked = (mm: number, date: string) =>
    report({ date }, { property: 'required_depth', value: { type: 'number', number: mm } });
  const known = live(hazard(), release(), asked(100, '2020-02-01'));
  assert.equal(land(drawing(known).geometry), '1,0');
  assert.equal(land(drawing([...known, asked(300, '2020-01-01')]).geometry), '0,0 1,0');
  const lowered = live(hazard(), release(), asked(300, '2020-01-01'), asked(100, '2020-02-01'));
  assert.equal(land(drawing(lowered).geometry), '0,0 1,0');
});
