import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '../record/kinds.ts';
import { accountabilityKinds } from './kinds.ts';

test('each is a kind there is, and none of them is drawn as danger', () => {
  for (const name of accountabilityKinds) assert.equal(builtIn.kinds.get(name)?.drawing, 'plain', name);
});
