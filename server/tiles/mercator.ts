/**
 * Web Mercator tiles: from WGS 84 degrees to the units of a tile, of which there are 4096 on each side, x to the east and
 * y to the south. A tile is drawn 512 pixels wide, so a pixel is 8 units.
 */
import type { Bounds } from '@tilth/domain/geometry/bounds';
import type { Position } from '@tilth/domain/report/entry';

export const EXTENT = 4096;
export const PIXEL = 8;
/** how far a tile's content reaches over its edge, so that outlines and marks on it are drawn whole */
export const BUFFER = 64;

/** Metres around the earth, as Web Mercator takes it. */
const EQUATOR = 2 * Math.PI * 6_378_137;

const FARTHEST = 85.051_128_779_806_6;

export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Degrees that a tile with its buffer covers, within the earth's. */
export function tileBounds({ z, x, y }: Tile): Bounds {
  const n = 2 ** z;
  const edge = BUFFER / EXTENT;
  const longitude = (column: number) => (column / n) * 360 - 180;
  const latitude = (row: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / n))) * 180) / Math.PI;
  // the outermost tiles also hold what lies nearer to the poles than the map reaches
  const north = y === 0 ? 90 : latitude(y - edge);
  const south = y === n - 1 ? -90 : latitude(y + 1 + edge);
  return [Math.max(-180, longitude(x - edge)), south, Math.min(180, longitude(x + 1 + edge)), north];
}

/**
 * Degrees under one pixel of a tile, the fewest anywhere in it and either way: what is smaller than this can only be shown
 * as a mark.
 */
export function pixelDegrees(tile: Tile): number {
  const [, south, , north] = tileBounds(tile);
  const farthest = Math.min(FARTHEST, Math.max(Math.abs(south), Math.abs(north)));
  return (360 / 2 ** tile.z / EXTENT) * PIXEL * Math.cos((farthest * Math.PI) / 180);
}

/** Metres at a latitude in pixels of a map of zoom 20: what a circle on the ground is drawn from, at any zoom. To 0.01. */
export function pixelsAtDeepest(metres: number, latitude: number): number {
  const clamped = Math.max(-FARTHEST, Math.min(FARTHEST, latitude));
  const metresPerPixel = (EQUATOR * Math.cos((clamped * Math.PI) / 180)) / (EXTENT / PIXEL) / 2 ** 20;
  return Math.round((metres / metresPerPixel) * 100) / 100;
}

/** Positions in tile units, one after the other: x0, y0, x1, y1 … Not yet rounded. */
export function project(positions: readonly Position[], { z, x, y }: Tile): number[] {
  const scale = EXTENT * 2 ** z;
  const [left, top] = [x * EXTENT, y * EXTENT];
  const out = new Array<number>(positions.length * 2);
  let i = 0;
  for (const [longitude, latitude] of positions) {
    const clamped = Math.max(-FARTHEST, Math.min(FARTHEST, latitude));
    const sin = Math.sin((clamped * Math.PI) / 180);
    out[i++] = (longitude / 360 + 0.5) * scale - left;
    out[i++] = (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * scale - top;
  }
  return out;
}
