import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, hazard, live } from './folded.testing.ts';
import { code, item, report } from './worlds.testing.ts';

test('an item declared a hazard by one report and something else by another is drawn as a hazard, and contested', () => {
  const log = live(hazard(), report({ kind: 'victim' }, { property: 'outcome', value: code('killed') }));
  assert.deepEqual([fold(log)[0]?.kind, fold(log)[0]?.contested], ['hazardous-area', [`kind/${item(1)}`]]);
});
