/**
 * Opens a basemap for drawing. A PMTiles archive is read here, on the page, by ranges of its address or from a file of this
 * machine that never leaves it; the map asks for its tiles under a scheme of our own.
 */
import { addProtocol } from 'maplibre-gl';
import { FileSource, PMTiles, TileType } from 'pmtiles';
import type { Base } from './base-layers.ts';

const SCHEME = 'tilth-base';
const archives = new Map<string, PMTiles>();
let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  addProtocol(SCHEME, async ({ url, type }, { signal }) => {
    const [, name = '', z, x, y] = /^tilth-base:\/\/([^/]+)\/(\d+)\/(\d+)\/(\d+)$/.exec(url) ?? [];
    const tile = await archives.get(name)?.getZxy(Number(z), Number(x), Number(y), signal);
    // a picture that is not there stays clear; of lines there are none
    return { data: tile?.data ?? (type === 'image' ? await clear() : new ArrayBuffer(0)) };
  });
}

/** A picture of one clear pixel. */
function clear(): Promise<ImageBitmap> {
  return createImageBitmap(new ImageData(1, 1));
}

/** Throws what reading the archive throws: it is not there, or is no PMTiles archive. */
export async function openArchive(name: string, from: string | File, attribution: string): Promise<Base> {
  listen();
  const archive = new PMTiles(typeof from === 'string' ? from : new FileSource(from));
  const header = await archive.getHeader();
  archives.set(name, archive);
  const type = header.tileType === TileType.Mvt ? 'vector' : 'raster';
  const layers = type === 'vector' ? layersOf(await archive.getMetadata()) : [];
  const { minZoom: minzoom, maxZoom: maxzoom } = header;
  return { tiles: `${SCHEME}://${name}/{z}/{x}/{y}`, type, attribution, minzoom, maxzoom, layers };
}

/** The layers that the archive's own description names. */
function layersOf(metadata: unknown): readonly string[] {
  if (typeof metadata !== 'object' || metadata === null || !('vector_layers' in metadata)) return [];
  const { vector_layers: all } = metadata;
  return Array.isArray(all) ? all.flatMap((l) => (typeof l?.id === 'string' ? [l.id] : [])) : [];
}
