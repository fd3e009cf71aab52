import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Value } from './entry.ts';
import { cleared, live, only } from './folded.testing.ts';
import { report, text } from './worlds.testing.ts';

test('a property no definition names, of a kind no definition names, is kept and folds as the latest', () => {
  const r = report({ kind: 'unheard-of', said: 'north' }, { property: 'colour', value: text('red') });
  const s = report({ kind: 'unheard-of', said: 'south' }, { property: 'colour', value: text('blue') });
  assert.equal(only(live(r, s), 'colour').state, 'disputed');
});

test('releases are listed, as claimed while none of them is accepted with its papers', () => {
  const { accepted: _, ...unaccepted } = cleared;
  const state = (value: Value) =>
    only(live(report({ from: '2020-06-01', to: '2021-06-01' }, { property: 'released', value })), 'released')
      .state;
  assert.equal(state(unaccepted), 'claimed');
  assert.equal(state(cleared), 'settled');
});
