import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openGeojson } from './geojson.ts';
import { jsonSlices } from './json-slices.ts';
import { allRows, refusal, withFile } from './samples.testing.ts';

function read(content: string | object | Uint8Array) {
  const text =
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content);
  return withFile('x.geojson', text, async (p) => allRows(await openGeojson(p)));
}

const point = (x: number) => ({ type: 'Point', coordinates: [x, 1] });
const feature = (x: number, properties: unknown) => ({ type: 'Feature', geometry: point(x), properties });

test('a collection, one feature, one geometry and a feature a line give rows with their place in the file', async () => {
  const collection = { type: 'FeatureCollection', features: [feature(1, { a: 1 }), feature(2, { b: 'x' })] };
  const { table, rows } = await read(collection);
  assert.deepEqual(table.columns, ['a', 'b']);
  assert.deepEqual(
    rows.map((r) => [r.row, r.values, r.geometry]),
    [
      [1, { a: 1 }, point(1)],
      [2, { b: 'x' }, point(2)],
    ],
  );
  assert.deepEqual(
    (await read(feature(3, null))).rows.map((r) => r.geometry),
    [point(3)],
  );
  assert.deepEqual(
    (await read(point(4))).rows.map((r) => r.geometry),
    [point(4)],
  );
  const lines = [1, 2, 3].map((n) => JSON.stringify(feature(n, { n }))).join('\n');
  assert.deepEqual(
    (await read(lines)).rows.map((r) => r.values.n),
    [1, 2, 3],
  );
  const marked = [1, 2].map((n) => `\x1e${JSON.stringify(feature(n, { n }))}\n`).join('');
  assert.deepEqual(
    (await read(marked)).rows.map((r) => r.row),
    [1, 2],
  );
});

test('one broken feature is one refused row, and the others are read', async () => {
  const text = `{"type":"FeatureCollection","features":[${JSON.stringify(feature(1, {}))},{"type":"Feature","geometry":{"type":"Point","coordinates":[x,1]}},null,5,${JSON.stringify(feature(2, []))},${JSON.stringify(feature(3, {}))}]}`;
  const { rows } = await read(text);
  assert.deepEqual(
    rows.map((r) => r.problem?.code),
    [
      undefined,
      'feature-broken',
      'feature-not-object',
      'feature-not-object',
      'feature-properties-wrong',
      undefined,
    ],
  );
});

test('a file cut off anywhere is refused before a row is taken', async () => {
  const whole = JSON.stringify({
    type: 'FeatureCollection',
    features: [feature(1, { s: 'ü"{[' }), feature(2, {})],
  });
  for (let end = 1; end < whole.length; end++) {
    const { code } = await refusal(read(whole.slice(0, end)));
    assert.equal(code, 'file-truncated', `cut at ${end}`);
  }
});

test('what is no GeoJSON is refused by name', async () => {
  assert.equal((await refusal(read(''))).code, 'file-empty');
  assert.equal((await refusal(read('[1,2]'))).code, 'geojson-not-object');
  assert.equal((await refusal(read('{"a":1}'))).code, 'geojson-type-unknown');
  assert.equal((await refusal(read('{"type":"FeatureCollection"}'))).code, 'geojson-features-missing');
  assert.equal(
    (await refusal(read('{"type":"FeatureCollection","features":{}}'))).code,
    'geojson-features-missing',
  );
  assert.equal((await refusal(read('{a:1}'))).code, 'json-broken');
});

test('a null or missing geometry is a row without a place, not a fault', async () => {
  const { rows } = await read({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', geometry: null, properties: { a: 1 } },
      { type: 'Feature', properties: { a: 2 } },
    ],
  });
  assert.deepEqual(
    rows.map((r) => r.geometry),
    [null, null],
  );
  assert.deepEqual(
    rows[1]?.notices?.map((n) => n.code),
    ['feature-without-geometry'],
  );
});

test('keys beyond ASCII, nested values and members of the feature itself are kept', async () => {
  const { table, rows } = await read({
    type: 'Feature',
    id: 7,
    geometry: null,
    note: 'x',
    properties: { AÑO: '2004', list: [1, { a: 2 }], ['__proto__']: 'kept' },
  });
  assert.deepEqual(table.columns, ['AÑO', 'list', '__proto__', '@id', '@note']);
  assert.equal(rows[0]?.values.list, '[1,{"a":2}]');
  assert.equal(rows[0]?.values['@id'], 7);
});

test('half characters and NUL written as escapes are refused with their column', async () => {
  const { rows } = await read(
    '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"a":"\\ud800"}},{"type":"Feature","geometry":null,"properties":{"b":"x\\u0000"}}]}',
  );
  assert.deepEqual(
    rows.map((r) => [r.problem?.code, r.problem?.facts.column]),
    [
      ['cell-not-text', 'a'],
      ['cell-not-text', 'b'],
    ],
  );
});

test('the old crs member is named unless it means WGS 84', async () => {
  const named = (name: string) => ({
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name } },
    features: [],
  });
  assert.equal((await read(named('urn:ogc:def:crs:EPSG::3116'))).table.crs, 'urn:ogc:def:crs:EPSG::3116');
  assert.equal((await read(named('urn:ogc:def:crs:OGC:1.3:CRS84'))).table.crs, null);
  assert.equal((await read(named('EPSG:4326'))).table.crs, null);
});

test('a feature over the limit is one refused row and is not held', async () => {
  async function* bytes() {
    yield Buffer.from('{"type":"FeatureCollection","features":[{"a":1},{"b":"');
    for (let i = 0; i < 100; i++) yield Buffer.alloc(100, 'x');
    yield Buffer.from('"},{"c":3}]}');
  }
  const texts = [];
  for await (const s of jsonSlices(bytes(), 1000)) if (s.of === 'feature') texts.push(s.text);
  assert.deepEqual(texts, ['{"a":1}', null, '{"c":3}']);
});

test('a collection in UTF-16 reads like one in UTF-8', async () => {
  const text = JSON.stringify({ type: 'FeatureCollection', features: [feature(1, { é: 'ж' })] });
  const { table, rows } = await read(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  assert.equal(table.encoding, 'utf-16le');
  assert.deepEqual(rows[0]?.values, { é: 'ж' });
});

test('slices put together again are the file, however the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 5 }),
      fc.jsonValue({ maxDepth: 2 }),
      fc.integer({ min: 1, max: 9 }),
      async (features, extra, cut) => {
        const text = Buffer.from(
          JSON.stringify({ type: 'x', before: extra, features, after: extra }, null, 1),
        );
        async function* pieces() {
          for (let i = 0; i < text.length; i += cut) yield text.subarray(i, i + cut);
        }
        const found: unknown[] = [];
        const members: Record<string, unknown> = {};
        for await (const s of jsonSlices(pieces())) {
          assert.notEqual(s.of, 'fault');
          if (s.of === 'feature') found.push(JSON.parse(s.text ?? ''));
          if (s.of === 'member' && s.key !== '') members[s.key] = JSON.parse(s.text ?? '');
        }
        assert.deepEqual(found, JSON.parse(JSON.stringify(features)));
        assert.deepEqual(members, JSON.parse(JSON.stringify({ type: 'x', before: extra, after: extra })));
      },
    ),
    { numRuns: 300 },
  );
});

test('long ids keep every digit', async () => {
  const { rows } = await read(
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":9007199254740993,"n":-12345678901234567890,"x":0.12345678901234567,"big":1e300},"geometry":{"type":"Point","coordinates":[17.123456789012345,44]}}]}',
  );
  assert.deepEqual(
    { ...rows[0]?.values },
    { id: '9007199254740993', n: '-12345678901234567890', x: Number('0.12345678901234567'), big: 1e300 },
  );
  assert.deepEqual(rows[0]?.geometry, { type: 'Point', coordinates: [Number('17.123456789012345'), 44] });
});

test('NaN and Infinity are nothing, and lose no feature', async () => {
  const { rows } = await read(
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":NaN,"b":-Infinity,"c":"NaN \\" NaN"},"geometry":{"type":"Point","coordinates":[1,2]}},{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[NaN,2]}}]}',
  );
  assert.deepEqual({ ...rows[0]?.values }, { a: null, b: null, c: 'NaN " NaN' });
  assert.deepEqual(rows[1]?.geometry, { type: 'Point', coordinates: [null, 2] });
});

test('a feature nested beyond all reason is one refused row', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const { rows } = await read(
    `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":${deep}},"geometry":null},{"type":"Feature","properties":{"a":1},"geometry":null}]}`,
  );
  assert.deepEqual(
    rows.map((r) => r.problem?.code),
    ['feature-broken', undefined],
  );
});

test('the id of a feature does not take the place of a property of that name', async () => {
  const { rows } = await read(
    '{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","properties":{"@id":"b"},"geometry":null},{"type":"Feature","id":"a","properties":{"@id":"a"},"geometry":null}]}',
  );
  assert.deepEqual({ ...rows[0]?.values }, { '@id': 'b', '@id (2)': 'a' });
  assert.deepEqual({ ...rows[1]?.values }, { '@id': 'a' });
});
