import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stands } from './stands.ts';

test('what approved reports agree on or a person chose stands', () => {
  assert.equal(stands({ outcome: 'item-disposed' }, 'outcome'), 'item-disposed');
  assert.equal(stands({ outcome: 'item-disposed', outcome_state: 'chosen' }, 'outcome'), 'item-disposed');
});

test('what is disputed, claimed or not reviewed does not', () => {
  for (const outcome_state of ['disputed', 'claimed', 'pending'])
    assert.equal(stands({ outcome: 'item-disposed', outcome_state }, 'outcome'), null);
  assert.equal(stands({}, 'outcome'), null);
});
