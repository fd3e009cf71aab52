/**
 * Opens a file as a table, whatever it is: its format is found from its first bytes, and from what is inside an archive;
 * the name only decides between formats that look alike.
 */
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { problem, Refusal } from '@tilth/domain/problem';
import { openArchive } from './archive.ts';
import { openCsv } from './csv.ts';
import { openGdal } from './gdal.ts';
import { openGeojson } from './geojson.ts';
import { openKml } from './kml.ts';
import type { Table } from './table.ts';
import { openXlsx } from './xlsx.ts';

export interface OpenOptions {
  /** name of a format of `READABLE`; missing: found from the file */
  readonly format?: string;
  readonly sheet?: string;
  readonly encoding?: string;
  readonly header_row?: number;
  readonly delimiter?: string;
  /** coordinate system where the file names none: `EPSG:3116` */
  readonly crs?: string;
}

/** Formats that are read, by the name that `format` takes. */
export const READABLE = [
  'csv',
  'xlsx',
  'geojson',
  'gpkg',
  'shp',
  'kml',
  'kmz',
  'gml',
  'gpx',
  'fgb',
  'gdb',
  'dbf',
  'ods',
  'tab',
  'dxf',
] as const;
export type Readable = (typeof READABLE)[number];

const BY_EXTENSION: Readonly<Record<string, Readable>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.xlsx': 'xlsx',
  '.xlsm': 'xlsx',
  '.geojson': 'geojson',
  '.json': 'geojson',
  '.geojsonl': 'geojson',
  '.geojsons': 'geojson',
  '.ndjson': 'geojson',
  '.gpkg': 'gpkg',
  '.shp': 'shp',
  '.kml': 'kml',
  '.gml': 'gml',
  '.gpx': 'gpx',
  '.fgb': 'fgb',
  '.dbf': 'dbf',
  '.ods': 'ods',
  '.tab': 'tab',
  '.mif': 'tab',
  '.dxf': 'dxf',
};

/**
 * Opens a file. Throws Refusal: `file-missing`, `file-unreadable`, `file-empty`, `format-unknown`, `format-not-read`,
 * `archive-…`, and those of the format's own reader. Call `close` when done; walking all rows does it too.
 */
export async function openTable(path: string, options: OpenOptions = {}): Promise<Table> {
  const head = await firstBytes(path);
  const format = options.format === undefined ? found(path, head) : asked(options.format);
  if (format === 'zip') return openZip(path, options);
  return openAs(format, path, options);
}

async function openAs(format: Readable, path: string, options: OpenOptions): Promise<Table> {
  switch (format) {
    case 'csv':
      return openCsv(path, options);
    case 'xlsx':
      return openXlsx(path, options);
    case 'geojson': {
      const table = await openGeojson(path, options);
      const crs = options.crs ?? table.crs;
      if (crs === null || crs === 'EPSG:4326') return table;
      // coordinates of another system: GDAL reads the old `crs` member and converts
      await table.close();
      const converted = await openGdal(path, 'geojson', options);
      if (converted.notices.some((n) => n.code === 'crs-converted')) return converted;
      // GDAL takes a system it does not know for WGS 84
      await converted.close();
      throw new Refusal(problem('crs-unknown', { crs }));
    }
    case 'kml':
      return openKml(path, options);
    case 'kmz':
      return openZip(path, options);
    case 'ods':
      if ((options.header_row ?? 1) > 1) {
        const format = 'an ODS sheet whose column names stand below its first row';
        throw new Refusal(problem('format-not-read', { format, instead: 'the sheet as XLSX' }));
      }
      return openGdal(path, format, options);
    default:
      return openGdal(path, format, options);
  }
}

function asked(format: string): Readable | 'zip' {
  if (format === 'zip') return 'zip';
  const known = READABLE.find((f) => f === format);
  if (known === undefined) throw new Refusal(problem('format-unknown', { known: [...READABLE] }));
  return known;
}

async function firstBytes(path: string): Promise<Buffer> {
  try {
    const about = await stat(path);
    if (about.isDirectory()) {
      if (/\.gdb\/?$/iu.test(path)) return Buffer.from('folder');
      throw new Refusal(problem('file-unreadable', { why: 'it is a folder' }));
    }
    // a file is read several times, what comes through a pipe only once: rows would be missing
    if (!about.isFile())
      throw new Refusal(
        problem('file-unreadable', { why: 'it is a pipe or device; save it as a file first' }),
      );
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
      if (bytesRead === 0) throw new Refusal(problem('file-empty'));
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (e) {
    if (e instanceof Refusal) throw e;
    const code = e instanceof Error && 'code' in e ? String(e.code) : 'unknown';
    if (code === 'ENOENT') throw new Refusal(problem('file-missing', { file: basename(path) }), { cause: e });
    throw new Refusal(problem('file-unreadable', { why: code }), { cause: e });
  }
}

function found(path: string, head: Buffer): Readable | 'zip' {
  const starts = (...bytes: number[]): boolean => bytes.every((b, i) => head[i] === b);
  const name = BY_EXTENSION[extname(path).toLowerCase()];
  if (/\.gdb\/?$/iu.test(path)) return 'gdb';
  if (starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6))
    return name === 'xlsx' || name === 'ods' ? name : 'zip';
  if (head.subarray(0, 15).toString('latin1') === 'SQLite format 3') return 'gpkg';
  if (starts(0x66, 0x67, 0x62)) return 'fgb';
  if (starts(0, 0, 0x27, 0x0a)) return 'shp';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new Refusal(
      problem('format-not-read', {
        format: 'XLS, or an encrypted workbook',
        instead: 'XLSX without a password',
      }),
    );
  }
  if (starts(0x1f, 0x8b))
    throw new Refusal(problem('format-not-read', { format: 'gzip', instead: 'the file inside it' }));
  if (starts(0x25, 0x50, 0x44, 0x46))
    throw new Refusal(problem('format-not-read', { format: 'PDF', instead: 'XLSX or CSV' }));
  if (name === 'dxf' || name === 'tab' || name === 'dbf') return name;
  const text = textOf(head).trimStart();
  if (text.startsWith('{') || text.startsWith('[') || text.startsWith('\x1e')) return 'geojson';
  if (text.startsWith('<')) return xmlFormat(text, name);
  if (name !== undefined && name !== 'csv' && name !== 'geojson') {
    throw new Refusal(problem('file-broken', { format: name, why: 'its first bytes are of something else' }));
  }
  if (name === 'geojson') return 'geojson';
  if (isBinary(text)) throw new Refusal(problem('format-unknown', { known: [...READABLE] }));
  return 'csv';
}

/** Text has few control characters; a database or a picture has many. */
function isBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/gu)?.length ?? 0;
  return controls > Math.max(20, text.length * 0.05);
}

function xmlFormat(text: string, name: Readable | undefined): Readable {
  if (/<kml[\s>]/iu.test(text)) return 'kml';
  if (/<gpx[\s>]/iu.test(text)) return 'gpx';
  if (/<(?:\w+:)?FeatureCollection[\s>]|opengis\.net\/gml/iu.test(text)) return 'gml';
  if (name === 'kml' || name === 'gpx' || name === 'gml') return name;
  throw new Refusal(problem('format-unknown', { known: [...READABLE] }));
}

function textOf(head: Buffer): string {
  // without a mark UTF-16 shows by its zero bytes
  if (head.length > 3 && head[1] === 0 && head[3] === 0 && head[0] !== 0) return head.toString('utf16le');
  if (head.length > 3 && head[0] === 0 && head[2] === 0 && head[1] !== 0)
    return new TextDecoder('utf-16be').decode(head);
  if (head[0] === 0xff && head[1] === 0xfe) return head.subarray(2).toString('utf16le');
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head.subarray(2));
  return head.toString('utf8').replace(/^\uFEFF/u, '');
}

/** Parts that belong to a data set of the same name but are none themselves. */
const COMPANIONS =
  /\.(?:shx|dbf|prj|cpg|sbn|sbx|qix|qpj|xml|qmd|qml|sld|txt|md|pdf|png|jpe?g|id|dat|map|csvt|ind|atx|gdbtable|gdbtablx|gdbindexes|freelist|spx|horizon)$/iu;

/** An archive that holds one data set: it is unpacked within limits into a folder of its own, which closing removes. */
async function openZip(path: string, options: OpenOptions): Promise<Table> {
  const archive = await openArchive(path);
  const folder = await mkdtemp(join(tmpdir(), 'tilth-zip-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const { names } = archive;
    if (names.includes('[Content_Types].xml') && names.includes('xl/workbook.xml')) {
      return await openXlsx(path, options);
    }
    if (names.includes('mimetype') && names.includes('content.xml')) {
      return await openAs('ods', path, options);
    }
    const { main, wanted } = dataSet(names);
    await archive.extract(wanted, folder, false);
    const inside = join(folder, main);
    const table = await openTable(inside, {
      ...options,
      ...(options.format === 'zip' || options.format === 'kmz' ? { format: formatInside(inside) } : {}),
    });
    return closing(table, remove);
  } catch (e) {
    await remove();
    throw e;
  } finally {
    archive.close();
  }
}

function formatInside(path: string): Readable {
  return /\.gdb$/iu.test(path) ? 'gdb' : (BY_EXTENSION[extname(path).toLowerCase()] ?? 'csv');
}

function dataSet(names: readonly string[]): { readonly main: string; readonly wanted: readonly string[] } {
  const gdb = [...new Set(names.flatMap((n) => /^(.*?\.gdb)\//iu.exec(n)?.[1] ?? []))];
  const loose = names.filter((n) => !/\.gdb\//iu.test(n) && !/(?:^|\/)(?:\.|__MACOSX\/)/u.test(n));
  const files = loose.filter(
    (n) => BY_EXTENSION[extname(n).toLowerCase()] !== undefined && !COMPANIONS.test(n),
  );
  const sets = [...gdb, ...files];
  if (sets.length === 0) {
    const texts = loose.filter((n) => /\.txt$/iu.test(n));
    if (texts.length === 1) return { main: texts[0]!, wanted: texts };
    throw new Refusal(problem('archive-nothing', { known: [...READABLE] }));
  }
  if (sets.length > 1) throw new Refusal(problem('archive-several', { names: sets.slice(0, 20) }));
  const main = sets[0]!;
  if (gdb.length === 1) return { main, wanted: names.filter((n) => n.startsWith(`${main}/`)) };
  const stem = main.slice(0, -extname(main).length).toLowerCase();
  const beside = (n: string): boolean =>
    dirname(n) === dirname(main) && n.toLowerCase().startsWith(`${stem}.`);
  return { main, wanted: loose.filter((n) => n === main || (beside(n) && COMPANIONS.test(n))) };
}

function closing(table: Table, remove: () => Promise<void>): Table {
  async function* rows() {
    try {
      yield* table.rows;
    } finally {
      await remove();
    }
  }
  const walk = rows();
  return {
    ...table,
    rows: walk,
    close: async () => {
      await walk.return(undefined);
      await table.close();
      await remove();
    },
  };
}
