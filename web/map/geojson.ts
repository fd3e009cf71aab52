/** Our geometry (read-only) as GeoJSON's own types, which the map library takes: a copy, value for value. */
import type { Geometry, Position } from '@tilth/domain/report/entry';

const point = (p: Position): [number, number] => [p[0], p[1]];
const line = (l: readonly Position[]) => l.map(point);
const lines = (r: readonly (readonly Position[])[]) => r.map(line);

export function toGeoJson(g: Geometry): GeoJSON.Geometry {
  switch (g.type) {
    case 'Point':
      return { type: g.type, coordinates: point(g.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { type: g.type, coordinates: line(g.coordinates) };
    case 'MultiLineString':
    case 'Polygon':
      return { type: g.type, coordinates: lines(g.coordinates) };
    case 'MultiPolygon':
      return { type: g.type, coordinates: g.coordinates.map(lines) };
  }
}
