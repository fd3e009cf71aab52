import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Kind } from '@tilth/domain/record/kind';
import type { PropertyView } from '@tilth/domain/report/view';
import { grouped } from './groups.ts';

const plain = { description: '', fold: 'latest', sensitivity: 'partner' } as const;
const kind: Kind = {
  name: 'hazardous-area',
  label: 'Hazardous area',
  plural: 'Hazardous areas',
  description: '',
  sensitivity: 'partner',
  standard: [],
  drawing: 'hazard',
  title: 'name',
  properties: {
    name: { ...plain, label: 'Name', type: 'text' },
    hazard_status: { ...plain, label: 'Status', type: 'code', codes: 'hazard-status', fold: 'guarded' },
    outline: { ...plain, label: 'Outline', type: 'geometry' },
    remark: { ...plain, label: 'Remark', type: 'text', sensitivity: 'restricted' },
  },
};

const shown = (property: string): PropertyView => ({
  property,
  definition: '',
  value: null,
  state: 'settled',
  claim: null,
  remaining: [],
  earlier: [],
});

test('every property of an item is shown once, whatever it is called', () => {
  const names = ['remark', 'made_up_by_the_programme', 'outline', 'hazard_status', 'name'];
  const out = grouped(names.map(shown), kind);
  assert.deepEqual(out.flatMap((g) => g.properties.map((p) => p.property)).sort(), [...names].sort());
});

test('what names an item comes first, its status second', () => {
  const out = grouped([shown('outline'), shown('hazard_status'), shown('name')], kind);
  assert.deepEqual(
    out.map((g) => g.group),
    ['names', 'status', 'place'],
  );
});
