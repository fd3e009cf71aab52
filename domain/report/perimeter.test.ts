/** What is drawn of a hazardous area (design, law 6). One square stands for one piece of land. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawing, fold, hazard, land, live, release } from './folded.testing.ts';
import { decide, outline, report } from './worlds.testing.ts';

test('a reported outline is drawn at once, as reported; approved it is just drawn; rejected it stays, unsupported', () => {
  const r = hazard();
  assert.deepEqual(drawing([r]).reported, drawing([r]).geometry);
  assert.equal(drawing(live(r)).reported, null);
  assert.equal(drawing(live(r)).m2, 2);
  const reject = decide({ act: 'reject', reports: [r.ref], step: 'review' });
  assert.equal(land(drawing([r, reject]).unsupported), '0,0 1,0');
  assert.equal(fold([r, reject])[0]?.standing, 'unsupported');
});

test('land the newest outline leaves out stays drawn, marked as no longer supported', () => {
  const d = drawing(live(hazard(), report({ date: '2021-01-01' }, outline(1, 0, 2))));
  assert.equal(land(d.geometry), '0,0 1,0 2,0');
  assert.equal(land(d.unsupported), '0,0');
  assert.equal(d.m2, 3);
});

test('outlines of two voices at one time are drawn as their union, and disputed', () => {
  const log = live(hazard(), report({ date: '2020-01-01', said: 'south' }, outline(1, 0, 2)));
  assert.equal(land(drawing(log).geometry), '0,0 1,0 2,0');
  assert.equal(drawing(log).unsupported, null);
  assert.equal(fold(log)[0]?.disputed, true);
});

test('a hazard reported again after a release is drawn again, from the report on', () => {
  const again = report({ date: '2022-01-01' }, outline(0, 0));
  const d = drawing([...live(hazard(), release()), again]);
  assert.equal(land(d.geometry), '0,0 1,0');
  assert.equal(land(d.reported), '0,0');
  assert.equal(d.released.length, 0);
});

test('as of a day before the handover the land is drawn', () => {
  const log = live(hazard(), release());
  assert.equal(land(drawing(log, '2020-12-31').geometry), '0,0 1,0');
  assert.equal(land(drawing(log, '2021-06-01').geometry), '1,0');
  assert.deepEqual(fold(log, '2019-12-31'), []);
});
