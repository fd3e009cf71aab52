/**
 * Universal Transverse Mercator on WGS 84 (NGA.SIG.0012): zone, hemisphere, easting and northing in metres ⇄ degrees.
 * The letter after a zone may be a latitude band (C to X) or, as many write it, N or S for the hemisphere; `S` with a
 * northing that fits both is refused as ambiguous rather than guessed.
 */
import { type Problem, problem } from '../problem.ts';
import type { Position } from '../report/entry.ts';
import { crsOf } from './crs.ts';

export interface Utm {
  readonly zone: number;
  readonly south: boolean;
  /** metres */
  readonly easting: number;
  readonly northing: number;
}

/** Latitude bands from 80° south, each 8° high, X 12°. */
export const BANDS = 'CDEFGHJKLMNPQRSTUVWX';
/** Northings (m) that lie in band S (32° to 40° north). */
const BAND_S = [3_540_000, 4_430_000] as const;

/** Southern edge of a band in degrees, or null for no band letter. */
export function bandSouth(letter: string): number | null {
  const at = BANDS.indexOf(letter);
  return at < 0 || letter.length !== 1 ? null : -80 + 8 * at;
}

/** The band of a latitude within 80° south to 84° north; null beyond. */
export function bandOf(latitude: number): string | null {
  if (latitude < -80 || latitude > 84) return null;
  return BANDS[Math.min(19, Math.floor((latitude + 80) / 8))] ?? null;
}

/** The zone in use at a position, with the exceptions of Norway and Svalbard. */
export function zoneOf([longitude, latitude]: Position): number {
  if (latitude >= 56 && latitude < 64 && longitude >= 3 && longitude < 12) return 32;
  if (latitude >= 72 && latitude <= 84 && longitude >= 0 && longitude < 42) {
    return longitude < 9 ? 31 : longitude < 21 ? 33 : longitude < 33 ? 35 : 37;
  }
  return Math.min(60, Math.floor((longitude + 180) / 6) + 1);
}

/** Longitude of a zone's central meridian. */
export function meridianOf(zone: number): number {
  return zone * 6 - 183;
}

/**
 * Whether a zone text such as `33T`, `36 N`, `21 south` and a northing speak of the southern hemisphere. Problems:
 * `coordinates-incomplete` (no letter), `coordinates-ambiguous` (S as band or as south), `coordinates-unreadable`.
 */
export function readZone(text: string, northing: number): { zone: number; south: boolean } | Problem {
  const read = /^\s*(\d{1,2})\s*(north|south|[A-Z])?\s*$/i.exec(text);
  const zone = Number(read?.[1]);
  if (!read || zone < 1 || zone > 60) return problem('coordinates-unreadable', { expected: 'utm' });
  const word = read[2]?.toUpperCase();
  if (word === undefined) return problem('coordinates-incomplete', { missing: 'hemisphere' });
  if (word === 'NORTH' || word === 'SOUTH') return { zone, south: word === 'SOUTH' };
  const edge = bandSouth(word);
  if (edge === null) return problem('coordinates-unreadable', { expected: 'utm' });
  if (word === 'S') {
    if (northing >= BAND_S[0] && northing <= BAND_S[1])
      return problem('coordinates-ambiguous', { letter: 'S' });
    return { zone, south: true };
  }
  return { zone, south: edge < 0 };
}

/** Degrees of UTM coordinates. Problems: `coordinates-out-of-range`, `crs-out-of-reach`. */
export function fromUtm({ zone, south, easting, northing }: Utm): Position | Problem {
  if (!(easting >= 100_000 && easting < 1_000_000)) {
    return problem('coordinates-out-of-range', { what: 'easting', limit: '100000 to 1000000' });
  }
  if (!(northing >= 0 && northing <= 10_000_000)) {
    return problem('coordinates-out-of-range', { what: 'northing', limit: '0 to 10000000' });
  }
  return crsThen(zone, south, (crs) => crs.toWgs84(easting, northing));
}

/** UTM coordinates (unrounded metres) of a position, in its usual zone or a given one. `coordinates-out-of-range` near the poles. */
export function toUtm(p: Position, zone = zoneOf(p)): Utm | Problem {
  if (bandOf(p[1]) === null)
    return problem('coordinates-out-of-range', { what: 'latitude', limit: '-80 to 84' });
  const south = p[1] < 0;
  const xy = crsThen(zone, south, (crs) => crs.fromWgs84(p));
  return 'code' in xy ? xy : { zone, south, easting: xy[0], northing: xy[1] };
}

function crsThen(
  zone: number,
  south: boolean,
  then: (crs: Exclude<ReturnType<typeof crsOf>, Problem>) => Position | Problem,
): Position | Problem {
  const crs = crsOf(`EPSG:${(south ? 32700 : 32600) + zone}`);
  return 'code' in crs ? crs : then(crs);
}
