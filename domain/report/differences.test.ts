import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences } from './differences.ts';
import type { Value } from './entry.ts';
import type { ItemView, PropertyView, Shown } from './view.ts';

const number = (n: number): Value => ({ type: 'number', number: n });
const shown = (value: Value): Shown => ({
  claim: { report: 'r', n: 0 },
  value,
  when: { from: null, to: '2026-01-01' },
  voice: 'v',
  source: 's',
  standing: 'live',
});
const property = (name: string, value: Value | null, more: Partial<PropertyView> = {}): PropertyView => ({
  property: name,
  definition: '',
  value,
  state: 'settled',
  claim: null,
  remaining: [],
  earlier: [],
  ...more,
});
const view = (...properties: readonly PropertyView[]): ItemView => ({
  id: 'i',
  kind: 'hazardous-area',
  joined: ['i'],
  standing: 'live',
  disputed: false,
  contested: [],
  properties,
  reports: [],
});

test('what is said anew, otherwise or no more is told, what stays the same is not', () => {
  const before = view(property('a', number(1)), property('b', number(2)), property('c', number(3)));
  const after = view(property('a', number(1)), property('b', number(5)), property('d', number(4)));
  assert.deepEqual(
    differences(before, after).map((d) => [d.property, d.before?.values, d.after?.values]),
    [
      ['b', [number(2)], [number(5)]],
      ['d', undefined, [number(4)]],
      ['c', [number(3)], undefined],
    ],
  );
});

test('a value that becomes disputed shows both sides, one that is chosen only the chosen', () => {
  const settled = view(property('a', number(1)));
  const disputed = view(property('a', number(1), { state: 'disputed', remaining: [shown(number(9))] }));
  const chosen = view(property('a', number(9), { state: 'chosen', remaining: [shown(number(1))] }));
  assert.deepEqual(differences(settled, disputed)[0]?.after, {
    values: [number(1), number(9)],
    state: 'disputed',
  });
  assert.deepEqual(differences(disputed, chosen)[0]?.after, { values: [number(9)], state: 'chosen' });
});

test('a new item is all new', () => {
  assert.equal(differences(null, view(property('a', number(1)))).length, 1);
  assert.deepEqual(differences(null, null), []);
});
