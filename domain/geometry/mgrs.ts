/**
 * Military Grid Reference System on WGS 84 (NGA.STND.0037): `33T XJ 12345 67890` ⇄ degrees. A reference names a square,
 * from 100 km down to 1 m; it is read as the square's middle with the distance to its corner as accuracy. Polar
 * references (zones A, B, Y, Z) are not read.
 */
import { type Problem, problem } from '../problem.ts';
import type { Position } from '../report/entry.ts';
import { bandOf, bandSouth, fromUtm, meridianOf, toUtm } from './utm.ts';

const COLUMNS = ['ABCDEFGH', 'JKLMNPQR', 'STUVWXYZ'];
const ROWS = 'ABCDEFGHJKLMNPQRSTUV';
const SQUARE = 100_000;
/** Row letters come again every 2000 km. */
const CYCLE = 20 * SQUARE;

/** Middle of the named square and metres from there to its corners. `coordinates-unreadable`, `mgrs-square-impossible`. */
export function readMgrs(text: string): { position: Position; accuracy_m: number } | Problem {
  const letters = text.toUpperCase().replace(/[\s_-]+/g, '');
  const read = /^(\d{1,2})([C-HJ-NP-X])([A-HJ-NP-Z])([A-HJ-NP-V])(\d*)$/.exec(letters);
  const digits = read?.[5] ?? '';
  const zone = Number(read?.[1]);
  if (!read || zone < 1 || zone > 60 || digits.length % 2 === 1 || digits.length > 10) {
    return problem('coordinates-unreadable', { expected: 'mgrs' });
  }
  const [, , band = '', column = '', row = ''] = read;
  const half = digits.length / 2;
  const side = SQUARE / 10 ** half;
  const place = COLUMNS[(zone - 1) % 3]?.indexOf(column) ?? -1;
  const easting = (place + 1) * SQUARE + Number(digits.slice(0, half) || 0) * side + side / 2;
  const first = ((ROWS.indexOf(row) + 20 - rowShift(zone)) % 20) * SQUARE;
  const northing = first + Number(digits.slice(half) || 0) * side + side / 2;
  const impossible = problem('mgrs-square-impossible', { zone: `${zone}${band}`, square: `${column}${row}` });
  const position = place < 0 ? null : inBand(zone, band, easting, northing);
  return position ? { position, accuracy_m: Math.ceil(side * Math.SQRT1_2 * 100) / 100 } : impossible;
}

/** The repetition of the row letters that lies in the band (a square at its edge may reach a degree out), or null. */
function inBand(zone: number, band: string, easting: number, northing: number): Position | null {
  const south = bandSouth(band) ?? 0;
  const north = band === 'X' ? 84 : south + 8;
  // Zones are 6° wide, up to 12° around Norway and Svalbard.
  const reach = band === 'V' || band === 'X' ? 10 : 4;
  for (let n = northing; n < 10_000_000; n += CYCLE) {
    const p = fromUtm({ zone, south: south < 0, easting, northing: n });
    if ('code' in p || p[1] < south - 1 || p[1] > north + 1) continue;
    const off = Math.abs(p[0] - meridianOf(zone));
    return Math.min(off, 360 - off) <= reach ? p : null;
  }
  return null;
}

/** Even zones begin their rows with F. */
function rowShift(zone: number): number {
  return zone % 2 === 0 ? 5 : 0;
}

/** The reference of the square that holds the position: 1 to 5 digits each way (5: 1 m). */
export function formatMgrs([x, y]: Position, digits = 5): string | Problem {
  // a hair south of the equator rounds onto it, where the southern rows have ended: it is on it
  const p: Position = [x, Math.abs(y) < 1e-9 ? 0 : y];
  const utm = toUtm(p);
  if ('code' in utm) return utm;
  const { zone, easting, northing } = utm;
  const column = COLUMNS[(zone - 1) % 3]?.[Math.floor(easting / SQUARE) - 1] ?? '';
  const row = ROWS[(Math.floor(northing / SQUARE) + rowShift(zone)) % 20] ?? '';
  const part = (metres: number) =>
    String(Math.floor((metres % SQUARE) / 10 ** (5 - digits))).padStart(digits, '0');
  return `${zone}${bandOf(p[1])} ${column}${row} ${part(easting)} ${part(northing)}`;
}
