/** Files and mappings that cannot be right, with what must be said of each. */
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zip } from '@tilth/formats/read/samples.testing';

export interface BadCase {
  readonly name: string;
  readonly file: string;
  /** a mapping of its own; missing: the good one */
  readonly mapping?: string;
  /** 2: the file is not taken at all; 1: rows of it are refused; 0: taken, and something is said */
  readonly status: 0 | 1 | 2;
  readonly code: string;
  /** facts that must be named */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export const GOOD = 'id,lon,lat,note\n1,17.0,44.0,a\n2,17.1,44.1,b\n3,17.2,44.2,c\n';

const properties = {
  hazard_class: { value: 'sha' },
  local_id: { column: 'id' },
  remark: { column: 'note' },
  outline: { lon: 'lon', lat: 'lat' },
};

export const goodMapping = {
  mapping: 1,
  name: 'bad-input',
  version: '1',
  source: { name: 'Files that cannot be right' },
  date: { by: 'report' },
  identity: ['id'],
  duplicates: 'keep',
  records: [{ kind: 'hazardous-area', properties }],
};

const withRecord = (record: object) => ({ ...goodMapping, records: [record] });
const hazards = (more: object) =>
  withRecord({ kind: 'hazardous-area', properties: { ...properties, ...more } });

const feature = (note: string) =>
  `{"type":"Feature","geometry":null,"properties":{"id":"9","lon":17,"lat":44,"note":"${note}"}}`;
const collection = (...notes: string[]) =>
  `{"type":"FeatureCollection","features":[${notes.map(feature).join(',')}]}`;

/** Name of the file, what is in it, what is said. */
const files: readonly (readonly [
  string,
  string | Uint8Array,
  BadCase['status'],
  string,
  BadCase['facts']?,
])[] = [
  ['empty.csv', '', 2, 'file-empty'],
  ['blank.csv', '\n\n\n', 2, 'header-missing'],
  ['only-a-header.csv', 'id,lon,lat,note\n', 0, 'rows-missing'],
  ['cut-off.csv', 'id,lon,lat,note\n9,17.5,4', 1, 'row-cut-off', { row: 2 }],
  ['too-many-cells.csv', 'id,lon,lat,note\n9,17,44,a,b,c\n', 1, 'row-too-long', { row: 2 }],
  ['open-quote.csv', 'id,lon,lat,note\n9,17,44,"a\n8,17,44,b\n', 1, 'csv-quote-not-closed', { row: 2 }],
  ['nul.csv', 'id,lon,lat,note\n9,17,44,a\0b\n', 1, 'cell-not-text', { row: 2, column: 'note' }],
  ['noise.csv', Uint8Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 251), 2, 'format-unknown'],
  ['cut-off.geojson', collection('a', 'b').slice(0, -30), 2, 'file-truncated'],
  ['empty.geojson', '', 2, 'file-empty'],
  ['nul.geojson', collection('a\\u0000b'), 1, 'cell-not-text', { row: 1, column: 'note' }],
  ['half-a-character.geojson', collection('\\ud800b'), 1, 'cell-not-text', { row: 1, column: 'note' }],
  ['words.geojson', 'hello', 2, 'geojson-not-object'],
];

/** Writes them all into the directory. */
export async function badCases(directory: string): Promise<BadCase[]> {
  const write = async (name: string, content: string | Uint8Array): Promise<string> => {
    const file = join(directory, name);
    await writeFile(file, content);
    return file;
  };
  const mapping = (name: string, content: unknown) =>
    write(name, typeof content === 'string' ? content : JSON.stringify(content));
  const cases: BadCase[] = [];
  for (const [name, content, status, code, facts] of files)
    cases.push({ name, file: await write(name, content), status, code, ...(facts && { facts }) });

  const good = await zip({ 'good.csv': GOOD });
  for (const [name, content, code] of [
    ['cut-off.zip', good.subarray(0, 60), 'archive-broken'],
    ['zip-in-zip.zip', await zip({ 'inner.zip': 'x' }), 'archive-nested'],
    [
      'disguised.zip',
      await zip({ 'inner.csv': 'PK\u0003\u0004 an archive under another name' }),
      'archive-nested',
    ],
    ['nothing.zip', await zip({ 'program.exe': 'x' }), 'archive-nothing'],
    ['bomb.zip', await zip({ 'good.csv': `${GOOD}${'0'.repeat(70_000_000)}` }), 'archive-too-dense'],
  ] as const) {
    cases.push({ name, file: await write(name, content), status: 2, code });
  }

  const folder = join(directory, 'folder.csv');
  await mkdir(folder);
  cases.push({ name: 'a folder', file: folder, status: 2, code: 'file-unreadable' });
  cases.push({ name: 'no file', file: join(directory, 'nosuch.csv'), status: 2, code: 'file-missing' });

  const csv = await write('good.csv', GOOD);
  const wrong: readonly (readonly [string, unknown, string, BadCase['facts']?])[] = [
    ['no-json', '{"mapping":1,', 'mapping-broken'],
    ['empty', '', 'mapping-broken'],
    [
      'column-not-there',
      hazards({ remark: { column: 'nosuch' } }),
      'mapping-column-missing',
      { column: 'nosuch' },
    ],
    ['no-such-kind', withRecord({ kind: 'unicorn', properties }), 'kind-unknown', { kind: 'unicorn' }],
    ['no-such-property', hazards({ colour: { column: 'note' } }), 'property-unknown', { property: 'colour' }],
    ['no-such-code', hazards({ hazard_class: { value: 'pink' } }), 'mapping-code-unknown', { value: 'pink' }],
  ];
  for (const [name, content, code, facts] of wrong) {
    const path = await mapping(`${name}.json`, content);
    cases.push({
      name: `mapping ${name}`,
      file: csv,
      mapping: path,
      status: 2,
      code,
      ...(facts && { facts }),
    });
  }
  const none = await mapping('no-column.json', {
    ...withRecord({ kind: 'hazardous-area', properties: { hazard_class: { value: 'sha' } } }),
    identity: [],
  });
  cases.push({
    name: 'mapping no-column',
    file: csv,
    mapping: none,
    status: 2,
    code: 'mapping-columns-none',
  });
  cases.push({
    name: 'mapping is a folder',
    file: csv,
    mapping: folder,
    status: 2,
    code: 'file-unreadable',
  });
  return cases;
}

/** A file of three rows of which the second is so many bytes long, written piece by piece. */
export async function longRow(file: string, bytes: number): Promise<string> {
  const piece = Buffer.alloc(1 << 20, 'x');
  const handle = await open(file, 'w');
  try {
    await handle.write('id,lon,lat,note\n1,17,44,a\n2,17,44,');
    for (let written = 0; written < bytes; written += piece.length) await handle.write(piece);
    await handle.write('\n3,17,44,c\n');
  } finally {
    await handle.close();
  }
  return file;
}
