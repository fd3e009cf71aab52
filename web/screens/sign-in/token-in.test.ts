import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokenIn } from './token-in.ts';

test('what stands after # is a token in a sign-in link, and elsewhere a place of the page', () => {
  assert.equal(tokenIn({ pathname: '/sign-in', hash: '#abc' }), 'abc');
  assert.equal(tokenIn({ pathname: '/sign-in', hash: '' }), null);
  assert.equal(tokenIn({ pathname: '/', hash: '#receipt-17' }), null);
});
