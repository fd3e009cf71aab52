import assert from 'node:assert/strict';
import { test } from 'node:test';
import { has, live, only, says } from './folded.testing.ts';
import { code } from './worlds.testing.ts';

test('a set holds what the last word on each member affirms; a dispute keeps the member', () => {
  const log = live(
    says('north', '2020-01-01', has('mine')),
    says('north', '2020-01-01', has('uxo')),
    says('north', '2021-01-01', has('uxo', false)),
  );
  assert.deepEqual(
    only(log, 'ordnance').members?.map((m) => m.value),
    [code('mine')],
  );
  const disputed = only(
    live(says('north', '2020-01-01', has('mine')), says('south', '2020-01-01', has('mine', false))),
    'ordnance',
  );
  assert.equal(disputed.state, 'disputed');
  assert.deepEqual(
    disputed.members?.map((m) => [m.value, m.state]),
    [[code('mine'), 'disputed']],
  );
});
