/** The paper a map sheet is printed on, and what its scale means: millimetres on paper, metres on the ground. Pure. */
import type { MapView } from '../../address.ts';
import type { Bounds } from '../../map/graticule.ts';

export const papers = ['a4', 'a3'] as const;
export type Paper = (typeof papers)[number];
export const turns = ['landscape', 'portrait'] as const;
export type Turn = (typeof turns)[number];

export interface Sheet {
  /** millimetres, width and height */
  readonly page: readonly [number, number];
  /** of the map within its frame, millimetres */
  readonly map: readonly [number, number];
}

const SHORT: Readonly<Record<Paper, readonly [number, number]>> = { a4: [210, 297], a3: [297, 420] };
const MARGIN = 9;
const HEAD = 17;
/** labels of the grid stand around the frame */
const AROUND = 6;
const ASIDE = 64;
const BELOW = 76;

export function sheetOf(paper: Paper, turn: Turn): Sheet {
  const [short, long] = SHORT[paper];
  if (turn === 'landscape') {
    const map = [long - 2 * MARGIN - ASIDE - 2 * AROUND, short - 2 * MARGIN - HEAD - 2 * AROUND] as const;
    return { page: [long, short], map };
  }
  return {
    page: [short, long],
    map: [short - 2 * MARGIN - 2 * AROUND, long - 2 * MARGIN - HEAD - BELOW - 2 * AROUND],
  };
}

/** CSS pixels in a millimetre: 96 to the inch, on screen and on paper. */
export const PIXELS = 96 / 25.4;

/** Metres a pixel at zoom 0 on the equator, of tiles 512 pixels wide. */
const WHOLE = (2 * Math.PI * 6_378_137) / 512;
const cosine = (lat: number) => Math.cos((lat * Math.PI) / 180);

/** 1 : this, at a latitude. */
export function denominatorOf(zoom: number, lat: number): number {
  return (WHOLE * cosine(lat) * PIXELS * 1000) / 2 ** zoom;
}

/** The zoom at which a map is 1 : `denominator` at a latitude. */
export function zoomOf(denominator: number, lat: number): number {
  return Math.log2((WHOLE * cosine(lat) * PIXELS * 1000) / denominator);
}

export const scales = [
  1_000, 2_500, 5_000, 10_000, 20_000, 25_000, 50_000, 100_000, 200_000, 250_000, 500_000, 750_000, 1_000_000,
  1_500_000, 2_500_000, 5_000_000, 10_000_000, 50_000_000,
];

/** The first usual scale that shows at least as much. */
export function usualScale(denominator: number): number {
  return scales.find((s) => s >= denominator * 0.999) ?? scales.at(-1) ?? denominator;
}

/** The middle of what is to be shown and a scale at which it fits on the paper. */
export function fitting(bounds: Bounds, map: readonly [number, number]): MapView {
  const [west, south, east, north] = bounds;
  const lat = (south + north) / 2;
  const wide = ((east - west) * 111_320 * cosine(lat)) / (map[0] / 1000);
  const high = ((north - south) * 111_320) / (map[1] / 1000);
  return { lat, lon: (west + east) / 2, zoom: zoomOf(usualScale(Math.max(wide, high)), lat) };
}
