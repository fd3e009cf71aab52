/**
 * Positions in a coordinate reference system named by an EPSG code or a PROJ string, brought to WGS 84 with the datum
 * shift that belongs to it. A system that is not known, or whose datum is not stated, is refused: without its shift a
 * position can lie hundreds of metres off and look right.
 */
import proj4 from 'proj4';
import { type Problem, problem } from '../problem.ts';
import type { Position } from '../report/entry.ts';
import { DATUMS, definitionOf } from './crs-definitions.ts';
import { round } from './normalise.ts';

export interface Crs {
  /** as it was named */
  readonly name: string;
  /** metres within which the datum shift brings a position; null when the name does not tell (a PROJ string) */
  readonly accuracy_m: number | null;
  /** true for longitude and latitude in degrees, false for metres */
  readonly geographic: boolean;
  /** WGS 84 degrees of x (east, longitude) and y (north, latitude), whatever order EPSG lists the axes in; 1e-9° */
  toWgs84(x: number, y: number): Position | Problem;
  /** x and y of a WGS 84 position */
  fromWgs84(p: Position): Position | Problem;
}

/**
 * The system of a name: `EPSG:32633`, `32633`, `urn:ogc:def:crs:EPSG::32633`, `OGC:CRS84` and its URN, or a PROJ string
 * (`+proj=…`) with `+datum=WGS84`, `+towgs84=…` or an ellipsoid of WGS 84 or GRS 80. Problems: `crs-unknown`,
 * `crs-datum-missing`.
 */
export function crsOf(name: string): Crs | Problem {
  const text = name.trim();
  if (text.startsWith('+')) return ofProj(text);
  if (/^(urn:ogc:def:crs:)?OGC:([\d.]*:)?CRS84$/i.test(text)) return crsOf4326(text);
  const code = /^(?:urn:(?:ogc|x-ogc):def:crs:)?(?:EPSG:(?:[\d.]*:)?)?(\d{4,5})$/i.exec(text)?.[1];
  const definition = code === undefined ? null : definitionOf(Number(code));
  if (!definition) return problem('crs-unknown', { crs: text.slice(0, 80) });
  const [datum, projection] = definition;
  return made(text, `${projection} ${DATUMS[datum].proj} +no_defs`, DATUMS[datum].accuracy_m);
}

function crsOf4326(name: string): Crs | Problem {
  return made(name, `+proj=longlat ${DATUMS['wgs-84'].proj} +no_defs`, DATUMS['wgs-84'].accuracy_m);
}

function ofProj(text: string): Crs | Problem {
  if (!/\+datum=WGS84\b|\+towgs84=|\+ellps=(WGS84|GRS80)\b/.test(text)) {
    return problem('crs-datum-missing', { crs: text.slice(0, 80) });
  }
  // Grid files are not shipped; without its grid a shift would be left out.
  if (/\+(nadgrids|geoidgrids)=(?!@null)/.test(text))
    return problem('crs-unknown', { crs: text.slice(0, 80) });
  return made(text, text, null);
}

function made(name: string, definition: string, accuracy_m: number | null): Crs | Problem {
  const between = converterOf(definition);
  if (!between) return problem('crs-unknown', { crs: name.slice(0, 80) });
  const beyond = problem('crs-out-of-reach', { crs: name.slice(0, 80) });
  return {
    name,
    accuracy_m,
    geographic: /\+proj=(longlat|latlong)\b/.test(definition),
    toWgs84(x, y) {
      if (!Number.isFinite(x) || !Number.isFinite(y)) return beyond;
      const [longitude = Number.NaN, latitude = Number.NaN] = between.inverse([x, y]);
      const inside = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
      return inside ? [round(longitude), round(latitude)] : beyond;
    },
    fromWgs84(p) {
      if (!p.every(Number.isFinite)) return beyond;
      const [x = Number.NaN, y = Number.NaN] = between.forward([p[0], p[1]]);
      return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : beyond;
    },
  };
}

/** Null for what proj4 can't read; it throws then, and a rule returns. */
function converterOf(definition: string) {
  try {
    return proj4(WGS84, definition);
  } catch {
    return null;
  }
}

const WGS84 = '+proj=longlat +datum=WGS84 +no_defs';
