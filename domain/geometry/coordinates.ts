/**
 * A position as it was typed, in whichever of the usual systems, understood as WGS 84 with how exactly it was stated. The
 * text is kept beside the position (design law 7); what can't be understood is refused, never guessed.
 */
import { type Problem, problem } from '../problem.ts';
import type { Position } from '../report/entry.ts';
import { type Angle, type AngleSystem, formatAngle, readAngle } from './angles.ts';
import { formatMgrs, readMgrs } from './mgrs.ts';
import { round } from './normalise.ts';
import { fromUtm, readZone, toUtm, zoneOf } from './utm.ts';

/** Decimal degrees, degrees and minutes, degrees minutes seconds, UTM, MGRS. */
export type System = AngleSystem | 'utm' | 'mgrs';
export const SYSTEMS: readonly System[] = ['decimal', 'dm', 'dms', 'utm', 'mgrs'];

export interface TypedPosition {
  readonly position: Position;
  readonly system: System;
  readonly typed: string;
  /** metres: half the worth of the last digit written, to the corner; the true place may lie farther off than that */
  readonly accuracy_m: number;
  /** `utm-zone-unusual` */
  readonly notices: readonly Problem[];
}

export interface ReadingOptions {
  /** read only as this system; else the text tells */
  readonly system?: System;
  /** which of two numbers without letters comes first; latitude by default, as people say it */
  readonly order?: 'latitude-first' | 'longitude-first';
  /** UTM zone and hemisphere (`36N`, `33T`, `21 south`) where the text leaves them out */
  readonly zone?: string;
}

/** Characters; no position takes more to write. */
const LONGEST = 120;

/**
 * Reads a whole position. Problems: `coordinates-unreadable`, `coordinates-out-of-range`, `coordinates-incomplete`,
 * `coordinates-ambiguous`, `mgrs-square-impossible`, `crs-out-of-reach`. None of them holds the text.
 */
export function readCoordinates(text: string, options: ReadingOptions = {}): TypedPosition | Problem {
  const typed = text;
  if (text.length > LONGEST)
    return problem('coordinates-unreadable', { expected: options.system ?? 'position' });
  const bare = bareOf(text);
  const system = options.system ?? guess(bare, options);
  if (system === 'mgrs') {
    const read = readMgrs(bare);
    return 'code' in read ? read : { ...read, system, typed, notices: [] };
  }
  if (system === 'utm') return readUtm(bare, typed, options);
  return readAngles(bare, typed, options);
}

/** One of two ways to read a position whose zone letter S is a latitude band to some and the south to others. */
export interface Reading extends TypedPosition {
  /** `band`: S is the band of 32° to 40° north; `south`: S is the southern hemisphere */
  readonly letter_as: 'band' | 'south';
}

/** Both readings of a text that `readCoordinates` refuses as `coordinates-ambiguous`, for a person to choose; else none. */
export function bothReadings(text: string, options: ReadingOptions = {}): readonly Reading[] {
  const refused = readCoordinates(text, options);
  if (!('code' in refused) || refused.code !== 'coordinates-ambiguous') return [];
  const [, zone, easting, northing] = UTM.exec(bareOf(text)) ?? [];
  const number = Number.parseInt(zone ?? options.zone ?? '', 10);
  return (['band', 'south'] as const).flatMap((letter_as) => {
    const read = readCoordinates(
      `${number} ${letter_as === 'band' ? 'north' : 'south'} ${easting} ${northing}`,
      { system: 'utm' },
    );
    return 'code' in read ? [] : [{ ...read, typed: text, letter_as }];
  });
}

const bareOf = (text: string) => text.replace(/−/g, '-').trim();

function guess(text: string, options: ReadingOptions): System {
  if (/^\d{1,2}\s*[C-HJ-NP-X]\s*[A-HJ-NP-Z]\s*[A-HJ-NP-V][\d\s]*$/i.test(text)) return 'mgrs';
  if (/\d{6}/.test(text.replace(/\.\d+/g, '')) || (options.zone && !/[°'"]/.test(text))) return 'utm';
  return 'decimal';
}

const UTM =
  /^(?:UTM\s*)?(?:(?:zone\s*)?(\d{1,2}\s*(?:north|south|[A-Z])?)[\s,;]+)?(0?\d{6}(?:\.\d*)?)\s*m?\s*E?[\s,;]+(\d{1,8}(?:\.\d*)?)\s*m?\s*N?$/i;

function readUtm(text: string, typed: string, options: ReadingOptions): TypedPosition | Problem {
  const read = UTM.exec(text);
  if (!read) return problem('coordinates-unreadable', { expected: 'utm' });
  const stated = read[1] ?? options.zone;
  if (stated === undefined) return problem('coordinates-incomplete', { missing: 'zone' });
  const [easting, northing] = [Number(read[2]), Number(read[3])];
  const zone = readZone(stated, northing);
  if ('code' in zone) return zone;
  const position = fromUtm({ ...zone, easting, northing });
  if ('code' in position) return position;
  const usual = zoneOf(position);
  const notices = usual === zone.zone ? [] : [problem('utm-zone-unusual', { stated: zone.zone, usual })];
  const decimals = Math.min(...[read[2], read[3]].map((part) => part?.split('.')[1]?.length ?? 0));
  return { position, system: 'utm', typed, accuracy_m: upwards(Math.SQRT1_2 / 10 ** decimals), notices };
}

function readAngles(text: string, typed: string, options: ReadingOptions): TypedPosition | Problem {
  const [one, other] = split(text);
  if (one === undefined || other === undefined) {
    return problem('coordinates-unreadable', { expected: options.system ?? 'position' });
  }
  const first = readAngle(one);
  const second = readAngle(other);
  if ('code' in first) return first;
  if ('code' in second) return second;
  return together(first, second, typed, options);
}

function together(
  first: Angle,
  second: Angle,
  typed: string,
  options: ReadingOptions,
): TypedPosition | Problem {
  const wanted = options.system;
  if (
    first.system !== second.system ||
    (wanted && wanted !== first.system) ||
    (first.axis && first.axis === second.axis)
  ) {
    return problem('coordinates-unreadable', { expected: wanted ?? 'position' });
  }
  const flipped = options.order === 'longitude-first';
  const latitudeFirst =
    first.axis === 'latitude' || second.axis === 'longitude' || (!first.axis && !second.axis && !flipped);
  const [latitude, longitude] = latitudeFirst ? [first, second] : [second, first];
  if (Math.abs(latitude.degrees) > 90)
    return problem('coordinates-out-of-range', { what: 'latitude', limit: '90' });
  const half = Math.max(latitude.half, longitude.half);
  return {
    position: [round(longitude.degrees), round(latitude.degrees)],
    system: first.system,
    typed,
    accuracy_m: upwards(half * 111_700 * Math.SQRT2),
    notices: [],
  };
}

/** The texts of the two angles: at a comma, semicolon or slash, at the hemisphere letters, or half of the numbers each. */
function split(text: string): (string | undefined)[] {
  const parts = text.split(/[,;/]/);
  if (parts.length === 2) return parts;
  if (parts.length > 2) return [];
  const prefixed = /^([NSEW][^NSEW]+)([NSEW][^NSEW]+)$/i.exec(text);
  if (prefixed) return prefixed.slice(1);
  const suffixed = /^([^NSEW]+[NSEW])([^NSEW]+[NSEW])$/i.exec(text);
  if (suffixed) return suffixed.slice(1);
  const numbers = [...text.matchAll(/[+-]?\d+(?:\.\d*)?/g)];
  const middle = numbers[numbers.length / 2];
  if (numbers.length < 2 || !middle) return [];
  return [text.slice(0, middle.index), text.slice(middle.index)];
}

function upwards(metres: number): number {
  return Math.ceil(metres * 100) / 100;
}

/**
 * Writes a position: `44.250000°N 17.500000°E`, `33 north 699593 4902680`, `33T XK 99593 02679`. `digits` after the point (for
 * MGRS: digits each way), by default as fine as a metre or finer. Problem: `coordinates-out-of-range` for UTM and MGRS
 * near the poles.
 */
export function formatCoordinates(p: Position, system: System, digits = FINE[system]): string | Problem {
  if (system === 'mgrs') return formatMgrs(p, digits);
  if (system === 'utm') {
    const utm = toUtm(p);
    if ('code' in utm) return utm;
    const hemisphere = utm.south ? 'south' : 'north';
    return `${utm.zone} ${hemisphere} ${utm.easting.toFixed(digits)} ${utm.northing.toFixed(digits)}`;
  }
  return `${formatAngle(p[1], 'latitude', system, digits)} ${formatAngle(p[0], 'longitude', system, digits)}`;
}

const FINE: Readonly<Record<System, number>> = { decimal: 6, dm: 4, dms: 2, utm: 0, mgrs: 5 };
