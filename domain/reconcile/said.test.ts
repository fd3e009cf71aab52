import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '../record/kinds.ts';
import { plain } from '../report/columns.ts';
import { saidBy } from './said.ts';

const kind = builtIn.kinds.get('hazardous-area')!;

test('what the columns of a list say are the values they were made of', () => {
  const cells = {
    local_id: 'HA-1',
    hazard_class: 'sha',
    reported_area: 1200,
    device_count: null,
    device_count_min: 5,
    identified_on: '2024-01-01/2024-12-31',
    closed_on: '../2024-05-05',
    categories: 'ap-mine; av-mine',
    marked: true,
    other_ids: 'HALO: 77',
    responsible: 'HALO',
  };
  const said = saidBy(cells, kind);
  assert.deepEqual(said.reported_area, [{ type: 'number', number: 1200 }]);
  assert.deepEqual(said.device_count, [{ type: 'number', min: 5 }]);
  assert.deepEqual(said.identified_on, [{ type: 'date', span: { from: '2024-01-01', to: '2024-12-31' } }]);
  assert.deepEqual(said.closed_on, [{ type: 'date', span: { from: null, to: '2024-05-05' } }]);
  assert.deepEqual(said.other_ids, [{ type: 'identifier', id: '77', issuer: 'HALO' }]);
  assert.equal(said.slope, undefined);
  for (const [name, values] of Object.entries(said)) {
    if (name === 'device_count') continue;
    assert.equal(values.map(plain).join('; '), String(cells[name as keyof typeof cells]), name);
  }
});
