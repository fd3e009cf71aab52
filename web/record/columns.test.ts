import assert from 'node:assert/strict';
import { test } from 'node:test';
import { every } from '@tilth/domain/record/every';
import { hazardousArea } from '@tilth/domain/record/hazardous-area';
import type { Kind } from '@tilth/domain/record/kind';
import type { Row } from '../ask/answers.ts';
import { columnsOf } from './columns.ts';

const kind: Kind = { ...hazardousArea, properties: { ...every, ...hazardousArea.properties } };
const row = (values: Row['values']): Row => ({
  id: '',
  programme: 'p',
  kind: kind.name,
  standing: 'live',
  disputed: false,
  geometry: null,
  values,
});

test('a list shows what names an item first, then class, date and size', () => {
  const values = {
    local_id: 'A-1',
    hazard_class: 'sha',
    identified_on: '2020-01-01',
    reported_area: 5,
    work_status: 'none',
    remark: 'x',
  };
  assert.deepEqual(columnsOf(kind, [row(values)]), [
    'local_id',
    'hazard_class',
    'identified_on',
    'reported_area',
  ]);
});

test('a column without a single value gives its room to one that has some', () => {
  const rows = [
    row({ hazard_class: 'sha', map_sheet: null }),
    row({ hazard_class: 'sha', map_sheet: '2783-IV' }),
  ];
  assert.deepEqual(columnsOf(kind, rows), ['local_id', 'hazard_class', 'map_sheet']);
});
