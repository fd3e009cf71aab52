import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '../record/kinds.ts';
import type { Value } from './entry.ts';
import type { ItemView, PropertyView, Shown } from './view.ts';
import { byWeight, weighDispute } from './weigh-dispute.ts';

const beside = (value: Value): Shown => ({
  claim: { report: 'r', n: 0 },
  value,
  when: { from: null, to: '2026-01-01' },
  voice: 'v',
  source: 's',
  standing: 'live',
});
const property = (name: string, value: Value, other: Value): PropertyView => ({
  property: name,
  definition: '',
  value,
  state: 'disputed',
  claim: null,
  remaining: [beside(other)],
  earlier: [],
});
const view = (kind: string, m2: number | null = null): ItemView => ({
  id: 'i',
  kind,
  joined: ['i'],
  standing: 'live',
  disputed: true,
  contested: [],
  properties: [],
  drawing: { geometry: null, reported: null, unsupported: null, released: [], m2, extent: 'outline' },
  reports: [],
});
const weigh = (kind: string, p: PropertyView, m2?: number) => {
  const defined = builtIn.kinds.get(kind);
  assert.ok(defined);
  return weighDispute(p, view(kind, m2), defined);
};
const code = (c: string): Value => ({ type: 'code', code: c });
const number = (n: number): Value => ({ type: 'number', number: n });

test('whether land is hazard weighs more than whom it hurt, that more than a figure, and a figure more than a word', () => {
  const all = [
    weigh('hazardous-area', property('name', { type: 'text', text: 'a' }, { type: 'text', text: 'b' })),
    weigh('hazardous-area', property('reported_area', number(100), number(900))),
    weigh('accident', property('killed', number(1), number(2))),
    weigh('hazardous-area', property('hazard_status', code('open'), code('closed')), 500),
  ];
  assert.deepEqual(
    all.toSorted(byWeight).map((w) => w.weight),
    ['land', 'people', 'figure', 'word'],
  );
});

test('of two figures the one with the larger difference comes first, of two areas the larger one', () => {
  const figures = [
    weigh('hazardous-area', property('reported_area', number(100), number(110))),
    weigh('hazardous-area', property('reported_area', number(100), number(900))),
  ];
  assert.deepEqual(
    figures.toSorted(byWeight).map((w) => w.amount),
    [800, 10],
  );
  const areas = [10, 5000].map((m2) =>
    weigh('hazardous-area', property('hazard_class', code('sha'), code('cha')), m2),
  );
  assert.deepEqual(
    areas.toSorted(byWeight).map((w) => w.amount),
    [5000, 10],
  );
});
