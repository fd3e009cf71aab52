import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestionsOf } from './suggestions.ts';

const known = { publisher: 'The Dale Post' };

test('after a text that breaks the thread the next one is read in a new thread', async () => {
  const broken = await suggestionsOf('a'.repeat(64), 12 as never, known);
  assert.equal(broken, null);
  const next = await suggestionsOf('b'.repeat(64), 'The ministry said that it had laid 300 mines.', known);
  assert.ok(next !== null && next.length > 0);
});
