/** Cells as offices fill them: what a person would read must be what is claimed, and no row report repeats a cell. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import type { RowDraft } from '@tilth/domain/report/draft';
import { say } from '@tilth/domain/say';
import words from '@tilth/words/en.json' with { type: 'json' };
import { folded } from './cells.ts';
import { readNumber } from './numbers.ts';
import { readMapping } from './read-mapping.ts';
import { claimed, drafted, taken } from './setting.testing.ts';

const hazard = (properties: object, more: object = {}) => ({
  records: [{ kind: 'hazardous-area', properties: { local_id: { column: 'id' }, ...properties } }],
  ...more,
});
const feature = (properties: object, geometry: object | null = null) => ({
  type: 'Feature',
  properties,
  geometry,
});
const features = (...list: object[]) => JSON.stringify({ type: 'FeatureCollection', features: list });
const codes = (d: RowDraft | undefined) => taken(d).repairs.map((r) => r.code);

test('a cell that is a number is that number, whatever the mapping says of texts', async () => {
  const map = hazard(
    { outline: { lon: 'x', lat: 'y' }, reported_area: { column: 'area' } },
    { read: { numbers: { decimal: ',' } } },
  );
  const rows = [
    { id: 'A', x: 17.5, y: 44.125, area: 1.234 },
    { id: 'B', x: '17,5', y: '44,125', area: '1.234' },
  ];
  const found = await drafted(features(...rows.map((r) => feature(r))), map);
  for (const d of found) {
    const [outline] = claimed(d, 'outline');
    assert.deepEqual(
      outline?.type === 'geometry' && outline.geometry.type === 'Point' && outline.geometry.coordinates,
      [17.5, 44.125],
    );
  }
  assert.deepEqual(claimed(found[0], 'reported_area'), [{ type: 'number', number: 1.234 }]);
  assert.deepEqual(claimed(found[1], 'reported_area'), [{ type: 'number', number: 1234, typed: '1.234' }]);
});

test('words that mean different things are told apart', () => {
  const pairs = [
    ['-1', '1'],
    ['1.0', '10'],
    ['0-4', '04'],
    ['3.10', '31'],
    ['<18', '>18'],
    ['कि', 'का'],
    ['ត', 'តា'],
  ];
  for (const [a, b] of pairs) assert.notEqual(folded(a!), folded(b!), `${a} ${b}`);
  const same = [
    ['1.0', '1'],
    ['0 – 4', '0-4'],
    ['Suspected Area', 'suspected_area'],
    ['Čapljina', 'CAPLJINA'],
    ['محمَّد', 'محمد'],
  ];
  for (const [a, b] of same) assert.equal(folded(a!), folded(b!), `${a} ${b}`);
});

test('a code of a float column is the code of the whole number, and minus one is not one', async () => {
  const found = await drafted(
    'id,c\nA,1.0\nB,10\nC,-1\n',
    hazard({ hazard_class: { column: 'c', codes: { 1: 'sha', 10: 'cha' } } }),
  );
  assert.deepEqual(
    found.map((d) => claimed(d, 'hazard_class').map((v) => (v.type === 'code' ? v.code : v.type))),
    [['sha'], ['cha'], ['unknown']],
  );
});

test('a mapping whose words can not be told apart is refused', () => {
  const text = JSON.stringify({
    mapping: 1,
    name: 'x',
    version: '1',
    source: { name: 'S' },
    date: { by: 'report' },
    ...hazard({ hazard_class: { column: 'c', codes: { 'C-': 'sha', C: 'cha' } } }),
  });
  const found = readMapping(text, builtIn);
  assert.ok(!('records' in found));
  assert.equal(found[0]?.code, 'mapping-words-alike');
});

test('names that look like a word for nothing are names', async () => {
  const found = await drafted('id,n\nA,Nan\nB,Na\nC,NaN\nD,n/a\n', hazard({ name: { column: 'n' } }));
  assert.deepEqual(
    found.map((d) => claimed(d, 'name').length),
    [1, 1, 0, 0],
  );
});

test('digits of other scripts, unseen marks and spaces between thousands are read', async () => {
  const found = await drafted(
    'id,x,y,area,d\nA,١٧٫٥,٤٤٫١,١٬٢٥٠,٠٣/٠٥/٢٠١٩\nB,\u200e17.5\u200f,44\u200e.1,1\u00a0250,\u200e03/05/2019\n',
    hazard(
      { outline: { lon: 'x', lat: 'y' }, reported_area: { column: 'area' } },
      { date: { column: 'd', format: 'dd/MM/yyyy' } },
    ),
  );
  for (const d of found) {
    const { report } = taken(d).drafts[0]!;
    assert.equal(report.when.to, '2019-05-03');
    const [area] = claimed(d, 'reported_area');
    assert.equal(area?.type === 'number' && area.number, 1250);
    const [outline] = claimed(d, 'outline');
    assert.equal(outline?.type, 'geometry');
  }
});

test('a space between thousands leaves the decimal sign as it is meant', () => {
  assert.deepEqual(readNumber('1 250.5', {}, false)?.number, 1250.5);
  assert.equal(readNumber('1 250,5', {}, false), null);
  assert.deepEqual(readNumber('1 250,5', { decimal: ',' }, false)?.number, 1250.5);
});

test('a percentage is read with its sign', async () => {
  const share = (rule: object) => ({
    records: [{ kind: 'quality-visit', properties: { share_sampled: { column: 'p', ...rule } } }],
  });
  const of = (d: RowDraft | undefined) =>
    claimed(d, 'share_sampled').map((v) => (v.type === 'number' ? v.number : v.type));
  const [a, b] = await drafted('p\n45%\n0.45\n', share({ unit: 'fraction' }));
  assert.deepEqual([of(a), of(b)], [[45], [45]]);
  const [c] = await drafted('p\n45 %\n', share({}));
  assert.deepEqual(of(c), [45]);
});

test('a value its property can not take loses neither the row nor the place', async () => {
  const [d] = await drafted(
    'id,x,y,area\nA,17,44,-5\n',
    hazard({ outline: { lon: 'x', lat: 'y' }, reported_area: { column: 'area' } }),
  );
  assert.deepEqual(claimed(d, 'reported_area'), [{ type: 'unknown', why: 'unreadable', typed: '-5' }]);
  assert.equal(claimed(d, 'outline')[0]?.type, 'geometry');
  assert.deepEqual(codes(d), ['value-not-fitting', 'number-too-low']);
});

test('0, 0 is no place', async () => {
  const [d] = await drafted('id,x,y\nA,0,0\n', hazard({ outline: { lon: 'x', lat: 'y' } }));
  assert.equal(claimed(d, 'outline')[0]?.type, 'unknown');
  assert.deepEqual(codes(d), ['position-zero']);
  const [f] = await drafted(
    features(feature({ id: 'A' }, { type: 'Point', coordinates: [0, 0] })),
    hazard({ outline: { geometry: 'feature' } }),
  );
  assert.deepEqual(codes(f), ['position-zero']);
});

test('degrees in a column meant for metres are not read as metres', async () => {
  const found = await drafted(
    'id,p\nA,44 15 30 N 17 30 15 E\nB,500 000 4 900 000\nC,"500000, 4900000"\n',
    hazard({ outline: { typed: 'p', crs: 'EPSG:32633' } }),
  );
  assert.deepEqual(
    found.map((d) => claimed(d, 'outline')[0]?.type),
    ['unknown', 'unknown', 'geometry'],
  );
});

test('an accuracy is read as the file writes numbers, and what is none is named', async () => {
  const found = await drafted(
    'id;x;y;acc\nA;17,5;44,1;2,5\nB;17,5;44,1;good\n',
    hazard(
      { outline: { lon: 'x', lat: 'y', accuracy_column: 'acc' } },
      { read: { numbers: { decimal: ',' } } },
    ),
  );
  const [a] = claimed(found[0], 'outline');
  assert.equal(a?.type === 'geometry' && a.accuracy, 2.5);
  assert.deepEqual(codes(found[1]), ['number-unreadable']);
});

test('a row equal to a refused one is refused too', async () => {
  const found = await drafted('c,n\n9,1\n9,1\n', {
    records: [
      {
        by: { column: 'c', cases: { 1: { kind: 'hazardous-area' } } },
        properties: { local_id: { column: 'n' } },
      },
    ],
    duplicates: 'merge',
  });
  assert.deepEqual(
    found.map((d) => 'refused' in d && d.refused.code),
    ['row-case-unknown', 'row-case-unknown'],
  );
});

test('no row report repeats what a cell says, whichever column a name strayed into', async () => {
  const name = 'Xyzzy Quux';
  const columns = 'id,class,yes,area,unit,x,y,typed,wkt,d,y1,year,acc,link,age,born'.split(',');
  const properties = {
    hazard_class: { column: 'class' },
    reported_area: { column: 'area', unit_column: 'unit' },
    outline: [
      { lon: 'x', lat: 'y', accuracy_column: 'acc' },
      { typed: 'typed' },
      { typed: 'typed', crs: 'EPSG:32633' },
      { wkt: 'wkt' },
    ],
    identified_on: [{ column: 'd' }, { date: { year: 'year', month: 'y1' } }],
  };
  const map = {
    date: { column: 'd', to: { column: 'y1' } },
    read: { numbers: { columns: ['year'] } },
    records: [
      { kind: 'hazardous-area', properties: { local_id: { column: 'id' }, ...properties } },
      {
        kind: 'victim',
        properties: { age: { column: 'age' }, birth_date: { column: 'born' }, name: { column: 'yes' } },
      },
    ],
  };
  const good: Record<string, string> = {
    id: 'A',
    area: '5',
    unit: 'ha',
    x: '17',
    y: '44',
    d: '2019-05-03',
    year: '2019',
    acc: '5',
    age: '7',
    born: '2001-02-03',
  };
  for (const stray of columns) {
    const cells = columns.map((c) => (c === stray ? name : (good[c] ?? '')));
    const late = columns.map((c) => (c === stray ? `2031-01-01 ${name}` : (good[c] ?? '')));
    for (const row of [cells, late]) {
      const [d] = await drafted(`${columns.join(',')}\n${row.join(',')}\n`, map);
      assert.ok(d);
      const told = JSON.stringify('refused' in d ? d.refused : 'same' in d ? d : [d.repairs, d.notices]);
      assert.ok(!told.includes('Xyzzy') && !told.includes('Quux'), `${stray}: ${told}`);
    }
  }
});

test('of a personal column not even the number is told', async () => {
  const [d] = await drafted('id,tel\nA,"555,123"\n', {
    read: { numbers: { columns: ['tel'] } },
    records: [{ kind: 'victim', properties: { local_id: { column: 'id' }, telephone: { column: 'tel' } } }],
  });
  const told = JSON.stringify([taken(d).repairs, taken(d).notices, taken(d).drafts[0]?.report.changes]);
  assert.ok(told.includes('number-thousands-separator'));
  assert.ok(!told.includes('555'), told);
});

test('what is left out changes no row: an export read twice, stamped anew, is the same', async () => {
  const map = hazard({}, { kept: { stamp: 'leave-out' } });
  const [a] = await drafted('id,stamp\nA,number: 5\n', map);
  const [b] = await drafted('id,stamp\nA,number: 6\n', map);
  assert.deepEqual(taken(a).key, taken(b).key);
});

test('UTM in two columns is read with the separators of the file', async () => {
  const [d] = await drafted(
    'id;e;n\nA;500 000,5;4 900 000,5\n',
    hazard(
      { outline: { lon: 'e', lat: 'n', system: 'utm', zone: '33N' } },
      { read: { numbers: { decimal: ',' } } },
    ),
  );
  assert.equal(claimed(d, 'outline')[0]?.type, 'geometry');
});

test('well-known text of every make has an outcome, and no half number is a place', async () => {
  const place = async (wkt: string) => {
    const [d] = await drafted(`id;w\nA;"${wkt}"\n`, hazard({ outline: { wkt: 'w' } }));
    const [v] = claimed(d, 'outline');
    return v?.type === 'geometry' ? v.geometry.type : v?.type;
  };
  for (const good of [
    'POINT (17 44)',
    'PointZ (17 44 5)',
    'POINTM(17 44 5)',
    'SRID=4326;POINT ZM (17 44 5 6)',
  ])
    assert.equal(await place(good), 'Point', good);
  assert.equal(await place('PolygonZ ((17 44 1, 17.01 44 1, 17.01 44.01 1, 17 44 1))'), 'Polygon');
  for (const bad of [
    'POINT ( )',
    'POINT (17 5, 44 1)',
    'POINT (0x10 0b11)',
    'POINT (17)',
    'POLYGON EMPTY',
    'POINT (17 44',
    'POINT',
  ])
    assert.equal(await place(bad), 'unknown', bad);
});

test('why a geometry could not be used is said in words, not by a code', async () => {
  const map = hazard({ outline: { geometry: 'feature' } });
  const shapes = [
    { type: 'Polygon', coordinates: [] },
    { type: 'Point', coordinates: [200, 44] },
  ];
  const rows = await drafted(features(...shapes.map((g, n) => feature({ id: `A${n}` }, g))), map);
  const said = rows.map((d) => {
    const [repair] = taken(d).repairs;
    return say(words['problem.geometry-unreadable'], repair?.facts ?? {});
  });
  assert.match(said[0] ?? '', /holds no position/);
  assert.match(said[1] ?? '', /beyond the earth/);
});
