/** GeoJSON geometries as Well-Known Binary and back (OGC 06-103r4 clause 8.2): the form in which GEOS takes and gives them. */
import type { Geometry, Position } from '../report/entry.ts';

type Line = readonly Position[];
const TYPES = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
} as const;

/** Little-endian WKB. Several geometries become one collection. Rings must be closed and hold four positions or none. */
export function writeWkb(g: Geometry | readonly Geometry[]): Uint8Array {
  const many = isMany(g);
  const bytes = new Uint8Array(many ? 9 + g.reduce((n, one) => n + sizeOf(one), 0) : sizeOf(g));
  const view = new DataView(bytes.buffer);
  let at = 0;
  const uint = (n: number) => {
    view.setUint32(at, n, true);
    at += 4;
  };
  const head = (type: number) => {
    view.setUint8(at, 1);
    at += 1;
    uint(type);
  };
  const position = (p: Position) => {
    view.setFloat64(at, p[0], true);
    view.setFloat64(at + 8, p[1], true);
    at += 16;
  };
  const line = (l: Line) => {
    uint(l.length);
    l.forEach(position);
  };
  const polygon = (rings: readonly Line[]) => {
    uint(rings.length);
    rings.forEach(line);
  };
  const parts = <T>(type: number, members: readonly T[], write: (member: T) => void) => {
    uint(members.length);
    for (const member of members) {
      head(type);
      write(member);
    }
  };
  const geometry = (one: Geometry) => {
    head(TYPES[one.type]);
    if (one.type === 'Point') position(one.coordinates);
    else if (one.type === 'LineString') line(one.coordinates);
    else if (one.type === 'Polygon') polygon(one.coordinates);
    else if (one.type === 'MultiPoint') parts(TYPES.Point, one.coordinates, position);
    else if (one.type === 'MultiLineString') parts(TYPES.LineString, one.coordinates, line);
    else parts(TYPES.Polygon, one.coordinates, polygon);
  };
  if (many) {
    head(7);
    uint(g.length);
    g.forEach(geometry);
  } else geometry(g);
  return bytes;
}

function isMany(g: Geometry | readonly Geometry[]): g is readonly Geometry[] {
  return Array.isArray(g);
}

function sizeOf(g: Geometry): number {
  const line = (l: Line) => 4 + 16 * l.length;
  const polygon = (rings: readonly Line[]) => rings.reduce((n, ring) => n + line(ring), 4);
  if (g.type === 'Point') return 21;
  if (g.type === 'LineString') return 5 + line(g.coordinates);
  if (g.type === 'Polygon') return 5 + polygon(g.coordinates);
  if (g.type === 'MultiPoint') return 9 + 21 * g.coordinates.length;
  if (g.type === 'MultiLineString') return g.coordinates.reduce((n, l) => n + 5 + line(l), 9);
  return g.coordinates.reduce((n, p) => n + 5 + polygon(p), 9);
}

/** Reads little-endian two-dimensional WKB; collections come out as their members, empty geometries as nothing. */
export function readWkb(view: DataView): Geometry[] {
  let at = 0;
  const uint = () => {
    at += 4;
    return view.getUint32(at - 4, true);
  };
  const position = (): Position => {
    at += 16;
    return [view.getFloat64(at - 16, true), view.getFloat64(at - 8, true)];
  };
  const several = <T>(read: () => T): T[] => Array.from({ length: uint() }, read);
  const line = () => several(position);
  const polygon = () => several(line);
  const head = () => {
    at += 1;
    return uint();
  };
  const member =
    <T>(read: () => T) =>
    () => {
      head();
      return read();
    };
  const geometry = (): Geometry[] => {
    const type = head();
    if (type === 7) return several(geometry).flat();
    let g: Geometry;
    if (type === TYPES.Point) g = { type: 'Point', coordinates: position() };
    else if (type === TYPES.LineString) g = { type: 'LineString', coordinates: line() };
    else if (type === TYPES.Polygon) g = { type: 'Polygon', coordinates: polygon() };
    else if (type === TYPES.MultiPoint) g = { type: 'MultiPoint', coordinates: several(member(position)) };
    else if (type === TYPES.MultiLineString)
      g = { type: 'MultiLineString', coordinates: several(member(line)) };
    else if (type === TYPES.MultiPolygon) g = { type: 'MultiPolygon', coordinates: several(member(polygon)) };
    else throw new Error(`unexpected WKB type ${type}`);
    // WKB writes an empty point as NaN NaN.
    const empty = g.type === 'Point' ? Number.isNaN(g.coordinates[0]) : g.coordinates.length === 0;
    return empty ? [] : [g];
  };
  return geometry();
}
