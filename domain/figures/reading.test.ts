import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '../record/kinds.ts';
import type { Value } from '../report/entry.ts';
import { code, text } from '../report/worlds.testing.ts';
import { readingOf } from './reading.ts';
import { view } from './views.testing.ts';

const find = builtIn.kinds.get('find');
assert.ok(find);
const [mine, uxo] = [code('mine-ap'), code('uxo')];
const unknown: Value = { type: 'unknown', why: 'not-stated' };

test('a disputed property may be each value that is stated, each once, the one shown first', () => {
  const disputed = view('find', { category: [uxo, mine, uxo] });
  assert.deepEqual(readingOf(disputed, 'category', find), { shown: uxo, possible: [uxo, mine] });
  const doubted = view('find', { category: [unknown, mine] });
  assert.deepEqual(readingOf(doubted, 'category', find), { shown: null, possible: [null, mine] });
});

test('what only waiting reports say is no value, unless it is asked for as hazards are drawn', () => {
  const reported = view('find', { category: uxo }, 'reported');
  assert.deepEqual(readingOf(reported, 'category', find), { shown: null, possible: [null] });
  assert.deepEqual(readingOf(reported, 'category', find, true), { shown: uxo, possible: [uxo] });
});

test('what is known to be unknown, or not said at all, is no value', () => {
  const silent = view('find', { category: unknown, name: text('x') });
  for (const name of ['category', 'quantity'])
    assert.deepEqual(readingOf(silent, name, find), { shown: null, possible: [null] }, name);
});
