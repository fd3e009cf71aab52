import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accidentStage } from './accident-stage.ts';

const hazard = '018f0000-0000-7000-8000-000000000001';
const inquiry = '018f0000-0000-7000-8000-000000000002';

test('an accident is acted on when it was investigated or an inquiry is on record', () => {
  assert.equal(accidentStage({ investigated: true }), 'acted-on');
  assert.equal(accidentStage({ inquiry }), 'acted-on');
  assert.equal(accidentStage({ investigated: false }), 'place-not-recorded');
});

test('a demining accident has to be investigated, known hazard or not', () => {
  assert.equal(accidentStage({ accident_kind: 'demining', hazard }), 'to-investigate');
  assert.equal(accidentStage({ accident_kind: 'demining', hazard, investigated: true }), 'acted-on');
});

test('another one is acted on when the area it happened in is on record', () => {
  assert.equal(accidentStage({ accident_kind: 'non-demining', hazard }), 'acted-on');
  assert.equal(accidentStage({ hazard, hazard_state: 'pending' }), 'place-not-recorded');
});

test('in released land the release is in question, whoever says so', () => {
  assert.equal(accidentStage({ hazard, released_land: hazard }), 'in-released-land');
  assert.equal(
    accidentStage({ hazard, released_land: hazard, released_land_state: 'disputed' }),
    'in-released-land',
  );
});

test('an investigation that only an unreviewed report claims does not count', () => {
  assert.equal(accidentStage({ investigated: true, investigated_state: 'pending' }), 'place-not-recorded');
});
