/**
 * The formats GDAL knows: GeoPackage, Shapefile, KML, GML, GPX, FlatGeobuf, FileGDB, ODS and others. GDAL reads the data
 * set, converts it to WGS 84 and hands it over as lines of GeoJSON, which the GeoJSON reader takes from there.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Problem, problem, Refusal } from '@tilth/domain/problem';
import type { GdalAnswer, GdalJob } from './gdal-worker.ts';
import { openGeojson } from './geojson.ts';
import type { SourceRow, Table } from './table.ts';

export interface GdalOptions {
  readonly sheet?: string;
  readonly encoding?: string;
  /** coordinate system, where the file names none or a wrong one: `EPSG:3116` */
  readonly crs?: string;
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
 * Opens a data set. `format` is its name for people. Throws Refusal `file-broken`, `sheet-unknown`, `features-lost`.
 * Notices: `sheet-chosen`, `crs-missing`, `crs-converted`.
 */
export async function openGdal(path: string, format: string, options: GdalOptions = {}): Promise<Table> {
  const folder = await mkdtemp(join(tmpdir(), 'tilth-gdal-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const answer = await runGdal({
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
    });
    if (!answer.ok) {
      throw new Refusal(
        answer.layers
          ? problem('sheet-unknown', { sheet: options.sheet ?? '', sheets: answer.layers })
          : problem('file-broken', { format, why: answer.why }),
      );
    }
    const { layer, layers, file } = answer;
    const notices: Problem[] = [];
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
        yield {
          ...row,
          row: row.row + shift,
          ...(sheet !== undefined && { sheet }),
          ...(spatial && { geometry }),
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
