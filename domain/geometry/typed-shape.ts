/**
 * A whole shape pasted as text: well-known text (OGC 06-103r4) or GeoJSON (RFC 7946), a geometry or the one feature that holds
 * it. What was pasted is kept beside the shape by the caller (design law 7).
 */
import { type Problem, problem } from '../problem.ts';
import { readGeometry, type Shape } from './shape.ts';
import { readWkt } from './wkt.ts';

const WKT = /^\s*(?:SRID=\d+;)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\b/i;

/** Whether the text begins as a shape would; lists of positions never do. */
export function looksLikeShape(text: string): boolean {
  return WKT.test(text) || /^\s*\{/.test(text);
}

/**
 * The shape, in WGS 84. Problems: `shape-unreadable` for text that is neither, `shape-several` for more than one feature,
 * `srid-not-wgs84`, and those of shape.ts.
 */
export function readTypedShape(text: string): Shape | Problem {
  if (WKT.test(text)) {
    const read = readWkt(text);
    if (read === null) return problem('shape-unreadable');
    if (read.srid !== undefined && read.srid !== 4326) return problem('srid-not-wgs84', { srid: read.srid });
    return readGeometry(read.geometry);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return problem('shape-unreadable');
  }
  const found = geometryIn(json);
  return found === 'several' ? problem('shape-several') : readGeometry(found);
}

function geometryIn(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return json;
  if ('features' in json && Array.isArray(json.features))
    return json.features.length === 1 ? geometryIn(json.features[0]) : 'several';
  return 'geometry' in json ? json.geometry : json;
}
