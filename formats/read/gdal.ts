/**
 * The formats GDAL knows: GeoPackage, Shapefile, KML, GML, GPX, FlatGeobuf, FileGDB, ODS, DBF and others. GDAL reads the data
 * set, converts it to WGS 84 and hands it over as lines of GeoJSON, which the GeoJSON reader takes from there.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Problem, problem, Refusal } from '@tilth/domain/problem';
import { openCsv } from './csv.ts';
import type { GdalAnswer, GdalJob } from './gdal-worker.ts';
import { openGeojson } from './geojson.ts';
import { type SourceRow, type Table, UNCONVERTIBLE } from './table.ts';

export interface GdalOptions {
  readonly sheet?: string;
  readonly encoding?: string;
  /** coordinate system, where the file names none or a wrong one: `EPSG:3116` */
  readonly crs?: string;
}

/** Messages of a data set that ends before its end or holds what is none: rows or shapes of it would be missing without a word. */
const UNREAD =
  /unable to read geometry|fread\(\)|cannot be parsed|i\/o (?:failure|error)|fatal error|not well-formed|truncated|unexpected end|missing \w+ (?:property|element)|unrecognized geometry/iu;
/** Said of single features, which are looked for one by one. */
const CONVERSION = /reproject|projection domain|proj:/iu;
/** Said of every sheet that LibreOffice fills to its end with nothing. */
const USUAL = /number-(?:rows|columns)-repeated/iu;

/** GDAL's errors, without what they quote: it may be what a cell says (law 9). */
function errorsOf(said: readonly string[]): string[] {
  return said
    .filter((message) => /^error/iu.test(message) && !CONVERSION.test(message) && !USUAL.test(message))
    .map((message) =>
      message.replace(/^error \d+: |\. You may.*$/giu, '').replace(/'[^']*'|"[^"]*"|`[^']*'/gu, '…'),
    );
}

/** Runs one job in a thread of its own. Throws Refusal `file-broken` when the thread dies. */
export function runGdal(job: GdalJob): Promise<GdalAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./gdal-worker.ts', import.meta.url), {
      workerData: job,
      stdout: true,
      stderr: true,
    });
    const died = (cause: unknown): void =>
      reject(
        new Refusal(problem('file-broken', { format: 'gdal', why: 'the reader stopped on it' }), { cause }),
      );
    worker.once('message', (answer: GdalAnswer) => {
      resolve(answer);
      void worker.terminate();
    });
    worker.once('error', died);
    worker.once('exit', (code) => died(new Error(`exit ${code}`)));
  });
}

/**
 * Opens a data set. `format` is its name for people. Throws Refusal `file-broken`, `sheet-unknown`, `features-lost`: a data
 * set that can't be read to its end is taken as a whole or not at all. A feature whose geometry can't be converted to
 * WGS 84 keeps its row, with `UNCONVERTIBLE` for a geometry. Notices: `sheet-chosen`, `crs-missing`, `crs-converted`,
 * `reader-complained`.
 */
export async function openGdal(path: string, format: string, options: GdalOptions = {}): Promise<Table> {
  const folder = await mkdtemp(join(tmpdir(), 'tilth-gdal-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const job: GdalJob = {
      path,
      folder,
      ...(options.sheet !== undefined && { layer: options.sheet }),
      ...(options.crs !== undefined && { crs: options.crs }),
      ...(options.encoding !== undefined && { encoding: options.encoding }),
      to: {
        driver: 'GeoJSONSeq',
        name: 'rows',
        options: ['-nlt', 'CONVERT_TO_LINEAR', '-lco', 'RS=NO', '-lco', 'COORDINATE_PRECISION=15'],
      },
    };
    const answer = await runGdal(job);
    if (!answer.ok) {
      throw new Refusal(
        answer.layers && answer.layers.length > 0
          ? problem('sheet-unknown', { sheet: options.sheet ?? '', sheets: answer.layers })
          : problem('file-broken', { format, why: answer.layers ? 'it holds no layer' : answer.why }),
      );
    }
    const { layer, layers, file } = answer;
    const notices: Problem[] = [];
    const errors = errorsOf(answer.said);
    const damaged = errors.findLast((message) => UNREAD.test(message));
    if (damaged !== undefined) throw new Refusal(problem('file-broken', { format, why: damaged }));
    // nothing a reader complains of is passed over, also where it does not know what came of it
    if (errors.length > 0) notices.push(problem('reader-complained', { format, why: errors.slice(0, 5) }));
    const unconvertible = answer.said.some((message) => CONVERSION.test(message))
      ? await placed(job, folder)
      : new Set<number>();
    const others = layers.filter((l) => l.name !== layer.name).map((l) => l.name);
    if (options.sheet === undefined && others.length > 0) {
      notices.push(problem('sheet-chosen', { sheet: layer.name, sheets: others }));
    }
    if (layer.spatial && options.crs === undefined) {
      if (layer.crs === null) notices.push(problem('crs-missing', { sheet: layer.name }));
      else if (layer.epsg !== 'EPSG:4326' && layer.epsg !== 'OGC:CRS84') {
        notices.push(problem('crs-converted', { crs: layer.epsg ?? layer.crs }));
      }
    } else if (layer.spatial) notices.push(problem('crs-converted', { crs: options.crs ?? '' }));
    const sheet = layers.length > 1 ? layer.name : undefined;
    return await asTable(join(folder, file), format, {
      sheet,
      count: layer.count,
      unconvertible,
      spatial: layer.spatial,
      notices,
      remove,
      sheets: layers.map((l) => l.name),
    });
  } catch (e) {
    await remove();
    throw e;
  }
}

async function asTable(
  file: string,
  format: string,
  about: {
    readonly sheet: string | undefined;
    readonly sheets: readonly string[];
    readonly count: number;
    /** features that have a geometry: where the one handed over has none, it could not be converted */
    readonly unconvertible: ReadonlySet<number>;
    readonly spatial: boolean;
    readonly notices: readonly Problem[];
    readonly remove: () => Promise<void>;
  },
): Promise<Table> {
  const { sheet, count, spatial } = about;
  if (count === 0) return emptyTable(format, about);
  const inner = await openGeojson(file);
  const got = await countRows(file);
  if (got !== count) {
    throw new Refusal(problem('features-lost', { sheet: sheet ?? format, expected: count, got }));
  }
  // a plain table has its header in row 1
  const shift = spatial ? 0 : 1;
  async function* rows(): AsyncGenerator<SourceRow> {
    try {
      for await (const { geometry, ...row } of inner.rows) {
        // rows of a sheet without anything in any cell are no rows
        if (!spatial && !row.problem && Object.values(row.values).every((v) => v === null)) continue;
        yield {
          ...row,
          row: row.row + shift,
          ...(sheet !== undefined && { sheet }),
          ...(spatial && { geometry: geometry ?? (about.unconvertible.has(row.row) ? UNCONVERTIBLE : null) }),
        };
      }
    } finally {
      await about.remove();
    }
  }
  const walk = rows();
  return {
    format,
    encoding: null,
    columns: inner.columns,
    hxl: {},
    sheets: about.sheets.length > 1 ? about.sheets : [],
    crs: null,
    rows: walk,
    notices: [...about.notices, ...inner.notices],
    close: async () => {
      await walk.return(undefined);
      await inner.close();
      await about.remove();
    },
  };
}

/** Places, from 1, of the features that have a geometry at all. As CSV, because a writer of GeoJSON converts by itself. */
async function placed(job: GdalJob, folder: string): Promise<Set<number>> {
  const answer = await runGdal({
    ...job,
    folder,
    to: { driver: 'CSV', name: 'places', options: [] },
    as_they_stand: true,
  });
  if (!answer.ok) throw new Refusal(problem('file-broken', { format: 'gdal', why: answer.why }));
  const found = new Set<number>();
  for await (const { row, values, problem: tooLarge } of (await openCsv(join(folder, answer.file))).rows) {
    if (tooLarge !== undefined || Object.values(values).some((v) => v !== null)) found.add(row - 1);
  }
  return found;
}

async function emptyTable(
  format: string,
  about: {
    readonly sheets: readonly string[];
    readonly notices: readonly Problem[];
    readonly remove: () => Promise<void>;
  },
): Promise<Table> {
  await about.remove();
  async function* rows(): AsyncGenerator<SourceRow> {}
  return {
    format,
    encoding: null,
    columns: [],
    hxl: {},
    sheets: about.sheets.length > 1 ? about.sheets : [],
    crs: null,
    rows: rows(),
    notices: [...about.notices, problem('rows-missing')],
    close: async () => {},
  };
}

async function countRows(file: string): Promise<number> {
  const table = await openGeojson(file);
  let n = 0;
  for await (const _ of table.rows) n++;
  return n;
}
