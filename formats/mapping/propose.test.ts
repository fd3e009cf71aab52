import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import type { Cell, Table } from '../read/table.ts';
import { guessDates } from './guess-dates.ts';
import { lookAt } from './look.ts';
import { propose, unitIn } from './propose.ts';
import { fits, readMapping } from './read-mapping.ts';
import { unmatched } from './unmatched.ts';

const kind = builtIn.kinds.get('hazardous-area')!;

function tableOf(columns: readonly string[], rows: readonly (readonly Cell[])[], geometry?: unknown): Table {
  return {
    format: 'csv',
    encoding: 'utf-8',
    columns,
    hxl: {},
    sheets: [],
    crs: null,
    notices: [],
    rows: (async function* () {
      for (const [n, cells] of rows.entries())
        yield {
          row: n + 2,
          values: Object.fromEntries(columns.map((c, i) => [c, cells[i] ?? null])),
          ...(geometry !== undefined && { geometry }),
        };
    })(),
    close: async () => {},
  };
}

test('a list of an operator is understood from its headings, units and words, and what is proposed is a valid mapping', async () => {
  const look = await lookAt(
    tableOf(
      ['HA ID', 'Type', 'Area (ha)', 'Longitude', 'Latitude', 'Survey date', 'Seen by'],
      [
        ['A-1', 'SHA', '1,5', 17.1, 44.2, '28/02/2024', 'x'],
        ['A-2', 'CHA', '2,25', 17.2, 44.3, '03/01/2024', 'y'],
      ],
    ),
  );
  const mapping = propose(look, kind, builtIn, 'HALO list 2024');
  const read = readMapping(JSON.stringify(mapping), builtIn);
  assert.ok('records' in read, JSON.stringify(read));
  assert.deepEqual(
    fits(
      read,
      look.columns.map((c) => c.name),
      builtIn,
    ).problems,
    [],
  );
  assert.deepEqual(mapping.identity, ['HA ID']);
  assert.deepEqual(mapping.records[0]?.properties, {
    local_id: { column: 'HA ID' },
    hazard_class: { column: 'Type' },
    identified_on: { date: { column: 'Survey date', format: 'dd/MM/yyyy' } },
    reported_area: { column: 'Area (ha)', unit: 'ha', decimal: ',' },
    outline: { lon: 'Longitude', lat: 'Latitude' },
  });
  assert.deepEqual(mapping.date, { column: 'Survey date', format: 'dd/MM/yyyy' });
});

test('a day and a month that could be exchanged are not guessed', () => {
  assert.deepEqual(
    guessDates(['03/04/2024', '05/06/2024']).map((g) => g.format),
    ['dd/MM/yyyy', 'MM/dd/yyyy'],
  );
  assert.deepEqual(
    guessDates(['03/04/2024', '25/06/2024', '26/06/2024']).map((g) => g.format),
    ['dd/MM/yyyy'],
  );
  assert.deepEqual(
    guessDates(['2024-03-04']).map((g) => g.format),
    [''],
  );
  assert.deepEqual(guessDates(['soon', 'later']), []);
});

test('words that no list knows are named with how often they stand there, until the mapping says what they mean', async () => {
  const look = await lookAt(
    tableOf(['id', 'class'], [...Array(3).fill(['1', 'Doubtful ground']), ['2', 'SHA'], ['3', 'n/a']]),
  );
  const mapping = propose(look, kind, builtIn, 'x');
  const found = unmatched(mapping, look, builtIn);
  assert.deepEqual(
    found.map(({ property, column, words }) => ({ property, column, words })),
    [{ property: 'hazard_class', column: 'class', words: [{ word: 'Doubtful ground', rows: 3 }] }],
  );
  const rule = { column: 'class', codes: { 'doubtful ground': 'sha' } };
  const records = [{ kind: kind.name, properties: { hazard_class: rule } }];
  assert.deepEqual(unmatched({ ...mapping, records }, look, builtIn), []);
});

test('rows that cannot be read are counted, and geometries by their type', async () => {
  const look = await lookAt(tableOf(['a'], [['1'], ['2']], { type: 'Point', coordinates: [1, 2] }));
  assert.deepEqual(look.geometries, { Point: 2 });
  assert.deepEqual(look.broken, { rows: 0, first: [] });
  assert.deepEqual(propose(look, kind, builtIn, 'x').records[0]?.properties?.outline, {
    geometry: 'feature',
  });
});

test('units are read from headings only where they are units', () => {
  assert.equal(unitIn('Area (ha)'), 'ha');
  assert.equal(unitIn('area_sqm'), 'sqm');
  assert.equal(unitIn('Depth [cm]'), 'cm');
  assert.equal(unitIn('Area (old)'), null);
  assert.equal(unitIn('my_name'), null);
});
