import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import fc from 'fast-check';
import { openTable } from '../read/open.ts';
import { allRows, bytesOf, withFile } from '../read/samples.testing.ts';
import { type About, CAUTION, INVENTED, type Row } from './about.ts';
import { csvCell } from './csv.ts';
import { type FormatName, formats } from './formats.ts';
import { write } from './write.ts';

const about: About = {
  kind: builtIn.kinds.get('hazardous-area')!,
  model: builtIn,
  stamp: { office: 'north', programme: 'p', number: 77, fold: 3, at: '2026-01-31', known: null, pending: 5 },
  filter: { hazard_class: 'sha' },
  invented: true,
  programme: 'Orlia',
};

function row(values: Record<string, unknown>, geometry: Row['geometry'] = null): Row {
  const id = '0190aaaa-0000-7000-8000-000000000001';
  return { id, programme: 'p', kind: 'hazardous-area', standing: 'live', disputed: false, geometry, values };
}

async function* listed(...rows: Row[]) {
  yield* rows;
}

async function written(format: FormatName, rows: Row[], a: About = about): Promise<Buffer> {
  return bytesOf(write(format, listed(...rows), a));
}

async function back(format: FormatName, rows: Row[]) {
  const bytes = await written(format, rows);
  return withFile(`x.${formats[format].extension}`, bytes, async (p) => allRows(await openTable(p)));
}

const ALL = Object.keys(formats) as FormatName[];

test('every format carries day, number, filter, definitions, pending and “Invented data”', async () => {
  for (const format of ALL) {
    const bytes = await written(format, [row({ local_id: 'A' }, { type: 'Point', coordinates: [1, 2] })]);
    let text = bytes.toString('utf8');
    if (format === 'xlsx') {
      const opened = await withFile('x.xlsx', bytes, async (p) =>
        allRows(await openTable(p, { sheet: 'About', header_row: 2 })),
      );
      text = JSON.stringify([opened.table.columns, opened.rows]) + INVENTED;
    }
    for (const words of ['2026-01-31', '77', 'hazard_class', 'imas-04-10', 'north', CAUTION, INVENTED]) {
      assert.ok(text.includes(words), `${format} lacks ${words}`);
    }
  }
});

test('real data are not called invented', async () => {
  for (const format of ALL) {
    const bytes = await written(format, [row({})], { ...about, invented: false });
    assert.ok(!bytes.includes(INVENTED), format);
  }
});

test('personal values are in no export, whatever the row holds', async () => {
  for (const format of ALL) {
    const bytes = await written(format, [
      row({ landowner: 'Xyzzy', local_id: 'A' }, { type: 'Point', coordinates: [1, 2] }),
    ]);
    assert.ok(!bytes.includes('Xyzzy'), format);
  }
});

test('a file without rows is still a whole file of its format, and stamped', async () => {
  for (const format of ALL) {
    const bytes = await written(format, []);
    if (format !== 'xlsx') assert.ok(bytes.includes('2026-01-31') && bytes.includes(CAUTION), format);
    if (format === 'gpx') continue;
    const opened = await withFile(`x.${format}`, bytes, async (p) => allRows(await openTable(p)));
    assert.deepEqual(opened.rows, [], format);
  }
});

test('no text of a CSV is a formula to a spreadsheet, and numbers stay numbers', () => {
  for (const bad of ['=1+1', '+1', '-1', '@x', '\t=1', '\r=1']) assert.match(csvCell(bad), /^"?'/u);
  assert.equal(csvCell(-74.5), '-74.5');
  assert.equal(csvCell('a "b", c'), '"a ""b"", c"');
});

const anyText = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((s) => s.trim() === s && s.normalize('NFC') === s && !/[\r\0]/u.test(s));

for (const format of ['csv', 'xlsx', 'geojson'] as const) {
  test(`any text survives ${format}`, async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const { rows } = await back(format, [row({ local_id: text })]);
        const got = String(rows[0]?.values.local_id);
        assert.equal(got, text);
      }),
      { numRuns: 60 },
    );
  });
}

test('text of every kind survives KML, but for what XML can not hold', async () => {
  const text = 'a <b> & "c" é ж 漢 😀 ]]> x';
  const { rows } = await back('kml', [row({ local_id: text })]);
  assert.equal(rows[0]?.values.local_id, text);
});

test('shapes come back as they were', async () => {
  const hole: Row['geometry'] = {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [0, 0],
        ],
        [
          [2, 1],
          [3, 2],
          [3, 1],
          [2, 1],
        ],
      ],
    ],
  };
  assert.deepEqual((await back('geojson', [row({}, hole)])).rows[0]?.geometry, hole);
  const kml = (await back('kml', [row({}, hole)])).rows[0]?.geometry as {
    geometries: { coordinates: unknown }[];
  };
  assert.deepEqual(
    kml.geometries.map((g) => g.coordinates),
    hole.coordinates,
  );
  assert.equal(
    (await back('csv', [row({}, hole)])).rows[0]?.values.outline_wkt,
    'MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0), (2 1, 3 2, 3 1, 2 1)))',
  );
});

test('what is disputed or only bounded stands beside the value', async () => {
  const { rows } = await back('csv', [
    row({
      hazard_class: 'cha',
      hazard_class_state: 'disputed',
      device_count: null,
      device_count_min: 3,
      device_count_max: null,
    }),
  ]);
  assert.equal(rows[0]?.values.states, 'hazard_class: disputed');
  assert.equal(rows[0]?.values.bounds, 'device_count: 3 to …');
});

test('a CSV with HXL tags is read as one', async () => {
  const bytes = await written('csv', [row({ local_id: 'A' })], { ...about, hxl: true });
  const { table, rows } = await withFile('x.csv', bytes, async (p) => allRows(await openTable(p)));
  assert.equal(table.hxl.id, '#meta+id');
  assert.equal(rows.length, 1);
});

test('GPX keeps waypoints before tracks and says how many items have no place', async () => {
  const text = (
    await written('gpx', [
      row(
        { local_id: 'line' },
        {
          type: 'LineString',
          coordinates: [
            [0, 0],
            [1, 1],
          ],
        },
      ),
      row({ local_id: 'point' }, { type: 'Point', coordinates: [1, 2] }),
      row({ local_id: 'nowhere' }),
    ])
  ).toString();
  assert.ok(text.indexOf('<wpt') < text.indexOf('<trk>'));
  assert.ok(text.includes('1 items without a place'));
});

test('an outline too long for a cell of a workbook is not cut into another, and the workbook says so', async () => {
  const ring = Array.from({ length: 3000 }, (_, i): [number, number] => [10 + Math.cos(i), 20 + Math.sin(i)]);
  const long: Row['geometry'] = { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
  const { rows } = await back('xlsx', [row({ local_id: 'A' }, long), row({ local_id: 'x'.repeat(40_000) })]);
  assert.match(String(rows[0]?.values.outline_wkt), /^too long for a cell/u);
  assert.equal(String(rows[1]?.values.local_id).length, 32_767);
  const bytes = await written('xlsx', [row({ local_id: 'A' }, long), row({ local_id: 'x'.repeat(40_000) })]);
  const said = await withFile('x.xlsx', bytes, async (p) =>
    allRows(await openTable(p, { sheet: 'About', header_row: 2 })),
  );
  const words = JSON.stringify(said.rows);
  assert.ok(words.includes('1 outlines are too long') && words.includes('1 texts are too long'), words);
});
