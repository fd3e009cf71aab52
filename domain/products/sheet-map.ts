/**
 * The map of an issued report: what was drawn, as the very tiles it was drawn from (Mapbox Vector Tile 2.1), kept within the
 * bytes that its digest names. Tiles are exact for what they show at their scale, and the same rows give the same bytes, so
 * that anybody who has the record can make them again for the sheet's `at` and `known` and compare. They hold the codes that
 * a sign is chosen by, never a name, a note or a value about people, and only what a partner may see.
 */
import type { Bounds } from '../geometry/bounds.ts';
import type { PlaceName } from '../geometry/place-names.ts';

export interface SheetTile {
  readonly kind: string;
  readonly x: number;
  readonly y: number;
  /** points are gathered with their count */
  readonly gathered: boolean;
  /** the tile in base64 */
  readonly bytes: string;
}

export interface SheetMap {
  /** width and height in CSS pixels of what is shown */
  readonly frame: readonly [number, number];
  /** its middle, WGS 84, and its zoom (tiles of 512 pixels) */
  readonly lat: number;
  readonly lon: number;
  readonly zoom: number;
  /** of the tiles */
  readonly level: number;
  /** what was looked for; a kind that is not named here was not for those the sheet is for */
  readonly kinds: readonly string[];
  /** only those that show anything */
  readonly tiles: readonly SheetTile[];
  readonly names: readonly PlaceName[];
  /** hazards on record that can't be drawn; null: kept back */
  readonly to_locate: number | null;
}

/** A page's width less its margins, and a third of its height: A4 and Letter at 96 pixels to the inch. */
export const FRAME = [672, 448] as const;
const AROUND = 16;
const DEEPEST = 14;
const FARTHEST = 85.05;

type View = Pick<SheetMap, 'frame' | 'lat' | 'lon' | 'zoom' | 'level'>;

const yOf = (lat: number) => {
  const sin = Math.sin((Math.max(-FARTHEST, Math.min(FARTHEST, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
};
const latOf = (y: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
const xOf = (lon: number) => lon / 360 + 0.5;

/** The view in which all of `bounds` (WGS 84) lies within the frame, with a little room around. */
export function viewOf([west, south, east, north]: Bounds): View {
  const [w, h] = [FRAME[0] - 2 * AROUND, FRAME[1] - 2 * AROUND];
  const wide = Math.max(xOf(east) - xOf(west), 1e-9);
  const high = Math.max(yOf(south) - yOf(north), 1e-9);
  const zoom = Math.min(DEEPEST, Math.log2(Math.min(w / wide, h / high) / 512));
  // a little less rather than more, so that nothing at the edge is lost
  const shown = Math.max(0, Math.floor(zoom * 100) / 100);
  const round = (n: number) => Math.round(n * 1e6) / 1e6;
  return {
    frame: FRAME,
    lat: round(latOf((yOf(south) + yOf(north)) / 2)),
    lon: round((west + east) / 2),
    zoom: shown,
    level: Math.floor(shown),
  };
}

/** The tiles that the view looks at. */
export function tilesOf({ frame, lat, lon, zoom, level }: View): readonly { x: number; y: number }[] {
  const n = 2 ** level;
  const size = 512 * 2 ** zoom;
  const range = (middle: number, pixels: number) => {
    const half = pixels / 2 / size;
    const first = Math.max(0, Math.floor((middle - half) * n));
    const last = Math.min(n - 1, Math.floor((middle + half) * n));
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  };
  const columns = range(xOf(lon), frame[0]);
  return range(yOf(lat), frame[1]).flatMap((y) => columns.map((x) => ({ x, y })));
}
