/**
 * Longitudes and latitudes as people write them: decimal degrees, degrees and decimal minutes, degrees minutes seconds;
 * with signs or hemisphere letters (N S E W, before or after), with or without signs for degree, minute and second.
 * Decimal points only: decimal commas are put right before (formats). `O` for east or west is not guessed.
 */
import { type Problem, problem } from '../problem.ts';

export type AngleSystem = 'decimal' | 'dm' | 'dms';
export type Axis = 'longitude' | 'latitude';

export interface Angle {
  /** degrees, west and south negative */
  readonly degrees: number;
  readonly system: AngleSystem;
  /** the axis that a hemisphere letter names; null without one */
  readonly axis: Axis | null;
  /** degrees: half of the last digit's worth, which is how far the writer may be off */
  readonly half: number;
}

const SYSTEMS: readonly AngleSystem[] = ['decimal', 'dm', 'dms'];
const LETTERS: Readonly<Record<string, readonly [Axis, number]>> = {
  N: ['latitude', 1],
  S: ['latitude', -1],
  E: ['longitude', 1],
  W: ['longitude', -1],
};
/** Signs between the numbers: degree, minute and second in their many forms, blanks, colons, a dash after a digit. */
const MARKS = /(?:\s|°|º|˚|:|'|’|′|´|"|”|″|“|(?<=\d)-|(?:deg|min|sec|d|m|s(?=\s*[NSEW]?\s*$))\.?)+/gi;

/** One angle. Problems: `coordinates-unreadable`, `coordinates-out-of-range` (minutes, seconds, beyond 90° or 180°). */
export function readAngle(text: string, expected: Axis | null = null): Angle | Problem {
  const unreadable = problem('coordinates-unreadable', { expected: expected ?? 'angle' });
  const bare = text.trim();
  const before = /^[NSEW]/i.exec(bare)?.[0];
  const after = /(?<=[\d\s°º˚'’′´"”″“.])[NSEW]$/i.exec(bare)?.[0];
  if (before && after) return unreadable;
  const letter = (before ?? after)?.toUpperCase();
  const [axis, side] = (letter && LETTERS[letter]) || [null, 1];
  if (axis && expected && axis !== expected) return unreadable;

  const numbers = bare.slice(before ? 1 : 0, after ? -1 : undefined).trim();
  const sign = /^[+-]/.exec(numbers)?.[0];
  // A sign and a letter may contradict each other: -17 W.
  if (sign && letter) return unreadable;
  const parts = numbers
    .slice(sign ? 1 : 0)
    .replace(MARKS, ' ')
    .trim()
    .split(' ');
  const system = SYSTEMS[parts.length - 1];
  const whole = parts.slice(0, -1).every((part) => /^\d{1,3}$/.test(part));
  const last = /^\d{1,3}(?:\.(\d*))?$/.exec(parts.at(-1) ?? '');
  if (!system || !whole || !last) return unreadable;

  const [degrees = 0, minutes = 0, seconds = 0] = parts.map(Number);
  const limit = (axis ?? expected) === 'latitude' ? 90 : 180;
  const size = degrees + minutes / 60 + seconds / 3600;
  if (minutes >= 60 || seconds >= 60)
    return problem('coordinates-out-of-range', { what: 'minutes or seconds', limit: '60' });
  if (size > limit)
    return problem('coordinates-out-of-range', { what: axis ?? expected ?? 'degrees', limit: String(limit) });
  const unit = 60 ** -(parts.length - 1);
  return {
    degrees: size * side * (sign === '-' ? -1 : 1) + 0,
    system,
    axis,
    half: unit / 10 ** (last[1]?.length ?? 0) / 2,
  };
}

/** The angle written in a system: `44.123456°N`, `44°07.4074'N`, `44°07'24.44"N`. `digits` after the point. */
export function formatAngle(degrees: number, axis: Axis, system: AngleSystem, digits: number): string {
  const letter = axis === 'latitude' ? (degrees < 0 ? 'S' : 'N') : degrees < 0 ? 'W' : 'E';
  const unit = 60 ** SYSTEMS.indexOf(system) * 10 ** digits;
  // Counted in units of the last digit, so that 59.9999" never prints as 60".
  const count = Math.round(Math.abs(degrees) * unit);
  const per = 10 ** digits;
  const last = (n: number, width: number) =>
    (n / per).toFixed(digits).padStart(width + (digits > 0 ? digits + 1 : 0), '0');
  if (system === 'decimal') return `${last(count, 1)}°${letter}`;
  if (system === 'dm') return `${Math.floor(count / (60 * per))}°${last(count % (60 * per), 2)}'${letter}`;
  const minutes = Math.floor(count / (60 * per));
  const [whole, rest] = [Math.floor(minutes / 60), String(minutes % 60).padStart(2, '0')];
  return `${whole}°${rest}'${last(count % (60 * per), 2)}"${letter}`;
}
