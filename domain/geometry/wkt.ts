/** Well-known text (OGC 06-103r4, 7) → the same geometry as GeoJSON would say it, unchecked; null for what is none. */

const TYPES: Readonly<Record<string, readonly [type: string, depth: number]>> = {
  POINT: ['Point', 0],
  LINESTRING: ['LineString', 1],
  POLYGON: ['Polygon', 2],
  MULTIPOINT: ['MultiPoint', 1],
  MULTILINESTRING: ['MultiLineString', 2],
  MULTIPOLYGON: ['MultiPolygon', 3],
};

/** Reads a WKT or EWKT text. Z and M are kept in the positions; an SRID of EWKT comes back beside it. */
export function readWkt(text: string): { readonly geometry: object; readonly srid?: number } | null {
  const found = /^\s*(?:SRID=(\d+);)?\s*([A-Z]+?)\s*(?:ZM|Z|M)?\s*(\(.*\))\s*$/isu.exec(text);
  const known = TYPES[found?.[2]?.toUpperCase() ?? ''];
  if (!found || !known) return null;
  const [type, depth] = known;
  // numbers apart by blanks are a position, positions apart by commas a list: the brackets are JSON's already
  const json = found[3]!
    .replace(/\(/gu, '[')
    .replace(/\)/gu, ']')
    .replace(/[^[\],]+/gu, (position) => {
      const numbers = position.trim().split(/\s+/u).map(ordinate);
      return position.trim() === ''
        ? ''
        : `[${numbers.map((n) => (Number.isFinite(n) ? n : 'null')).join(',')}]`;
    });
  try {
    const list: unknown = JSON.parse(json);
    if (!Array.isArray(list)) return null;
    // a comma in a point is a decimal comma, and half of a number is none
    if (depth === 0 && list.length !== 1) return null;
    let coordinates: unknown = depth === 0 ? list[0] : list;
    // MULTIPOINT ((1 2), (3 4)) has a bracket more than MULTIPOINT (1 2, 3 4)
    if (type === 'MultiPoint') {
      coordinates = list.map((p: unknown) => (Array.isArray(p) && Array.isArray(p[0]) ? p[0] : p));
    }
    const srid = found[1] === undefined ? undefined : Number(found[1]);
    return { geometry: { type, coordinates }, ...(srid !== undefined && { srid }) };
  } catch {
    return null;
  }
}

/** A number as WKT writes it; NaN for what only a program would take for one. */
function ordinate(text: string): number {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(text) ? Number(text) : Number.NaN;
}
