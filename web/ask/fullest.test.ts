import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fullest } from './fullest.ts';

test('the kind with the most records is the one to begin with, and none is chosen where there are none', () => {
  assert.equal(
    fullest(
      new Map([
        ['transfer', 8],
        ['treaty-act', 36],
        ['use', 36],
      ]),
    ),
    'treaty-act',
  );
  assert.equal(fullest(new Map([['transfer', 0]])), undefined);
  assert.equal(fullest(new Map()), undefined);
});
