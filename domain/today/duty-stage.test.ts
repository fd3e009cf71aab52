import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dutyStage } from './duty-stage.ts';

test('what did not come is overdue from the day after it was due', () => {
  assert.equal(dutyStage({}, '2026-04-30', '2026-04-30'), 'to-come');
  assert.equal(dutyStage({ duty_state: 'drafted' }, '2026-04-30', '2026-05-01'), 'overdue');
  assert.equal(dutyStage({ duty_state: 'due' }, null, '2026-05-01'), 'undated');
});

test('what came, late or not, or is not owed, is answered', () => {
  assert.equal(dutyStage({ submitted_on: '2026-06-01' }, '2026-04-30', '2026-07-01'), 'answered');
  assert.equal(dutyStage({ duty_state: 'submitted' }, '2026-04-30', '2026-07-01'), 'answered');
  assert.equal(dutyStage({ duty_state: 'not-owed' }, '2026-04-30', '2026-07-01'), 'answered');
});

test('a submission that nobody has reviewed does not end the duty', () => {
  const values = { submitted_on: '2026-04-01', submitted_on_state: 'pending' };
  assert.equal(dutyStage(values, '2026-04-30', '2026-07-01'), 'overdue');
});
