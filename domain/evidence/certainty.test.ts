import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggest } from './suggest.ts';

const sureOf = (text: string) => suggest(text, { publisher: 'Coastal Post' })[0]?.certainty;

test('what somebody unnamed tells the outlet is asserted by them, what another outlet or a paper tells is reported', () => {
  assert.equal(sureOf('The convoy carried 40 crates, two officials said.\n'), 'asserted');
  assert.equal(
    sureOf('The convoy carried 40 crates, according to multiple reports from two officials.\n'),
    'reported',
  );
  assert.equal(sureOf('The convoy carried 40 crates, the Kyiv Independent reported.\n'), 'reported');
  assert.equal(sureOf('The convoy carried 40 crates, according to a leaked memo.\n'), 'reported');
  assert.equal(sureOf('The convoy reportedly carried 40 crates.\n'), 'reported');
});
