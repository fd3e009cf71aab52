import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noAddress, readAddress } from '../../address.ts';
import { homeOf } from './home.ts';

const worker = new Set(['report']);

test('the plain address opens Today for who may report, and the map for everybody else', () => {
  assert.equal(homeOf(noAddress, worker), 'today');
  assert.equal(homeOf(readAddress('?programme=orlia&lang=ar&at=2024-05-01'), worker), 'today');
  assert.equal(homeOf(noAddress, new Set()), null);
});

test('an address that says what it opens is taken at its word', () => {
  for (const search of ['?screen=map', '?kind=find', '?item=a', '?map=8/1/1', '?q=x', '?view=side'])
    assert.equal(homeOf(readAddress(search), worker), null, search);
});
