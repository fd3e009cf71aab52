import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hazardReportStage } from './hazard-report-stage.ts';

test('a report on which nobody did anything is new, however much it says', () => {
  assert.equal(hazardReportStage({ urgency: 'immediate', received_on: '2026-01-01' }), 'new');
});

test('to acknowledge and to assign is not to act', () => {
  assert.equal(hazardReportStage({ acknowledged_on: '2026-01-02' }), 'acknowledged');
  assert.equal(hazardReportStage({ acknowledged_on: '2026-01-02', assigned_on: '2026-01-03' }), 'assigned');
  assert.equal(hazardReportStage({ assigned_on: '2026-01-03', outcome: 'waiting' }), 'assigned');
});

test('an outcome, or something recorded because of it, is', () => {
  assert.equal(hazardReportStage({ outcome: 'visited-nothing-seen' }), 'acted-on');
  assert.equal(hazardReportStage({ led_to: '018f0000-0000-7000-8000-000000000001' }), 'acted-on');
});

test('an outcome that is disputed or not reviewed leaves it where it was', () => {
  assert.equal(
    hazardReportStage({ acknowledged_on: '2026-01-02', outcome: 'not-ordnance', outcome_state: 'disputed' }),
    'acknowledged',
  );
  assert.equal(hazardReportStage({ outcome: 'item-disposed', outcome_state: 'pending' }), 'new');
});
