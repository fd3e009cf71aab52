/**
 * GeoJSON (RFC 7946): a FeatureCollection, one Feature, one geometry, or one of these per line. The file is walked twice:
 * first for its columns, its coordinate system and faults that hold for all of it, so that a truncated file is named
 * before any row of it is taken; then for its rows.
 */
import { createReadStream } from 'node:fs';
import { type Problem, Refusal } from '@tilth/domain/problem';
import { decoded, type Encoding, findEncoding } from './encoding.ts';
import { doubleEncoded } from './header.ts';
import { jsonSlices } from './json-slices.ts';
import { type Cell, isText, LARGEST_ROW, type SourceRow, type Table } from './table.ts';

const GEOMETRIES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);
/** columns one file may have; more is a file that uses names as values */
const MOST_COLUMNS = 2000;

type Root = 'collection' | 'feature' | 'geometry';

/**
 * Opens a GeoJSON file. Throws Refusal `file-empty`, `json-broken` (byte), `file-truncated` (byte), `geojson-not-object`,
 * `geojson-type-unknown`, `geojson-features-missing`, `columns-too-many`.
 */
export async function openGeojson(
  path: string,
  options: { readonly encoding?: string } = {},
): Promise<Table> {
  const encoding = await findEncoding(path, options.encoding);
  const notices: Problem[] = [...encoding.notices];
  const columns = new Set<string>();
  const roots: Root[] = [];
  const crs: string[] = [];
  let rows = 0;
  const count = (row: SourceRow): void => {
    rows++;
    for (const name of Object.keys(row.values)) columns.add(name);
    if (columns.size > MOST_COLUMNS)
      throw new Refusal({ code: 'columns-too-many', facts: { limit: MOST_COLUMNS } });
  };
  for await (const part of partsOf(path, encoding)) {
    if (part.of === 'fault') throw new Refusal(part.problem);
    if (part.of === 'feature') count(featureRow(part.value, 0));
    else {
      const root = rootOf(part.root, part.listed, notices);
      roots.push(root);
      if (root !== 'collection') count(featureRow(part.root, 0));
      const named = crsName(part.root);
      if (named !== null) crs.push(named);
    }
  }
  if (roots.length === 0) throw new Refusal({ code: 'file-empty', facts: {} });
  if (rows === 0) notices.push({ code: 'rows-missing', facts: {} });
  const walk = rowsOf(path, encoding, roots);
  return {
    format: 'geojson',
    encoding: encoding.name,
    columns: [...columns],
    hxl: {},
    sheets: [],
    crs: crs.find((name) => !isWgs84(name)) ?? null,
    rows: walk,
    notices,
    close: async () => {
      await walk.return(undefined);
    },
  };
}

async function* rowsOf(path: string, encoding: Encoding, roots: readonly Root[]): AsyncGenerator<SourceRow> {
  let row = 0;
  let at = 0;
  for await (const part of partsOf(path, encoding)) {
    if (part.of === 'fault') throw new Refusal(part.problem);
    if (part.of === 'feature') yield readable(featureRow(part.value, ++row), encoding.broken);
    else if (roots[at++] !== 'collection') yield readable(featureRow(part.root, ++row), encoding.broken);
  }
}

type Part =
  | { readonly of: 'feature'; readonly value: unknown }
  | { readonly of: 'root'; readonly root: Readonly<Record<string, unknown>>; readonly listed: boolean }
  | { readonly of: 'fault'; readonly problem: Problem };

/** Stands for JSON that can't be read. */
const BROKEN = Symbol('broken');
/** Stands for a value over the limit. */
const TOO_LARGE = Symbol('too large');

/** Features and roots, read; the root's members without its features. */
async function* partsOf(path: string, encoding: Encoding): AsyncGenerator<Part> {
  let members: [string, unknown][] = [];
  let listed = false;
  for await (const slice of jsonSlices(bytesOf(path, encoding))) {
    switch (slice.of) {
      case 'list':
        listed = true;
        break;
      case 'feature':
        yield { of: 'feature', value: parsed(slice.text) };
        break;
      case 'member':
        if (slice.key !== '') members.push([slice.key, parsed(slice.text)]);
        break;
      case 'root':
        if (!slice.object) {
          yield { of: 'fault', problem: { code: 'geojson-not-object', facts: {} } };
          return;
        }
        yield { of: 'root', root: Object.fromEntries(members), listed };
        members = [];
        listed = false;
        break;
      case 'fault': {
        const code = slice.cause === 'truncated' ? 'file-truncated' : 'json-broken';
        yield { of: 'fault', problem: { code, facts: { byte: slice.byte } } };
        return;
      }
    }
  }
}

/** A whole number of 16 digits or more, outside a fraction: JavaScript would round it. */
const LONG_NUMBER = /(?<![\d.])\d{16,}(?![\d.eE])/u;
/** Numbers that JSON does not have and Python and others write all the same; strings are stepped over. */
const NO_NUMBER = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gsu;

function parsed(text: string | null): unknown {
  if (text === null) return TOO_LARGE;
  try {
    return parsedExactly(text);
  } catch {
    const bare = text.replace(NO_NUMBER, (found) => (found.startsWith('"') ? found : 'null'));
    if (bare === text) return BROKEN;
    try {
      return parsedExactly(bare);
    } catch {
      return BROKEN;
    }
  }
}

/** Long whole numbers come as text, digit by digit: they are somebody's ids. */
function parsedExactly(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/u.test(context?.source ?? '')
      ? context!.source
      : value,
  );
}

/** What a root is. Throws Refusal when it is nothing GeoJSON knows; a list of features under a wrong type is read with a notice. */
function rootOf(root: Readonly<Record<string, unknown>>, listed: boolean, notices: Problem[]): Root {
  const type = root.type;
  if (type === 'Feature') return 'feature';
  if (typeof type === 'string' && GEOMETRIES.has(type)) return 'geometry';
  if (typeof root.geometryType === 'string' && root.geometryType.startsWith('esri'))
    throw new Refusal({ code: 'format-not-read', facts: { format: 'Esri JSON', instead: 'GeoJSON' } });
  const named = typeof type === 'string' ? type.slice(0, 40) : type === undefined ? 'none' : String(type);
  if (listed) {
    if (type !== 'FeatureCollection') notices.push({ code: 'geojson-type-assumed', facts: { type: named } });
    return 'collection';
  }
  if (type === 'FeatureCollection') throw new Refusal({ code: 'geojson-features-missing', facts: {} });
  throw new Refusal({ code: 'geojson-type-unknown', facts: { type: named } });
}

/** One feature, or a bare geometry, as a row. `row` counts from 1. Nested values are kept as JSON text. */
function featureRow(feature: unknown, row: number): SourceRow {
  if (feature === TOO_LARGE) {
    return { row, values: {}, problem: { code: 'row-too-large', facts: { row, limit: LARGEST_ROW } } };
  }
  if (feature === BROKEN) return { row, values: {}, problem: { code: 'feature-broken', facts: { row } } };
  if (!isObject(feature)) return { row, values: {}, problem: { code: 'feature-not-object', facts: { row } } };
  const members = Object.values(feature);
  if (members.includes(TOO_LARGE)) return featureRow(TOO_LARGE, row);
  if (members.includes(BROKEN))
    return { row, values: {}, problem: { code: 'feature-broken', facts: { row } } };
  const notices: Problem[] = [];
  if (typeof feature.type === 'string' && GEOMETRIES.has(feature.type)) {
    return {
      row,
      values: {},
      geometry: feature,
      notices: [{ code: 'feature-bare-geometry', facts: { row } }],
    };
  }
  const { properties } = feature;
  if (properties !== null && properties !== undefined && !isObject(properties)) {
    return { row, values: {}, problem: { code: 'feature-properties-wrong', facts: { row } } };
  }
  const values: Record<string, Cell> = Object.create(null);
  for (const [key, value] of Object.entries(properties ?? {})) values[key] = cellOf(value);
  for (const [key, value] of Object.entries(feature)) {
    if (['type', 'geometry', 'properties', 'bbox'].includes(key)) continue;
    const cell = cellOf(value);
    // a property may have that name already; that of the feature then gets another, unless they say the same
    let name = `@${key}`;
    for (let n = 2; name in values && values[name] !== cell; n++) name = `@${key} (${n})`;
    values[name] = cell;
  }
  if (feature.type !== 'Feature') notices.push({ code: 'feature-type-wrong', facts: { row } });
  if (feature.geometry === undefined) notices.push({ code: 'feature-without-geometry', facts: { row } });
  return { row, values, geometry: feature.geometry ?? null, ...(notices.length > 0 && { notices }) };
}

/** Refuses rows whose text can't be stored, and names double-encoded text. */
function readable(source: SourceRow, broken: boolean): SourceRow {
  if (source.problem) return source;
  const { row } = source;
  for (const [column, cell] of Object.entries(source.values)) {
    if (!isText(column)) return { row, values: {}, problem: { code: 'column-not-text', facts: { row } } };
    if (typeof cell !== 'string') continue;
    if (!isText(cell)) return { row, values: {}, problem: { code: 'cell-not-text', facts: { row, column } } };
    if (broken && cell.includes('\uFFFD')) {
      return { row, values: {}, problem: { code: 'cell-broken-encoding', facts: { row, column } } };
    }
  }
  return doubleEncoded(source);
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}

function isObject(x: unknown): x is Readonly<Record<string, unknown>> {
  return typeof x === 'object' && x !== null && !Array.isArray(x);
}

/** The old `crs` member of GeoJSON 2008: the name it gives. */
function crsName(root: Readonly<Record<string, unknown>>): string | null {
  if (root.crs === undefined || root.crs === null) return null;
  const properties = isObject(root.crs) && isObject(root.crs.properties) ? root.crs.properties : {};
  const { name, code } = properties;
  if (typeof name === 'string' && name !== '') return name.slice(0, 200);
  if (typeof code === 'number' || typeof code === 'string') return `EPSG:${code}`.slice(0, 200);
  // it names a system in a way nobody reads: that is not the same as naming none
  return 'unnamed';
}

function isWgs84(name: string): boolean {
  return /(CRS:?84|EPSG:{1,2}(?:[\d.]*:)?4326)$/iu.test(name);
}

async function* bytesOf(path: string, encoding: Encoding): AsyncGenerator<Uint8Array> {
  if (encoding.name === 'utf-8') {
    yield* createReadStream(path, { start: encoding.mark, highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>;
    return;
  }
  for await (const text of decoded(path, encoding)) yield Buffer.from(text, 'utf8');
}
