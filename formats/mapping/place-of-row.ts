/**
 * A geometry rule and one row → the place it claims. What can't be used is kept as typed and the record is stored without
 * a place (a hazard then stands on the to-locate list). A position outside the extent that a usual slip would bring back
 * is not drawn where nobody is, nor silently moved: it waits for a person.
 */
import { check } from '@tilth/domain/geometry/check';
import { outsideExtent } from '@tilth/domain/geometry/outside';
import { repair } from '@tilth/domain/geometry/repair';
import { readGeometry } from '@tilth/domain/geometry/shape';
import { readWkt } from '@tilth/domain/geometry/wkt';
import { isProblem, problem } from '@tilth/domain/problem';
import type { Kind } from '@tilth/domain/record/kind';
import type { Geometry, Value } from '@tilth/domain/report/entry';
import { UNCONVERTIBLE } from '../read/table.ts';
import type { ValueRule } from './mapping.ts';
import { numberIn, type RowWork, repaired, type Setting, wordOf } from './row.ts';
import { converted, crsNamed, rawTyped } from './typed-position.ts';
import type { Found } from './values.ts';

/** Findings of reading a shape that changed nothing: worth a look, no repair. */
const HARMLESS = new Set(['ring-wound-wrong', 'bbox-differs', 'bbox-unreadable']);

/** What the row gives before anything is checked: GeoJSON-shaped, and what was typed where it was no GeoJSON. */
export interface Raw {
  readonly raw: unknown;
  readonly column: string | undefined;
  readonly typed?: string;
  /** metres, where the way it was typed tells how exactly it was meant */
  readonly accuracy?: number;
}

export function placeOf(setting: Setting, work: RowWork, rule: ValueRule, kind: Kind): Found | null {
  const found = rawOf(setting, work, rule);
  if (found === null) return null;
  const { raw, column, typed } = found;
  const unknown = (what?: string): Found => {
    const words = typed ?? what;
    return {
      value: { type: 'unknown', why: 'unreadable', ...(words !== undefined && { typed: words }) },
      column,
    };
  };
  if (raw === undefined) return unknown();
  if (raw === UNCONVERTIBLE) {
    work.repairs.push(problem('geometry-unconvertible', { row: work.source.row }));
    return unknown();
  }
  const shape = readGeometry(raw);
  if (isProblem(shape)) {
    // cases of a sentence hold no hyphens
    const why = shape.code.replaceAll('-', '_');
    work.repairs.push({ code: 'geometry-unreadable', facts: { why } }, shape);
    return unknown(excerpt(raw));
  }
  for (const notice of shape.notices) (HARMLESS.has(notice.code) ? work.notices : work.repairs).push(notice);
  const { geometry } = shape;
  // programs write 0 and 0 for a place nobody knows; it is an open sea, and no land is drawn there
  if (geometry.type === 'Point' && geometry.coordinates[0] === 0 && geometry.coordinates[1] === 0) {
    repaired(work, 'position-zero', column === undefined ? {} : { column });
    return unknown('0 0');
  }
  const outside = setting.extent && outsideExtent(shape.geometry, setting.extent);
  if (outside) {
    if (outside.facts.hint !== 'none') {
      work.repairs.push(outside);
      work.waits = 'outside-extent';
      return unknown(excerpt(raw));
    }
    work.notices.push(outside);
  }
  return drawn(setting, work, rule, kind, shape.geometry, found, unknown);
}

function drawn(
  setting: Setting,
  work: RowWork,
  rule: ValueRule,
  kind: Kind,
  geometry: Geometry,
  { column, typed, accuracy: stated }: Raw,
  unknown: () => Found,
): Found {
  if (geometry.type !== 'Point') work.notices.push(...check(geometry, setting.shapes));
  const lean = kind.drawing === 'release' ? 'core' : 'cover';
  const put_right = repair(geometry, lean, setting.shapes, setting.limits);
  work.repairs.push(...put_right.changes);
  if (put_right.waits) work.waits = 'repair-waits';
  if (put_right.geometry === null) return unknown();
  const accuracy = accuracyOf(setting, work, rule) ?? rule.accuracy ?? stated;
  const value: Value = {
    type: 'geometry',
    geometry: put_right.geometry,
    ...(accuracy !== undefined && { accuracy }),
    ...(rule.width !== undefined && { width: rule.width }),
    ...(rule.radius !== undefined && { radius: rule.radius }),
    ...(rule.basis !== undefined && { basis: rule.basis }),
    ...(typed !== undefined && { typed }),
  };
  return { value, column };
}

/** Metres, as a column says them; what is no length there is named. */
function accuracyOf(setting: Setting, work: RowWork, rule: ValueRule): number | undefined {
  const column = rule.accuracy_column;
  const said = column === undefined ? '' : wordOf(setting, work, column);
  if (column === undefined || said === '') return undefined;
  const read = numberIn(setting, work, column, said, rule);
  if (read !== null && read >= 0) return read;
  repaired(work, 'number-unreadable', { column });
  return undefined;
}

/** `raw` undefined: the row says something that is no position; null: it says nothing. */
function rawOf(setting: Setting, work: RowWork, rule: ValueRule): Raw | null {
  if (rule.geometry === 'feature') {
    const raw = work.source.geometry;
    return raw === undefined || raw === null ? null : { raw, column: undefined };
  }
  if (rule.lon !== undefined && rule.lat !== undefined)
    return rawPair(setting, work, rule, rule.lon, rule.lat);
  if (rule.wkt !== undefined) {
    const typed = wordOf(setting, work, rule.wkt);
    if (typed === '') return null;
    const read = readWkt(typed);
    if (read === null) {
      repaired(work, 'position-unreadable', { column: rule.wkt });
      return { raw: undefined, column: rule.wkt, typed: typed.slice(0, 200) };
    }
    const name = read.srid === undefined ? rule.crs : `EPSG:${read.srid}`;
    if (name === undefined || name === 'EPSG:4326') return { raw: read.geometry, column: rule.wkt };
    const crs = crsNamed(name);
    const raw = isProblem(crs) ? crs : converted(read.geometry, crs);
    if (!isProblem(raw)) return { raw, column: rule.wkt, typed: typed.slice(0, 200) };
    repaired(work, 'position-unreadable', { column: rule.wkt });
    work.repairs.push(raw);
    return { raw: undefined, column: rule.wkt, typed: typed.slice(0, 200) };
  }
  return rule.typed === undefined ? null : rawTyped(setting, work, rule, rule.typed);
}

function rawPair(setting: Setting, work: RowWork, rule: ValueRule, lon: string, lat: string): Raw | null {
  const [x, y] = [wordOf(setting, work, lon), wordOf(setting, work, lat)];
  if (x === '' && y === '') return null;
  const typed = `${x} ${y}`.trim();
  if (x === '' || y === '') {
    repaired(work, 'position-incomplete', { column: x === '' ? lon : lat });
    return { raw: undefined, column: lon, typed };
  }
  if (rule.system !== undefined || rule.crs !== undefined) return rawTyped(setting, work, rule, lon, lat);
  const [east, north] = [numberIn(setting, work, lon, x, rule), numberIn(setting, work, lat, y, rule)];
  if (east === null || north === null) {
    repaired(work, 'position-unreadable', { column: east === null ? lon : lat });
    return { raw: undefined, column: lon, typed };
  }
  return { raw: { type: 'Point', coordinates: [east, north] }, column: lon };
}

/** A few words of what can't be drawn, to be found again by. */
function excerpt(raw: unknown): string {
  if (typeof raw === 'object' && raw !== null && 'coordinates' in raw) {
    return (JSON.stringify(raw.coordinates) ?? '').slice(0, 200);
  }
  return (JSON.stringify(raw) ?? String(raw)).slice(0, 200);
}
