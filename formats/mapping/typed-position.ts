/**
 * Positions that are no plain WGS 84 degrees: typed as degrees and minutes, UTM or MGRS, or numbers of another coordinate
 * system. What was typed stays beside what was computed, with how exactly it was stated (design, law 7).
 */
import { readCoordinates, SYSTEMS, type System } from '@tilth/domain/geometry/coordinates';
import { type Crs, crsOf } from '@tilth/domain/geometry/crs';
import { isProblem, type Problem, problem } from '@tilth/domain/problem';
import type { ValueRule } from './mapping.ts';
import { digits } from './numbers.ts';
import type { Raw } from './place-of-row.ts';
import { numberIn, type RowWork, repaired, type Setting, wordOf } from './row.ts';

/** The system a rule names; undefined where it names none. A wrong name was refused when the mapping was read. */
export function systemOf(rule: ValueRule): System | undefined {
  return SYSTEMS.find((s) => s === rule.system);
}

/** One column with a whole position, or two with its parts (x or longitude first). */
export function rawTyped(
  setting: Setting,
  work: RowWork,
  rule: ValueRule,
  column: string,
  second?: string,
): Raw {
  const first = wordOf(setting, work, column);
  const other = second === undefined ? '' : wordOf(setting, work, second);
  const typed = `${first} ${other}`.trim();
  if (rule.crs !== undefined) return rawInCrs(setting, work, rule, column, second, typed);
  const system = systemOf(rule);
  // two columns hold a number each, with separators as the file writes them; degrees are said latitude first
  const one = second === undefined ? first : plainly(setting, work, rule, column, first);
  const two = second === undefined ? other : plainly(setting, work, rule, second, other);
  const text = second === undefined ? typed : system === 'utm' ? `${one} ${two}` : `${two}, ${one}`;
  const zone = (rule.zone_column === undefined ? '' : wordOf(setting, work, rule.zone_column)) || rule.zone;
  const read = readCoordinates(digits(text), {
    ...(system !== undefined && { system }),
    ...(zone !== undefined && { zone }),
  });
  if (isProblem(read)) return unread(work, column, typed, read);
  work.notices.push(...read.notices);
  const said = zone === undefined || system !== 'utm' ? typed : `${zone} ${typed}`;
  return {
    raw: { type: 'Point', coordinates: [...read.position] },
    column,
    typed: said,
    accuracy: read.accuracy_m,
  };
}

/** "500 000,5" under a decimal comma as 500000.5; what is no number, or one without separators, as it is. */
function plainly(setting: Setting, work: RowWork, rule: ValueRule, column: string, word: string): string {
  if (!/[\s,']/u.test(word)) return word;
  return numberIn(setting, work, column, word, rule)?.toString() ?? word;
}

function rawInCrs(
  setting: Setting,
  work: RowWork,
  rule: ValueRule,
  column: string,
  second: string | undefined,
  typed: string,
): Raw {
  const crs = crsNamed(rule.crs!);
  if (isProblem(crs)) return unread(work, column, typed, crs);
  const words =
    second === undefined
      ? typed.split(/\s*;\s*|,?\s+/u).map((w) => [column, w] as const)
      : [column, second].map((c) => [c, wordOf(setting, work, c)] as const);
  const [x, y, more] = words.map(([c, w]) => numberIn(setting, work, c, w, rule));
  // three words are degrees, minutes and seconds, or numbers with spaces in them: no pair of this system
  if (x === undefined || x === null || y === undefined || y === null || more !== undefined)
    return unread(work, column, typed, null);
  // nobody's measurement: what programs write where they know none
  if (x === 0 && y === 0) return unread(work, column, typed, problem('position-zero', { column }));
  const position = crs.toWgs84(x, y);
  if (isProblem(position)) return unread(work, column, typed, position);
  return { raw: { type: 'Point', coordinates: [...position] }, column, typed: `${typed} (${rule.crs})` };
}

function unread(work: RowWork, column: string, typed: string, why: Problem | null): Raw {
  repaired(work, 'position-unreadable', { column });
  if (why !== null) work.repairs.push(why);
  return { raw: undefined, column, typed: typed.slice(0, 200) };
}

/** Systems used lately; making one costs more than using it. */
const known = new Map<string, Crs | Problem>();

export function crsNamed(name: string): Crs | Problem {
  const before = known.get(name);
  if (before !== undefined) return before;
  const crs = crsOf(name);
  known.set(name, crs);
  return crs;
}

/** A GeoJSON-shaped geometry in another system, position by position, in WGS 84; a problem where a position can't be. */
export function converted(raw: unknown, crs: Crs): unknown {
  let failed: Problem | null = null;
  const walk = (part: unknown): unknown => {
    if (!Array.isArray(part)) return part;
    const [x, y] = part;
    if (typeof x !== 'number' || typeof y !== 'number') return part.map(walk);
    const position = crs.toWgs84(x, y);
    if (!isProblem(position)) return [...position];
    failed ??= position;
    return part;
  };
  if (typeof raw !== 'object' || raw === null || !('coordinates' in raw)) return raw;
  const coordinates = walk(raw.coordinates);
  return failed ?? { ...raw, coordinates };
}
