import assert from 'node:assert/strict';
import test from 'node:test';
import type { Rule } from '../report/entry.ts';
import { modelOf } from './model.ts';

const property = (sensitivity: string): Rule => ({
  type: 'rule',
  id: '00000000-0000-7000-8000-000000000001',
  programme: 'p',
  by: '00000000-0000-7000-8000-0000000000aa',
  written: '2024-01-01T00:00:00.000Z',
  reason: 'so decided',
  after: [],
  sets: 'own-property',
  key: 'hazardous-area.soil',
  value: { label: 'Soil', type: 'text', sensitivity },
});

test('two rules under one id give one model, whichever arrived first, and the more secret of the two', () => {
  const [open, secret] = [property('public'), property('restricted')];
  for (const rules of [
    [open, secret],
    [secret, open],
    [open, secret, open],
  ])
    assert.equal(modelOf(rules).kinds.get('hazardous-area')?.properties.soil?.sensitivity, 'restricted');
});
