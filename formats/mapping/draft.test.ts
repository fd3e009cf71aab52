import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimed, drafted, taken } from './setting.testing.ts';

const point = { lon: 'x', lat: 'y' };
const hazard = (properties: object, more: object = {}) => ({
  records: [{ kind: 'hazardous-area', properties }],
  ...more,
});

test('a row becomes one report that says where each word stood', async () => {
  const [draft] = await drafted(
    'id,class,x,y\nA-1,Suspected,17.5,44.25\n',
    hazard({ local_id: { column: 'id' }, hazard_class: { column: 'class' }, outline: point }),
  );
  const { report } = taken(draft).drafts[0]!;
  assert.deepEqual(report.claims, [
    {
      on: 0,
      property: 'local_id',
      value: { type: 'text', text: 'A-1' },
      where: { cell: { row: 2, column: 'id' } },
    },
    {
      on: 0,
      property: 'hazard_class',
      value: { type: 'code', code: 'sha', typed: 'Suspected' },
      where: { cell: { row: 2, column: 'class' } },
    },
    {
      on: 0,
      property: 'outline',
      value: { type: 'geometry', geometry: { type: 'Point', coordinates: [17.5, 44.25] } },
      where: { cell: { row: 2, column: 'x' } },
    },
  ]);
  assert.deepEqual(report.when, { from: null, to: '2026-02-01' });
});

test('running again makes the same ids, whatever the day; another source or programme makes others', async () => {
  const csv = 'id,x,y\nA,1,2\n,3,4\n,3,4\n';
  const map = hazard({ local_id: { column: 'id' }, outline: point }, { identity: ['id'] });
  const ids = async (m: object, more = {}) =>
    (await drafted(csv, m, more)).map((d) => [
      taken(d).drafts[0]!.report.id,
      taken(d).drafts[0]!.report.items[0]!.id,
    ]);
  const first = await ids(map);
  assert.deepEqual(await ids(map, { today: '2026-03-01', written: '2026-03-01T00:00:00.000Z' }), first);
  assert.equal(new Set(first.flat()).size, 6);
  for (const other of [
    await ids({ ...map, source: { name: 'Other' } }),
    await ids(map, { programme: 'other' }),
  ]) {
    assert.equal(new Set([...first.flat(), ...other.flat()]).size, 12);
  }
});

test('a changed row with the same key is a new report on the same item', async () => {
  const map = hazard({ local_id: { column: 'id' }, name: { column: 'n' } }, { identity: ['id'] });
  const one = taken((await drafted('id,n\nA,x\n', map))[0]);
  const two = taken((await drafted('id,n\nA,y\n', map))[0]);
  assert.equal(one.key.identity, two.key.identity);
  assert.notEqual(one.key.content, two.key.content);
  assert.deepEqual(one.drafts[0]!.report.items, two.drafts[0]!.report.items);
  assert.notEqual(one.drafts[0]!.report.id, two.drafts[0]!.report.id);
});

test('row keys do not change with spelling of numbers, blanks, words of no information and new empty columns', async () => {
  const map = {
    records: [{ kind: 'victim', properties: { sex: { column: 'sex' }, site: { column: 'site' } } }],
    read: { numbers: { columns: ['year'], thousands: ',' }, no_information: ['Sin información'] },
    snapshot: { date: '2020', compare: ['year', 'sex'] },
  };
  const key = async (csv: string) => taken((await drafted(csv, map))[0]).key;
  const one = await key('year,sex,site\n"2,006",male,\n');
  assert.deepEqual(await key('year,sex,site,more\n2006,male,Sin información,\n'), one);
  assert.notEqual((await key('year,sex,site\n2007,male,\n')).identity, one.identity);
});

test('a snapshot keeps people who look alike apart, and finds them again by their place among equals', async () => {
  const map = {
    records: [{ kind: 'victim', properties: { sex: { column: 'sex' }, site: { column: 'site' } } }],
    snapshot: { date: '2020', compare: ['sex'] },
  };
  const items = async (csv: string) =>
    (await drafted(csv, map)).map((d) => taken(d).drafts[0]!.report.items[0]!.id);
  const first = await items('sex,site\nmale,a\nmale,a\nfemale,b\n');
  const second = await items('sex,site\nfemale,b\nmale,c\nmale,a\nmale,a\n');
  assert.equal(new Set(first).size, 3);
  assert.deepEqual(new Set([second[1], second[2]]), new Set([first[0], first[1]]));
  assert.equal(second[0], first[2]);
  assert.ok(!first.includes(second[3]!));
});

test('exact duplicates are the same row where the mapping merges them, and each its own where it keeps them', async () => {
  const csv = 'id,x,y\nA,1,2\nB,1,2\nA,1,2\n';
  const map = hazard({ local_id: { column: 'id' }, outline: point });
  const merged = await drafted(csv, { ...map, duplicates: 'merge' });
  assert.deepEqual(
    merged.map((d) => ('same' in d ? d.same : d.row)),
    [2, 3, 2],
  );
  const kept = await drafted(csv, map);
  assert.deepEqual(
    kept.map((d) => taken(d).key.place),
    [0, 0, 1],
  );
  assert.deepEqual(
    kept.map((d) => taken(d).notices.find((n) => n.code === 'same-as-row')?.facts.row),
    [undefined, undefined, 2],
    'kept apart, and told',
  );
  const byPlace = await drafted(csv, { ...map, duplicates: 'merge', same_when: ['x', 'y'] });
  assert.deepEqual(
    byPlace.map((d) => ('same' in d ? d.same : d.row)),
    [2, 2, 2],
  );
});

test('features without a geometry are never the same as each other', async () => {
  const f = { type: 'Feature', geometry: null, properties: { sheet: '7' } };
  const file = JSON.stringify({ type: 'FeatureCollection', features: [f, f] });
  for (const same_when of [undefined, ['@geometry']]) {
    const found = await drafted(
      file,
      hazard(
        { outline: { geometry: 'feature' }, map_sheet: { column: 'sheet' } },
        { duplicates: 'merge', ...(same_when && { same_when }) },
      ),
    );
    assert.equal(found.filter((d) => 'drafts' in d).length, 2);
  }
});

test('a hazard without a place is stored by what it says; a row that says nothing is refused', async () => {
  const file = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', geometry: null, properties: { sheet: '2585-III' } },
      { type: 'Feature', geometry: null, properties: { sheet: null } },
    ],
  });
  const found = await drafted(
    file,
    hazard({
      hazard_class: { value: 'sha' },
      outline: { geometry: 'feature' },
      map_sheet: { column: 'sheet' },
    }),
  );
  assert.deepEqual(claimed(found[0], 'map_sheet'), [{ type: 'text', text: '2585-III' }]);
  assert.deepEqual(claimed(found[0], 'outline'), []);
  assert.deepEqual(found[1], { row: 2, refused: { code: 'row-empty', facts: { row: 2 } } });
});

test('a position outside that a usual slip would bring inside is not drawn, waits, and keeps what was typed', async () => {
  const map = hazard({ local_id: { column: 'id' }, outline: point }, { extent: [-82, -4, -66, 14] });
  const found = await drafted('id,x,y\nA,74.23,4.6\nB,4.6,-74.2\nC,10,50\nD,-74.23,4.6\n', map);
  const slips = found.map((d) => taken(d).repairs.map((r) => r.facts.hint));
  assert.deepEqual(slips, [['sign-longitude'], ['swap'], [], []]);
  assert.deepEqual(
    found.map((d) => taken(d).drafts[0]!.report.waits),
    ['outside-extent', 'outside-extent', undefined, undefined],
  );
  assert.deepEqual(claimed(found[0], 'outline'), [
    { type: 'unknown', why: 'unreadable', typed: '[74.23,4.6]' },
  ]);
  assert.equal(taken(found[2]).notices[0]?.code, 'outside-extent');
  assert.equal(claimed(found[2], 'outline')[0]?.type, 'geometry');
});

test('an invalid outline of a hazard is repaired to at least its land, and the repair is named', async () => {
  const bow = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [0.01, 0.01],
        [0.01, 0],
        [0, 0.01],
        [0, 0],
      ],
    ],
  };
  const file = JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', geometry: bow, properties: {} }],
  });
  const found = await drafted(file, hazard({ outline: { geometry: 'feature' } }));
  const { report } = taken(found[0]).drafts[0]!;
  assert.ok(taken(found[0]).repairs.some((r) => r.code === 'outline-repaired'));
  assert.deepEqual(report.changes, taken(found[0]).repairs);
  assert.equal(report.waits, 'repair-waits');
  assert.equal(claimed(found[0], 'outline')[0]?.type, 'geometry');
});

test('what can not be understood is kept as typed and named, and the row is taken', async () => {
  const found = await drafted(
    'id,class,n,d\nA,purple,many,31/02/2020\n',
    hazard({
      local_id: { column: 'id' },
      hazard_class: { column: 'class' },
      device_count: { column: 'n' },
      identified_on: { column: 'd', date: { format: 'dd/MM/yyyy' } },
    }),
  );
  assert.deepEqual(
    ['hazard_class', 'device_count', 'identified_on'].map((p) => claimed(found[0], p)[0]),
    [
      { type: 'unknown', why: 'unreadable', typed: 'purple' },
      { type: 'unknown', why: 'unreadable', typed: 'many' },
      { type: 'unknown', why: 'unreadable', typed: '31/02/2020' },
    ],
  );
  assert.deepEqual(
    taken(found[0]).repairs.map((r) => r.code),
    ['code-unmapped', 'number-unreadable', 'date-part-unreadable'],
  );
});
