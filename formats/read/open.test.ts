import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import { write } from '../write/write.ts';
import { openArchive } from './archive.ts';
import { type OpenOptions, openTable } from './open.ts';
import { allRows, bytesOf, refusal, withFile, zip } from './samples.testing.ts';

function read(name: string, bytes: string | Uint8Array, options: OpenOptions = {}) {
  return withFile(name, bytes, async (p) => allRows(await openTable(p, options)));
}

const CSV = 'a,b\n1,2\n';
const KML = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>North</name>
<Placemark id="p1"><name>One &amp; two</name><ExtendedData><Data name="class"><value>SHA</value></Data><SchemaData><SimpleData name="n">7</SimpleData></SchemaData></ExtendedData>
<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0,5 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>.2,.1 .3,.1 .3,.2 .2,.1</coordinates></LinearRing></innerBoundaryIs></Polygon></Placemark>
<Placemark><name>Nowhere</name></Placemark></Folder>
<Placemark><MultiGeometry><Point><coordinates>3,4</coordinates></Point><Point><coordinates>5,6</coordinates></Point></MultiGeometry></Placemark>
<NetworkLink><Link><href>http://example.invalid/x.kml</href></Link></NetworkLink></Document></kml>`;

test('the format is found from the file, whatever it is called', async () => {
  assert.equal((await read('x.bin', CSV)).table.format, 'csv');
  assert.equal((await read('x.csv', ' {"type":"Point","coordinates":[1,2]}')).table.format, 'geojson');
  assert.equal((await read('x', KML)).table.format, 'kml');
  assert.equal(
    (await read('x.json', Buffer.from(`\uFEFF{"type":"Point","coordinates":[1,2]}`, 'utf16le'))).table.format,
    'geojson',
  );
});

test('what can not be read is refused with the way out', async () => {
  assert.equal(
    (await refusal(read('x.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')))).code,
    'format-not-read',
  );
  assert.equal((await refusal(read('x.gz', Buffer.from('1f8b0800', 'hex')))).code, 'format-not-read');
  assert.equal((await refusal(read('x.csv', CSV, { format: 'nonsense' }))).code, 'format-unknown');
  assert.equal((await refusal(read('x.shp', 'this is no shapefile'))).code, 'file-broken');
  assert.equal((await refusal(openTable('/nowhere/at/all.csv'))).code, 'file-missing');
  assert.equal((await refusal(openTable(tmpdir()))).code, 'file-unreadable');
});

test('KML: folders, extended data, holes, several geometries and placemarks without a place', async () => {
  const { table, rows } = await read('x.kml', KML);
  assert.deepEqual(table.columns, ['@id', 'name', 'class', 'n', 'folder']);
  assert.deepEqual(
    rows.map((r) => r.values),
    [
      { '@id': 'p1', name: 'One & two', class: 'SHA', n: '7', folder: 'North' },
      { name: 'Nowhere', folder: 'North' },
      {},
    ],
  );
  assert.deepEqual(rows[0]?.geometry, {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0, 5],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
      [
        [0.2, 0.1],
        [0.3, 0.1],
        [0.3, 0.2],
        [0.2, 0.1],
      ],
    ],
  });
  assert.equal(rows[1]?.geometry, null);
  assert.deepEqual(
    table.notices.map((n) => n.code),
    ['kml-parts-left-out'],
  );
  assert.equal((await refusal(read('x.kml', KML.slice(0, 600)))).code, 'file-broken');
});

test('an archive with one data set is unpacked; its folder is gone afterwards', async () => {
  const before = (await readdir(tmpdir())).filter((n) => n.startsWith('tilth-zip-'));
  assert.deepEqual(
    (await read('x.zip', await zip({ 'data/x.csv': CSV, 'readme.txt': 'hello' }))).rows[0]?.values,
    { a: '1', b: '2' },
  );
  assert.equal((await read('x.kmz', await zip({ 'doc.kml': KML, 'files/a.png': 'x' }))).rows.length, 3);
  const after = (await readdir(tmpdir())).filter((n) => n.startsWith('tilth-zip-'));
  assert.deepEqual(after, before);
});

test('archives are refused: several data sets, none, another archive inside, paths that lead out', async () => {
  const of = async (parts: Record<string, string>) => (await refusal(read('x.zip', await zip(parts)))).code;
  assert.equal(await of({ 'a.csv': CSV, 'b.csv': CSV }), 'archive-several');
  assert.equal(await of({ 'a.png': 'x' }), 'archive-nothing');
  assert.equal(await of({ 'inner.zip': 'x', 'a.csv': CSV }), 'archive-nested');
  assert.equal(await of({ 'a.csv': 'PK\u0003\u0004 a zip under another name' }), 'archive-nested');
  assert.match(await of({ '../a.csv': CSV }), /^archive-(?:path|broken)$/u);
  assert.match(await of({ '/etc/a.csv': CSV }), /^archive-(?:path|broken)$/u);
});

test('an archive that swells too much, holds too much or too many files is refused before it is unpacked', async () => {
  const big = await zip({ 'a.csv': 'a,b\n'.repeat(20_000_000) });
  const limits = { total: 10 ** 12, swell: 200, files: 10 };
  const open = (bytes: Buffer, l: typeof limits) =>
    withFile('x.zip', bytes, async (p) => (await openArchive(p, l)).close());
  assert.equal((await refusal(open(big, limits))).code, 'archive-too-dense');
  assert.equal(
    (await refusal(open(big, { ...limits, total: 1000, swell: 10_000 }))).code,
    'archive-too-large',
  );
  const many = await zip(Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`${i}.txt`, 'x'])));
  assert.equal((await refusal(open(many, limits))).code, 'archive-too-many');
});

test('a truncated archive is refused', async () => {
  const whole = await zip({ 'a.csv': CSV });
  assert.equal((await refusal(read('x.zip', whole.subarray(0, whole.length - 30)))).code, 'archive-broken');
});

test('GeoPackage through GDAL: every row with its place, and nothing printed', async () => {
  async function* rows() {
    for (const n of [1, 2, 3]) {
      yield {
        id: `0190aaaa-0000-7000-8000-00000000000${n}`,
        programme: 'p',
        kind: 'hazardous-area',
        standing: 'live',
        disputed: false,
        geometry: n === 3 ? null : ({ type: 'Point', coordinates: [n + 0.123456789012, 45] } as const),
        values: { local_id: `é${n}` },
      };
    }
  }
  const kind = builtIn.kinds.get('hazardous-area')!;
  const stamp = {
    office: 'o',
    programme: 'p',
    number: 1,
    fold: 1,
    at: '2026-01-01',
    known: null,
    pending: 0,
  };
  const bytes = await bytesOf(
    write('gpkg', rows(), { kind, model: builtIn, stamp, filter: {}, invented: true }),
  );
  const { table, rows: found } = await read('x.gpkg', bytes);
  assert.equal(table.format, 'gpkg');
  assert.deepEqual(
    found.map((r) => [r.row, r.values.local_id, r.geometry]),
    [
      [1, 'é1', { type: 'Point', coordinates: [1.123456789012, 45] }],
      [2, 'é2', { type: 'Point', coordinates: [2.123456789012, 45] }],
      [3, 'é3', null],
    ],
  );
  assert.equal((await refusal(read('x.gpkg', bytes, { sheet: 'nothing' }))).code, 'sheet-unknown');
  assert.equal((await refusal(read('x.gpkg', bytes.subarray(0, 3000)))).code, 'file-broken');
});

test('GeoJSON in another coordinate system comes out in WGS 84, and says so', async () => {
  const file = JSON.stringify({
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } },
    features: [
      {
        type: 'Feature',
        properties: { a: 1 },
        geometry: { type: 'Point', coordinates: [556597.4539663672, 0] },
      },
    ],
  });
  const { table, rows } = await read('x.geojson', file);
  assert.deepEqual(table.notices, [{ code: 'crs-converted', facts: { crs: 'EPSG:3857' } }]);
  const geometry = rows[0]?.geometry as { coordinates: [number, number] };
  assert.ok(Math.abs(geometry.coordinates[0] - 5) < 1e-9 && Math.abs(geometry.coordinates[1]) < 1e-9);
});

test('a coordinate system can be said for a file that names none', async () => {
  const file = JSON.stringify({
    type: 'Feature',
    properties: { a: 1 },
    geometry: { type: 'Point', coordinates: [556597.4539663672, 0] },
  });
  const { rows } = await read('x.geojson', file, { crs: 'EPSG:3857' });
  const geometry = rows[0]?.geometry as { coordinates: [number, number] };
  assert.ok(Math.abs(geometry.coordinates[0] - 5) < 1e-9);
});

test('a feature that can not be converted keeps its row and is told from one without a place', async () => {
  const point = (id: string, coordinates: number[] | null) => ({
    type: 'Feature',
    properties: { id },
    geometry: coordinates && { type: 'Point', coordinates },
  });
  const text = JSON.stringify({
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32633' } },
    features: [point('A', [500000, 4900000]), point('B', [1e30, 1e30]), point('C', null)],
  });
  const { rows } = await read('x.geojson', text);
  assert.deepEqual(
    rows.map((r) => [r.row, r.values.id, (r.geometry as { type: string } | null)?.type]),
    [
      [1, 'A', 'Point'],
      [2, 'B', 'unconvertible'],
      [3, 'C', undefined],
    ],
  );
});

test('a data set that breaks off is refused as a whole, with the reason', async () => {
  const part = (n: number, place: string) =>
    `<gml:featureMember><f fid="f.${n}"><id>${n}</id><g>${place}</g></f></gml:featureMember>`;
  const good = '<gml:Point srsName="EPSG:4326"><gml:coordinates>17,44</gml:coordinates></gml:Point>';
  const gml = `<?xml version="1.0"?><gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml">${part(1, good)}${part(2, '<gml:MultiGeometry><gml:geometryMember><gml:Nonsense/></gml:geometryMember></gml:MultiGeometry>')}${part(3, good)}</gml:FeatureCollection>`;
  const found = await refusal(read('x.gml', gml));
  assert.equal(found.code, 'file-broken');
  assert.ok(JSON.stringify(found.facts).includes('cannot be parsed'), JSON.stringify(found.facts));
});

test('bytes that are no text are not read as a table', async () => {
  const database = Buffer.concat([
    Buffer.from([0, 1, 0, 0]),
    Buffer.from('Standard Jet DB\0'),
    Buffer.alloc(200),
  ]);
  assert.equal((await refusal(read('x.mdb', database))).code, 'format-unknown');
  assert.equal((await read('x.csv', Buffer.from('id,x\nA,1\n', 'utf16le'))).table.encoding, 'utf-16le');
});

test('KML: data of one name given twice are two cells', async () => {
  const { rows } = await read(
    'x.kml',
    '<kml><Placemark><ExtendedData><Data name="n"><value>1</value></Data><Data name="n"><value>2</value></Data></ExtendedData></Placemark></kml>',
  );
  assert.deepEqual({ ...rows[0]?.values }, { n: '1', 'n (2)': '2' });
});

test('a pipe, which can be read only once, is not read at all', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tilth-pipe-'));
  try {
    const pipe = join(folder, 'x.csv');
    execFileSync('mkfifo', [pipe]);
    assert.equal((await refusal(openTable(pipe))).code, 'file-unreadable');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a coordinate system that the file names and nobody knows is not taken for WGS 84', async () => {
  const file = (crs: unknown) =>
    JSON.stringify({
      type: 'FeatureCollection',
      crs,
      features: [
        {
          type: 'Feature',
          properties: { id: 1 },
          geometry: { type: 'Point', coordinates: [500000, 4900000] },
        },
      ],
    });
  const named = (name: string) => ({ type: 'name', properties: { name } });
  assert.equal((await refusal(read('x.geojson', file(named('EPSG:999999'))))).code, 'crs-unknown');
  assert.equal(
    (await refusal(read('x.geojson', file({ type: 'link', properties: {} })))).code,
    'crs-unknown',
  );
  for (const known of [named('EPSG:32633'), { type: 'EPSG', properties: { code: 32633 } }]) {
    const { rows } = await read('x.geojson', file(known));
    const { coordinates } = rows[0]!.geometry as { coordinates: number[] };
    assert.deepEqual(coordinates.map(Math.round), [15, 44]);
  }
  const stated = await read('x.geojson', file(named('EPSG:999999')), { crs: 'EPSG:32633' });
  assert.equal(stated.rows.length, 1);
});

test('KML: a track is a line, and a shape that is none of ours is not passed over', async () => {
  const { rows } = await read(
    'x.kml',
    '<kml xmlns:gx="g"><Placemark><gx:Track><when>2019</when><gx:coord>17 44 0</gx:coord><gx:coord>17.1 44 0</gx:coord></gx:Track></Placemark><Placemark><MultiGeometry><Point><coordinates>1,2</coordinates></Point><Model/></MultiGeometry></Placemark></kml>',
  );
  assert.deepEqual(rows[0]?.geometry, {
    type: 'LineString',
    coordinates: [
      [17, 44, 0],
      [17.1, 44, 0],
    ],
  });
  assert.deepEqual(rows[1]?.geometry, {
    type: 'GeometryCollection',
    geometries: [{ type: 'Point', coordinates: [1, 2] }, { type: 'Model' }],
  });
});

test('an ODS sheet filled to its end with nothing has the rows that say something', async () => {
  const cells = (...words: string[]) =>
    words
      .map((w) => `<table:table-cell office:value-type="string"><text:p>${w}</text:p></table:table-cell>`)
      .join('');
  const row = (inner: string, times = 1) =>
    `<table:table-row table:number-rows-repeated="${times}">${inner}</table:table-row>`;
  const empty = '<table:table-cell table:number-columns-repeated="2"/>';
  const names = 'office table text'
    .split(' ')
    .map((n) => `xmlns:${n}="urn:oasis:names:tc:opendocument:xmlns:${n}:1.0"`)
    .join(' ');
  const content = `<?xml version="1.0"?><office:document-content ${names}><office:body><office:spreadsheet><table:table table:name="S">${row(cells('id', 'x'))}${row(cells('A', 'b'))}${row(empty, 3)}${row(cells('B', 'c'))}${row(empty, 1_000_000)}</table:table></office:spreadsheet></office:body></office:document-content>`;
  const bytes = await zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': content,
  });
  const { rows, table } = await read('x.ods', bytes);
  assert.deepEqual(
    rows.map((r) => [r.row, r.values.id]),
    [
      [2, 'A'],
      [6, 'B'],
    ],
  );
  assert.deepEqual(table.notices, []);
});
