/** What is exported and imported again says the same, and a second export of the same view changes no row. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import type { Value } from '@tilth/domain/report/entry';
import { openTable } from '../read/open.ts';
import { bytesOf, withFile } from '../read/samples.testing.ts';
import type { About, Row } from '../write/about.ts';
import { write } from '../write/write.ts';
import { claimed, draftsOf, mappingOf, taken } from './setting.testing.ts';

const about = (number: number): About => ({
  kind: builtIn.kinds.get('hazardous-area')!,
  model: builtIn,
  stamp: { office: 'north', programme: 'p', number, fold: 3, at: '2026-01-31', known: null, pending: 5 },
  filter: {},
  invented: true,
});

const row = (n: number, geometry: Row['geometry'], values: Row['values']): Row => ({
  id: `0190aaaa-0000-7000-8000-00000000000${n}`,
  programme: 'p',
  kind: 'hazardous-area',
  standing: 'live',
  disputed: false,
  geometry,
  values,
});

const rows: Row[] = [
  row(
    1,
    {
      type: 'Polygon',
      coordinates: [
        [
          [17.123456789, 44],
          [17.2, 44],
          [17.2, 44.1],
          [17.123456789, 44],
        ],
      ],
    },
    {
      local_id: '=1+1',
      hazard_class: 'sha',
      reported_area: 1250.5,
      identified_on: '2019-01-01/2019-12-31',
      laid_when: '/2019-05-01',
      marked: 'yes',
      remotely_delivered: true,
      categories: ['ap-mine', 'av-mine'],
    },
  ),
  row(2, null, { local_id: '007', hazard_class: 'cha', reported_area: 12, identified_on: '2020' }),
  row(3, { type: 'Point', coordinates: [17.5, 44.5] }, { local_id: "'-5", reported_area: 1e21 }),
];

async function* listed() {
  yield* rows;
}

function said(v: Value): unknown {
  switch (v.type) {
    case 'text':
      return v.text;
    case 'code':
      return v.code;
    case 'number':
      return v.number;
    case 'yesno':
      return v.yes;
    case 'date':
      return [v.span.from, v.span.to];
    case 'member':
      return said(v.of);
    case 'geometry':
      return v.geometry;
    default:
      return v;
  }
}

for (const format of ['csv', 'xlsx', 'geojson', 'gpkg', 'kml'] as const) {
  test(`${format}: an export imported again says the same, twice`, async () => {
    const keys: unknown[] = [];
    for (const number of [5, 6]) {
      const bytes = await bytesOf(write(format, listed(), about(number)));
      await withFile(`x.${format}`, bytes, async (path) => {
        const table = await openTable(path);
        await table.close();
        const column = (name: string) => ({ column: name });
        const found = await draftsOf(
          path,
          mappingOf({
            identity: ['local_id'],
            kept: { stamp: 'leave-out' },
            read: { optional_columns: ['laid_when', 'remotely_delivered', 'categories'] },
            records: [
              {
                kind: 'hazardous-area',
                properties: {
                  local_id: column('local_id'),
                  hazard_class: column('hazard_class'),
                  reported_area: column('reported_area'),
                  identified_on: column('identified_on'),
                  laid_when: column('laid_when'),
                  remotely_delivered: column('remotely_delivered'),
                  categories: { column: 'categories', split: ';' },
                  outline: table.columns.includes('outline_wkt')
                    ? { wkt: 'outline_wkt' }
                    : { geometry: 'feature' },
                },
              },
            ],
          }),
        );
        keys.push(found.map((d) => taken(d).key));
        const of = (property: string) => found.map((d) => claimed(d, property).map(said));
        assert.deepEqual(of('local_id'), [['=1+1'], ['007'], ["'-5"]]);
        assert.deepEqual(of('hazard_class'), [['sha'], ['cha'], []]);
        assert.deepEqual(of('reported_area'), [[1250.5], [12], [1e21]]);
        assert.deepEqual(of('identified_on'), [
          [['2019-01-01', '2019-12-31']],
          [['2020-01-01', '2020-12-31']],
          [],
        ]);
        assert.deepEqual(of('laid_when'), [[[null, '2019-05-01']], [], []]);
        assert.deepEqual(of('remotely_delivered'), [[true], [], []]);
        assert.deepEqual(of('categories'), [['ap-mine', 'av-mine'], [], []]);
        assert.deepEqual(of('outline'), [[rows[0]?.geometry], [], [rows[2]?.geometry]]);
      });
    }
    assert.deepEqual(keys[0], keys[1]);
  });
}
