import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import { suggest } from './suggest.ts';

const kind = builtIn.kinds.get('hazardous-area')!;

test('columns are matched by name, label, HXL tag in any order, or all words, each once', () => {
  const found = suggest(
    ['Local ID', 'area stated', 'hazardClass (old)', 'map_sheet', 'map-sheet', 'colour'],
    { 'area stated': '#value +area_m2' },
    kind,
  );
  assert.deepEqual(Object.fromEntries(found.map((s) => [s.column, [s.property, s.by]])), {
    'Local ID': ['local_id', 'name'],
    map_sheet: ['map_sheet', 'name'],
    'area stated': ['reported_area', 'hxl'],
    'hazardClass (old)': ['hazard_class', 'words'],
  });
});
