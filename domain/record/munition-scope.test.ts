import assert from 'node:assert/strict';
import test from 'node:test';
import { builtIn } from './kinds.ts';
import { treatyScope } from './munition-scope.ts';

const categories = Object.keys(builtIn.lists.get('ordnance-category')?.codes ?? {});
const actuations = Object.keys(builtIn.lists.get('actuation')?.codes ?? {});

test('a mine that a person’s presence sets off is banned, whatever it is called and however long it is said to live', () => {
  for (const category of ['mine', 'ap-mine', 'improvised-mine', 'booby-trap', 'ied'])
    assert.equal(treatyScope(category, 'victim-person').apmbc, 'yes', category);
});

test('a mine that only a command can set off is outside the ban, one that can be switched only while it is', () => {
  assert.equal(treatyScope('ap-mine', 'command').apmbc, 'no');
  assert.equal(treatyScope('ap-mine', 'command-or-victim').apmbc, 'command-mode-only');
});

test('an anti-vehicle mine is not an anti-personnel mine for that reason alone', () => {
  assert.equal(treatyScope('av-mine', 'victim-vehicle').apmbc, 'no');
  assert.equal(treatyScope('av-mine', 'victim-any').apmbc, 'yes');
  assert.equal(treatyScope('av-mine', null).apmbc, 'unknown');
});

test('an anti-personnel mine of which nothing else is known counts as one', () => {
  assert.equal(treatyScope('ap-mine', null).apmbc, 'yes');
});

test('a claimed exclusion leaves a cluster munition open, never out', () => {
  assert.equal(treatyScope('submunition', 'impact').ccm, 'yes');
  assert.equal(treatyScope('submunition', 'impact', true).ccm, 'unknown');
});

test('what is not known is never answered with no, unless what sets it off says so', () => {
  for (const category of [null, 'not-known', 'stored-ammunition', 'a-programme’s-own'])
    assert.deepEqual(treatyScope(category, null), {
      apmbc: 'unknown',
      ccm: 'unknown',
      ap2: 'unknown',
      p5: 'unknown',
    });
});

test('every mine and device falls under Amended Protocol II, every remnant under Protocol V, none under both', () => {
  for (const category of categories)
    for (const actuation of [...actuations, null]) {
      const { ap2, p5 } = treatyScope(category, actuation);
      assert.ok(!(ap2 === 'yes' && p5 === 'yes'), category);
    }
  assert.equal(treatyScope('timed-ied', null).ap2, 'yes');
  assert.equal(treatyScope('uxo', null).p5, 'yes');
});
