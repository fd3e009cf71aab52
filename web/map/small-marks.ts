/**
 * A mark for each part of a shape that is too small to be seen from afar: an outline of a field is nothing on a map of a
 * country, and what is not seen would be taken for what is not there. Pure.
 */

export interface SmallMark {
  /** longitude, latitude */
  readonly at: readonly [number, number];
  /** the zoom from which on the part is seen by itself */
  readonly until: number;
}

/** Pixels from which on an outline is seen. */
const SEEN = 14;
const TILE = 512;

/** Points need no mark. */
export function smallMarks(geometry: GeoJSON.Geometry): readonly SmallMark[] {
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return [];
    case 'LineString':
      return markOf(geometry.coordinates);
    case 'MultiLineString':
      return geometry.coordinates.flatMap(markOf);
    case 'Polygon':
      return markOf(geometry.coordinates[0] ?? []);
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((part) => markOf(part[0] ?? []));
    case 'GeometryCollection':
      return geometry.geometries.flatMap(smallMarks);
  }
}

function markOf(positions: readonly GeoJSON.Position[]): readonly SmallMark[] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of positions) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  if (west > east) return [];
  const middle = (south + north) / 2;
  const high = (north - south) / Math.cos((middle * Math.PI) / 180);
  const side = Math.max(east - west, high, 1e-9);
  const until = Math.log2((SEEN * 360) / (TILE * side));
  return [{ at: [(west + east) / 2, middle], until: Math.round(until * 10) / 10 }];
}
