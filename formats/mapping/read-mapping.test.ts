import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import { Mapping } from './mapping.ts';
import { captureSensitivity, fits, readMapping } from './read-mapping.ts';
import { mappingOf } from './setting.testing.ts';

const base = { mapping: 1, name: 'm', version: '1', source: { name: 'S' }, date: { by: 'report' } };

function problemsOf(parts: object): [string, unknown][] {
  const read = readMapping(JSON.stringify({ ...base, ...parts }), builtIn);
  return 'records' in read ? [] : read.map((p) => [p.code, p.facts]);
}

const hazard = (properties: object) => ({ records: [{ kind: 'hazardous-area', properties }] });

test('what is no JSON, or JSON of another shape, is refused with the place', () => {
  const broken = readMapping('{', builtIn);
  assert.equal('records' in broken ? '' : broken[0]?.code, 'mapping-broken');
  assert.deepEqual(
    problemsOf({ records: [] }).map(([c]) => c),
    ['mapping-invalid'],
  );
  const [[code, facts] = ['', {}]] = problemsOf({ ...hazard({}), colour: 'red' });
  assert.deepEqual([code, (facts as { why: string }).why.includes('colour')], ['mapping-invalid', true]);
});

test('every unknown name is said at once: kinds, properties, codes, units, links', () => {
  const found = problemsOf({
    records: [
      { kind: 'hazard', properties: {} },
      {
        kind: 'hazardous-area',
        properties: {
          colour: { column: 'a' },
          hazard_class: { column: 'a', codes: { x: 'orange' } },
          reported_area: { column: 'a', unit: 'furlongs' },
          source_survey: { links_to: 'nobody' },
        },
      },
    ],
  });
  assert.deepEqual(found, [
    ['kind-unknown', { kind: 'hazard' }],
    ['property-unknown', { kind: 'hazardous-area', property: 'colour' }],
    [
      'mapping-code-unknown',
      { where: 'records[1]', property: 'hazard_class', list: 'hazard-class', value: 'orange' },
    ],
    ['mapping-unit-unknown', { where: 'records[1]', property: 'reported_area', unit: 'furlongs' }],
    ['mapping-link-unknown', { where: 'records[1], hazardous-area.source_survey', as: 'nobody' }],
  ]);
});

test('a rule that says two things, or nothing, is refused', () => {
  const code = (properties: object) => problemsOf(hazard(properties))[0]?.[0];
  assert.equal(code({ local_id: { column: 'a', value: 'b' } }), 'mapping-rule-wrong');
  assert.equal(code({ local_id: {} }), 'mapping-rule-wrong');
  assert.equal(code({ outline: { lon: 'x' } }), 'mapping-rule-wrong');
  assert.equal(code({ outline: { geometry: 'feature', wkt: 'w' } }), 'mapping-rule-wrong');
  assert.equal(code({ outline: { lon: 'x', lat: 'y', crs: 'EPSG:999999' } }), 'crs-unknown');
  assert.equal(code({ releases: { column: 'a' } }), 'mapping-rule-wrong');
  assert.equal(problemsOf({ records: [{ properties: {} }] })[0]?.[0], 'mapping-kind-missing');
  assert.equal(
    problemsOf({ ...hazard({}), date: { fixed: '2020', column: 'd' } })[0]?.[0],
    'mapping-invalid',
  );
  assert.equal(problemsOf({ ...hazard({}), date: { fixed: '2020-13' } })[0]?.[0], 'date-unreadable');
});

test('what would read nothing of a file, or nothing as it is meant, is said before', () => {
  const first = (more: object, properties: object = {}) =>
    problemsOf({ ...hazard({ local_id: { column: 'a' }, ...properties }), ...more })[0]?.[0];
  for (const format of ['YYYY-MM-DD', 'dd/mm/yyyy', 'dd/MM/yy', 'dd', 'dd/MM', 'yyyy-dd'])
    assert.equal(first({ date: { column: 'd', format } }), 'mapping-invalid', format);
  for (const format of [
    'yyyy-MM-dd',
    'd.M.yyyy',
    'yyyyMMdd',
    'yyyy',
    'MM/yyyy',
    'd MMM yyyy',
    'd MMMM, yyyy',
  ])
    assert.equal(first({ date: { column: 'd', format } }), undefined, format);
  for (const extent of [
    [19, 42, 15, 45],
    [42, 15, 45, 190],
  ])
    assert.equal(first({ extent }), 'mapping-invalid');
  assert.equal(first({}, { name: { column: 'b', codes: { x: 'y' } } }), 'mapping-rule-wrong');
  assert.equal(first({}, { name: { column: 'b', split: ';' } }), 'mapping-rule-wrong');
  assert.equal(first({}, { name: { column: 'b', unit_column: 'c' } }), 'mapping-rule-wrong');
  assert.equal(first({}, { remotely_delivered: { column: 'b', codes: { x: 'ja' } } }), 'mapping-rule-wrong');
});

test('a mapping that names no column of the file, or one the file lacks, is refused with the columns there are', () => {
  const mapping = mappingOf(hazard({ local_id: { column: 'id' }, name: { column: 'name' } }));
  assert.deepEqual(fits(mapping, ['x', 'y'], builtIn).problems, [
    { code: 'mapping-columns-none', facts: { columns: ['x', 'y'] } },
  ]);
  assert.equal(fits(mappingOf(hazard({})), ['x'], builtIn).problems[0]?.code, 'mapping-columns-none');
  assert.deepEqual(fits(mapping, ['id', 'y'], builtIn).problems, [
    {
      code: 'mapping-column-missing',
      facts: { column: 'name', where: 'records[0].properties.name', columns: ['id', 'y'] },
    },
  ]);
});

test('a column that not every edition has may be missing where the mapping says so', () => {
  const mapping = mappingOf({
    ...hazard({ local_id: { column: 'id' }, name: { column: 'name' } }),
    read: { optional_columns: ['name'] },
  });
  const { problems, notices } = fits(mapping, ['id'], builtIn);
  assert.deepEqual([problems, notices.map((n) => n.code)], [[], ['mapping-column-absent']]);
});

test('columns no record uses are listed with how they are kept: personal where rows speak of people', () => {
  const victims = mappingOf({
    records: [{ kind: 'victim', properties: { sex: { column: 'sex' } } }],
    kept: { site: 'restricted' },
  });
  assert.deepEqual(fits(victims, ['sex', 'site', 'phone'], builtIn).notices, [
    { code: 'columns-kept', facts: { columns: ['site'], sensitivity: 'restricted' } },
    { code: 'columns-kept', facts: { columns: ['phone'], sensitivity: 'personal' } },
  ]);
  assert.equal(captureSensitivity(victims, ['sex', 'site', 'phone'], builtIn), 'personal');
  assert.equal(captureSensitivity(victims, ['sex', 'site'], builtIn), 'restricted');
});

test('all our mappings can be read', () => {
  const folder = new URL('../../fixtures/mappings/', import.meta.url);
  const files = readdirSync(folder).filter((f) => f.endsWith('.json'));
  assert.ok(files.length >= 6);
  for (const file of files) {
    const read = readMapping(readFileSync(new URL(file, folder), 'utf8'), builtIn);
    assert.ok('records' in read, `${file}: ${JSON.stringify(read)}`);
    assert.equal(`${read.name}.json`, file);
  }
});

test('the printed schema is the one in force', () => {
  const printed = readFileSync(new URL('../../docs/mapping.schema.json', import.meta.url), 'utf8');
  assert.deepEqual(
    JSON.parse(printed),
    JSON.parse(JSON.stringify(Mapping)),
    'run: node formats/mapping/print-schema.ts',
  );
});
