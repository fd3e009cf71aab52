import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Value } from '../report/entry.ts';
import { idsOf } from './ids.ts';
import { pair } from './pair.ts';
import type { Side } from './sides.ts';

const local = (text: string) => ({ local_id: [{ type: 'text', text } as Value] });
const given = (issuer: string, id: string) => ({
  other_ids: [{ type: 'identifier', id, issuer } as Value],
});
const found = (ours: Record<string, Value[]>, theirs: Record<string, Value[]>) => {
  const side = (values: Record<string, Value[]>, of: 'record' | 'list'): Side => ({
    id: of,
    values,
    place: null,
    ...idsOf(values, of, ['HALO list', 'HALO']),
  });
  const pairs = pair([side(ours, 'record')], [side(theirs, 'list')]);
  if (pairs.both.length > 0) return 'pair';
  return pairs.unsure.length > 0 ? 'unsure' : 'apart';
};

test('an id pairs with the same id of the same issuer, and with no other’s', () => {
  assert.equal(found(given('UNMAS', '12'), given('unmas', '12')), 'pair');
  assert.equal(found(given('UNMAS', '12'), given('NPA', '12')), 'apart');
  assert.equal(found(given('UNMAS', '12'), given('HALO', '12')), 'unsure');
});

test('an id without an issuer is local, or that of who speaks in the list; against another’s id it is a doubt', () => {
  assert.equal(found(local('12'), local('12')), 'pair');
  assert.equal(found(given('HALO', '12'), local('12')), 'pair');
  assert.equal(found(local('12'), given('HALO list', '12')), 'pair');
  assert.equal(found(given('UNMAS', '12'), local('12')), 'unsure');
  assert.equal(found(local('12'), given('UNMAS', '12')), 'unsure');
  assert.equal(found(given('UNMAS', '12'), local('13')), 'apart');
});
