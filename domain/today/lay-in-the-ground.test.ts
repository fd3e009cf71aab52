import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layInTheGround } from './lay-in-the-ground.ts';

test('a spot task, a clearance and an unknown context tell of the land; a seizure does not', () => {
  for (const context of ['spot-task', 'clearance', 'after-release', null, undefined])
    assert.equal(layInTheGround(context), true);
  assert.equal(layInTheGround('seized'), false);
});
