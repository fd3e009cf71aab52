/**
 * GDAL in WebAssembly, in a thread of its own: it blocks while it works, keeps what it allocated, and may crash on a
 * broken file. The thread lists the layers of a data set, turns one of them into lines of GeoJSON in WGS 84 and ends.
 */
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

export interface GdalJob {
  /** data set: a file, or a folder for .gdb */
  readonly path: string;
  /** existing folder for the output */
  readonly folder: string;
  /** layer asked for; missing: the only one, or the one with most features */
  readonly layer?: string;
  /** coordinate system to assume instead of what the file says */
  readonly crs?: string;
  readonly encoding?: string;
  /** `read`: to GeoJSON lines; a driver's name: write `path` (GeoJSON lines) in that format */
  readonly to: { readonly driver: string; readonly name: string; readonly options: readonly string[] };
  /** nothing but the geometries, as WKT, in the layer's own coordinate system (for CSV) */
  readonly as_they_stand?: true;
}

export interface GdalLayer {
  readonly name: string;
  readonly count: number;
  /** false: the layer holds a plain table */
  readonly spatial: boolean;
  /** name of its coordinate system; null: it names none */
  readonly crs: string | null;
  readonly epsg: string | null;
}

export type GdalAnswer =
  | {
      readonly ok: true;
      readonly layers: readonly GdalLayer[];
      readonly layer: GdalLayer;
      readonly file: string;
      /** GDAL's messages on the way, without names of paths; the first of them */
      readonly said: readonly string[];
    }
  | { readonly ok: false; readonly why: string; readonly layers?: readonly string[] };

interface Dataset {
  readonly pointer: number;
}
interface Gdal {
  open(path: string, options?: string[]): Promise<{ datasets: Dataset[]; errors: unknown[] }>;
  ogrinfo(dataset: Dataset, options: string[]): Promise<unknown>;
  ogr2ogr(dataset: Dataset, options: string[], name: string): Promise<{ local: string }>;
  readonly Module: {
    readonly FS: {
      mount(type: unknown, options: { root: string }, at: string): void;
      readdir(at: string): string[];
    };
    readonly NODEFS: unknown;
  };
}
type Init = (config: {
  path: string;
  useWorker: false;
  logHandler: (message: string) => void;
  errorHandler: (message: string) => void;
}) => Promise<Gdal>;

/** Layers of GPX that only repeat the vertices of others. */
const PARTS = new Set(['route_points', 'track_points']);

const said: string[] = [];

async function start(): Promise<Gdal> {
  const require = createRequire(import.meta.url);
  const init: Init = require('gdal3.js/node');
  // it reads its data by a path that it takes to be relative
  const path = relative(
    process.cwd(),
    join(dirname(require.resolve('gdal3.js/package.json')), 'dist/package'),
  );
  const quiet = (message: string): void => {
    // what a driver says of every feature alike is said once
    if (said.length < 200 && !said.includes(message)) said.push(message);
  };
  return init({ path, useWorker: false, logHandler: quiet, errorHandler: quiet });
}

async function run(job: GdalJob): Promise<GdalAnswer> {
  const gdal = await start();
  gdal.Module.FS.mount(gdal.Module.NODEFS, { root: job.folder }, '/output');
  const opening: string[] = [];
  if (/\.ods$/iu.test(job.path)) opening.push('HEADERS=FORCE');
  if (job.encoding !== undefined) opening.push(`ENCODING=${job.encoding}`);
  const { datasets } = await gdal.open(job.path, opening);
  const dataset = datasets[0];
  if (dataset === undefined) return { ok: false, why: reason() };
  const layers = layersOf(await gdal.ogrinfo(dataset, ['-json', '-so']));
  const layer =
    job.layer === undefined
      ? layers
          .filter((l) => !PARTS.has(l.name))
          .reduce<GdalLayer | undefined>((best, l) => (best && best.count >= l.count ? best : l), undefined)
      : layers.find((l) => l.name === job.layer);
  if (layer === undefined) return { ok: false, why: 'layer', layers: layers.map((l) => l.name) };
  const projection =
    layer.spatial && (layer.crs !== null || job.crs !== undefined) ? ['-t_srs', 'EPSG:4326'] : [];
  const assumed = job.crs === undefined || !layer.spatial ? [] : ['-s_srs', job.crs];
  const { driver, name, options } = job.to;
  // written as they stand, no conversion can fail
  const asked = job.as_they_stand ? ['-select', '', '-lco', 'GEOMETRY=AS_WKT'] : [...assumed, ...projection];
  const output = await gdal.ogr2ogr(
    dataset,
    ['-f', driver, '-skipfailures', ...asked, ...options, layer.name],
    name,
  );
  return { ok: true, layers, layer, file: basename(output.local), said: said.map(plainly) };
}

function reason(): string {
  return plainly(said.at(-1) ?? 'GDAL does not know it').replace(/^(?:Error|Warning) \d+: /iu, '');
}

function plainly(message: string): string {
  return message.replace(/\/(?:input|output)\//gu, '');
}

function layersOf(info: unknown): GdalLayer[] {
  const layers = isObject(info) && Array.isArray(info.layers) ? info.layers : [];
  return layers.flatMap((l: unknown): GdalLayer[] => {
    if (!isObject(l) || typeof l.name !== 'string') return [];
    const field: unknown = Array.isArray(l.geometryFields) ? l.geometryFields[0] : undefined;
    const system = isObject(field) && isObject(field.coordinateSystem) ? field.coordinateSystem : undefined;
    const projjson = isObject(system?.projjson) ? system.projjson : undefined;
    const id = isObject(projjson?.id) ? projjson.id : undefined;
    return [
      {
        name: l.name,
        count: typeof l.featureCount === 'number' ? l.featureCount : 0,
        spatial: isObject(field) && field.type !== 'None',
        crs: typeof projjson?.name === 'string' ? projjson.name : system ? 'unnamed' : null,
        epsg: id ? `${String(id.authority)}:${String(id.code)}` : null,
      },
    ];
  });
}

function isObject(x: unknown): x is Readonly<Record<string, unknown>> {
  return typeof x === 'object' && x !== null;
}

const port = parentPort;
if (port) {
  run(workerData as GdalJob).then(
    (answer) => port.postMessage(answer),
    (e: unknown) => {
      const message =
        e instanceof Error ? e.message : isObject(e) && typeof e.message === 'string' ? e.message : reason();
      port.postMessage({
        ok: false,
        why: message.replace(/\/(?:input|output)\//gu, ''),
      } satisfies GdalAnswer);
    },
  );
}
