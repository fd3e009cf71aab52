import assert from 'node:assert/strict';
import { test } from 'node:test';
import { opens } from '@tilth/domain/report/commitment';
import fc from 'fast-check';
import { claimed, context, drafted, taken } from './setting.testing.ts';

const point = { lon: 'x', lat: 'y' };
const hazard = (properties: object, more: object = {}) => ({
  records: [{ kind: 'hazardous-area', properties }],
  ...more,
});

test('units, bounds, precision, thousands and words beside numbers', async () => {
  const found = await drafted(
    'id,ha,n,deep\nA,"2,5","1,234",about\n',
    hazard({
      local_id: { column: 'id' },
      reported_area: { column: 'ha', unit: 'ha', decimal: ',', precision: 0.1 },
      device_count: { column: 'n', bound: 'least' },
      required_depth: { column: 'deep', unit: 'cm' },
    }),
  );
  assert.deepEqual(claimed(found[0], 'reported_area'), [
    { type: 'number', number: 25000, precision: 1000, typed: '2,5 ha' },
  ]);
  assert.deepEqual(claimed(found[0], 'device_count'), [{ type: 'number', min: 1234, typed: '1,234' }]);
  assert.deepEqual(
    taken(found[0]).repairs.map((r) => r.code),
    ['number-thousands-separator', 'number-unreadable'],
  );
});

test('a remark in brackets behind a date is kept with it', async () => {
  const found = await drafted(
    'id,d\nA,2025-08-20 (inferred: two sources)\nB,2025 (day NOT FOUND)\nC,(unknown)\n',
    hazard({ local_id: { column: 'id' }, identified_on: { column: 'd', date: {} } }),
  );
  assert.deepEqual(
    found.map((d) => claimed(d, 'identified_on')[0]),
    [
      {
        type: 'date',
        span: { from: '2025-08-20', to: '2025-08-20', typed: '2025-08-20 (inferred: two sources)' },
      },
      { type: 'date', span: { from: '2025-01-01', to: '2025-12-31', typed: '2025 (day NOT FOUND)' } },
      { type: 'unknown', why: 'unreadable', typed: '(unknown)' },
    ],
  );
});

test('words of no information make no claim, or the claim that it is not known', async () => {
  const found = await drafted(
    'id,a,b\nA,Sin información,Sin informacion\n',
    hazard(
      {
        local_id: { column: 'id' },
        name: { column: 'a' },
        models_named: { column: 'b', when_empty: 'not-stated' },
      },
      { read: { no_information: ['SIN INFORMACIÓN'] } },
    ),
  );
  assert.deepEqual(claimed(found[0], 'name'), []);
  assert.deepEqual(claimed(found[0], 'models_named'), [{ type: 'unknown', why: 'not-stated' }]);
});

test('a set is split into members, several columns are joined, templates and constants filled in', async () => {
  const found = await drafted(
    'a,b,use\nNorth,7,road; farming\n',
    hazard({
      name: { columns: ['a', 'b'], join: '-' },
      local_id: { template: '{a}/{b}' },
      land_use: { column: 'use', split: ';', otherwise: 'other', codes: { road: 'other', farming: 'other' } },
      hazard_class: { value: 'cha' },
    }),
  );
  assert.deepEqual(claimed(found[0], 'name'), [{ type: 'text', text: 'North-7' }]);
  assert.deepEqual(claimed(found[0], 'local_id'), [{ type: 'text', text: 'North/7' }]);
  assert.deepEqual(
    claimed(found[0], 'land_use').map((v) => v.type),
    ['member', 'member'],
  );
});

test('the kind follows a column; what no case knows is refused, or makes nothing', async () => {
  const by = {
    column: 't',
    cases: {
      '1': { kind: 'accident', properties: { position: point } },
      '4': { kind: 'activity', properties: { extent: point } },
    },
  };
  const csv = 't,x,y\n1,1,2\n4,1,2\n9,1,2\n';
  const found = await drafted(csv, { records: [{ by }] });
  assert.deepEqual(
    found.slice(0, 2).map((d) => taken(d).drafts[0]!.report.items[0]!.kind),
    ['accident', 'activity'],
  );
  assert.deepEqual(found[2], {
    row: 4,
    refused: { code: 'row-case-unknown', facts: { row: 4, column: 't' } },
  });
  const nothing = await drafted(csv, { records: [{ by: { ...by, else: 'nothing' } }] });
  assert.equal('refused' in nothing[2]! ? nothing[2].refused.code : '', 'row-skipped');
});

test('a row may make several records that link to each other, and to others by key', async () => {
  const found = await drafted('acc,who,x,y,area\nAC-1,V-1,1,2,HA-9\nAC-1,V-2,1,2,HA-9\n', {
    records: [
      {
        as: 'accident',
        kind: 'accident',
        identity: ['acc'],
        properties: { local_id: { column: 'acc' }, position: point, hazard: { column: 'area' } },
      },
      {
        as: 'victim',
        kind: 'victim',
        properties: { local_id: { column: 'who' }, accident: { links_to: 'accident' } },
      },
    ],
    identity: ['who'],
  });
  const [one, two] = found.map((d) => taken(d).drafts[0]!.report);
  assert.equal(one?.items[0]?.id, two?.items[0]?.id);
  assert.notEqual(one?.items[1]?.id, two?.items[1]?.id);
  assert.deepEqual(claimed(found[0], 'accident'), [{ type: 'link', item: one?.items[0]?.id }]);
  assert.deepEqual(claimed(found[0], 'hazard'), [
    { type: 'link', key: { kind: 'hazardous-area', id: 'HA-9' } },
  ]);
  assert.deepEqual(taken(found[0]).own, [one?.items[1]?.id]);
});

test('personal values stand in the report only as commitments, and in no problem', async () => {
  const found = await drafted('id,name,born,phone\nV1,Sample Person,32/01/1990,555 0101\n', {
    records: [
      {
        kind: 'victim',
        properties: {
          local_id: { column: 'id' },
          name: { column: 'name' },
          birth_date: { column: 'born', date: { format: 'dd/MM/yyyy' } },
        },
      },
    ],
  });
  const { report, personal, kept } = taken(found[0]).drafts[0]!;
  for (const secret of ['Sample Person', '1990', '555 0101']) {
    assert.ok(
      !JSON.stringify([report, taken(found[0]).repairs, taken(found[0]).notices]).includes(secret),
      secret,
    );
  }
  assert.equal(personal.length, 2);
  for (const p of personal) {
    const { value } = report.claims[p.n]!;
    assert.ok(value.type === 'personal' && opens(value.commitment, p));
  }
  assert.deepEqual(kept, { report: report.id, sensitivity: 'personal', columns: { phone: '555 0101' } });
});

test('columns no record uses are kept, restricted, unless classed or left out', async () => {
  const found = await drafted(
    'id,a,b,c\nA,1,2,3\n',
    hazard({ local_id: { column: 'id' } }, { kept: { b: 'leave-out', c: 'restricted' } }),
  );
  const { kept } = taken(found[0]).drafts[0]!;
  assert.deepEqual(kept?.columns, { a: '1', c: '3' });
  const land = await drafted('id,a\nA,1\n', {
    records: [{ kind: 'find', properties: { event_type: { column: 'id' } } }],
  });
  assert.equal(taken(land[0]).drafts[0]!.kept?.sensitivity, 'restricted');
});

test('dates come from one column, from parts, as intervals, and never end after the source speaks', async () => {
  const when = async (date: object, csv: string, more: object = {}) => {
    const [d] = await drafted(csv, { ...hazard({ local_id: { column: 'id' } }), date, ...more });
    return d && 'drafts' in d ? d.drafts[0]!.report.when : d;
  };
  assert.deepEqual(await when({ year: 'y', month: 'm' }, 'id,y,m\nA,2006,ene\n'), {
    from: '2006-01-01',
    to: '2006-01-31',
    typed: '2006-ene',
  });
  assert.deepEqual(await when({ column: 'd', to: { column: 'e' } }, 'id,d,e\nA,2006-01-05,2006-02\n'), {
    from: '2006-01-05',
    to: '2006-02-28',
    typed: '2006-01-05 – 2006-02',
  });
  const running = await when({ year: 'y' }, 'id,y\nA,2019\n', { source: { name: 'S', date: '2019-06-30' } });
  assert.deepEqual(running, { from: '2019-01-01', to: '2019-06-30', typed: '2019' });
  const until = await when({ year: 'y', until: 'report' }, 'id,y\nA,2006\n', {
    source: { name: 'S', date: '2017-10' },
  });
  assert.deepEqual(until, { from: '2006-01-01', to: '2017-10-31', typed: '2006' });
  const future = await when({ year: 'y' }, 'id,y\nA,2031\n');
  assert.equal(future && 'refused' in future ? future.refused.code : '', 'date-after-receipt');
});

test('the date of a snapshot can be said from outside', async () => {
  const map = {
    records: [{ kind: 'victim', properties: { sex: { column: 'sex' } } }],
    snapshot: { compare: ['sex'] },
  };
  const [d] = await drafted('sex\nmale\nfemale\n', map, { snapshot: '2022-02-28' });
  assert.equal(taken(d).drafts[0]!.report.date, '2022-02-28');
});

test('positions typed as degrees, UTM, MGRS, WKT or in another system come out in WGS 84 beside what was typed', async () => {
  const at = async (rule: object, csv: string) => {
    const [d] = await drafted(csv, hazard({ outline: rule }));
    const v = claimed(d, 'outline')[0];
    return v?.type === 'geometry' && v.geometry.type === 'Point'
      ? { ...v, near: v.geometry.coordinates.map((n) => Math.round(n * 1e4) / 1e4) }
      : v;
  };
  const dms = await at({ typed: 'p', system: 'dms' }, `p;q\n"44°15'00""N 17°30'00""E";1\n`);
  assert.deepEqual(dms && 'near' in dms ? [dms.near, dms.typed] : dms, [
    [17.5, 44.25],
    `44°15'00"N 17°30'00"E`,
  ]);
  const utm = await at({ lon: 'e', lat: 'n', system: 'utm', zone: '33N' }, 'e,n\n699594,4902680\n');
  assert.deepEqual(utm && 'near' in utm ? utm.near : utm, [17.5, 44.25]);
  const crs = await at({ lon: 'e', lat: 'n', crs: 'EPSG:32633' }, 'e,n\n699594,4902680\n');
  assert.deepEqual(crs && 'near' in crs ? [crs.near, crs.typed] : crs, [
    [17.5, 44.25],
    '699594 4902680 (EPSG:32633)',
  ]);
  const wkt = await at({ wkt: 'w' }, 'w;q\nPOINT (17.5 44.25);1\n');
  assert.deepEqual(wkt && 'near' in wkt ? wkt.near : wkt, [17.5, 44.25]);
  const half = await at(point, 'x,y,q\n17.5,,1\n');
  assert.deepEqual(half, { type: 'unknown', why: 'unreadable', typed: '17.5' });
});

test('text encoded twice is kept as it is, or put right and named where the mapping asks for it', async () => {
  const csv = 'id,n\nA,GoraÅ¾de\n';
  const map = hazard({ local_id: { column: 'id' }, name: { column: 'n' } });
  const as = await drafted(csv, map);
  assert.deepEqual(
    [claimed(as[0], 'name'), taken(as[0]).notices.map((n) => n.code)],
    [[{ type: 'text', text: 'GoraÅ¾de' }], ['text-double-encoded']],
  );
  const right = await drafted(csv, { ...map, read: { double_encoded: 'repair' } });
  assert.deepEqual(
    [claimed(right[0], 'name'), taken(right[0]).repairs],
    [[{ type: 'text', text: 'Goražde' }], [{ code: 'text-encoding-repaired', facts: { column: 'n' } }]],
  );
});

test('whatever a file holds, every row has one outcome and the counts add up', async () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('A', '1', '2,006', 'male', '-74.2', '=1', '\0', '"', 'n/a'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 8 }), async (rows) => {
      const quoted = (c: string) => `"${c.replaceAll('"', '""')}"`;
      const csv = ['id,x,y,n', ...rows.map((r) => r.map(quoted).join(','))].join('\n');
      const found = await drafted(
        csv,
        hazard(
          { local_id: { column: 'id' }, outline: point, device_count: { column: 'n' } },
          { duplicates: 'merge' },
        ),
      );
      assert.equal(found.length, rows.length);
      assert.equal(new Set(found.map((d) => d.row)).size, rows.length);
      const ids = found.flatMap((d) => ('drafts' in d ? [d.drafts[0]!.report.id] : []));
      assert.equal(new Set(ids).size, ids.length);
    }),
    { numRuns: 100 },
  );
});

test('a report is dated and sourced as the mapping says', async () => {
  const [d] = await drafted(
    'id\nA\n',
    {
      ...hazard({ local_id: { column: 'id' } }),
      source: {
        name: 'S',
        publisher: { name: 'P' },
        said: { name: 'Q' },
        date: '2020',
        reliability: 'B',
        information: 2,
        doubt: 'old',
      },
    },
    { capture: 'ab'.repeat(32) },
  );
  const { report } = taken(d).drafts[0]!;
  assert.deepEqual(
    [report.date, report.source, report.published, report.said, report.sure, report.capture, report.form],
    [
      '2020-12-31',
      { name: 'S' },
      { name: 'P' },
      { name: 'Q' },
      { source: 'B', information: 2, doubt: 'old' },
      'ab'.repeat(32),
      'import/test',
    ],
  );
  assert.equal(report.by, context.by);
});

test('a stated change of words joins rows of two editions, and the report keeps the word of its file', async () => {
  const map = {
    records: [{ kind: 'victim', properties: { site: { column: 'town' } } }],
    read: { renamed: { town: { PISVA: 'PISBA' } } },
    snapshot: { date: '2020', compare: ['town'] },
  };
  const [old] = await drafted('town,n\nPISVA,1\n', map);
  const [young] = await drafted('town,n\nPISBA,1\n', map);
  assert.equal(taken(old).key.identity, taken(young).key.identity);
  assert.deepEqual(claimed(old, 'site'), [{ type: 'text', text: 'PISVA' }]);
});
