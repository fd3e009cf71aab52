/**
 * What a list may be asked by. Filters and sorts only work on what the asker may read: otherwise an answer's length would
 * tell what its rows do not. Each condition can be put as SQL (today's view) or tested on a row (other times): the same
 * answer either way.
 */
import { mayRead } from '@tilth/domain/access/level';
import { checkFilter } from '@tilth/domain/filter/checked';
import type { Condition } from '@tilth/domain/filter/condition';
import type { Ground } from '@tilth/domain/filter/ground';
import { type Bounds, boundsMeet, boundsOf } from '@tilth/domain/geometry/bounds';
import type { Overlay } from '@tilth/domain/geometry/overlay';
import { problem, Refusal } from '@tilth/domain/problem';
import type { CodeList, Kind, Sensitivity } from '@tilth/domain/record/kind';
import { isDay } from '@tilth/domain/report/day';
import type { Day, Geometry } from '@tilth/domain/report/entry';
import type { ListQuery } from '../store.ts';
import { columnType, postgresType } from './columns.ts';
import { type Comparable, cellOf, sqlOf } from './comparable.ts';
import { toHexEwkb } from './ewkb.ts';
import { type Given, type Term, termHolds, termSql } from './filtered.ts';
import type { Cells } from './row.ts';

type Words = Pick<ListQuery, 'bbox' | 'during' | 'where' | 'filter' | 'within' | 'text' | 'sort'>;

export interface Asked {
  /** properties the asker may read */
  readonly open: readonly string[];
  /** whether the asker may know where things are */
  readonly placed: boolean;
  readonly dated: boolean;
  readonly hazard: boolean;
  readonly where: readonly { readonly by: Comparable; readonly value: string | number | boolean }[];
  readonly terms: readonly Term[];
  readonly ids: readonly string[] | null;
  readonly standing: string | null;
  readonly disputed: boolean | null;
  readonly bbox: Bounds | null;
  readonly within: Ground | null;
  readonly during: readonly [Day | null, Day | null] | null;
  readonly words: string | null;
  readonly wordColumns: readonly ('words_public' | 'words_partner' | 'words_restricted')[];
  readonly sort: { readonly by: Comparable; readonly descending: boolean } | null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const standings = ['live', 'reported', 'unsupported', 'void'];

/**
 * Checks a query against kind and level. Refuses `property-unknown`, `filter-not-allowed`, `filter-value-wrong`, and what
 * domain/filter/checked.ts refuses; `lists` are for the codes in a filter.
 */
export function askedOf(
  kind: Kind,
  level: Sensitivity,
  query: Words,
  lists: ReadonlyMap<string, CodeList> = new Map(),
): Asked {
  const open = openProperties(kind, level);
  const comparable = (name: string): Comparable => {
    const property = Object.hasOwn(kind.properties, name) ? kind.properties[name] : undefined;
    if (!property) throw new Refusal(problem('property-unknown', { kind: kind.name, property: name }));
    const type = columnType(property);
    if (type === null || !open.includes(name))
      throw new Refusal(problem('filter-not-allowed', { property: name }));
    return { name, own: property.own === true, type };
  };
  const where = { ...query.where };
  const take = (name: string): string | null => {
    const value = where[name] ?? null;
    delete where[name];
    return value;
  };
  const id = take('id');
  const standing = oneOf('standing', take('standing'), standings);
  const disputed = oneOf('disputed', take('disputed'), ['true', 'false']);
  const placed = kind.place !== undefined && open.includes(kind.place);
  const terms = (conditions: readonly Condition[]): readonly Term[] => {
    const checked = checkFilter(conditions, kind, lists);
    if ('code' in checked) throw new Refusal(checked);
    return checked.map((term) => {
      const { name, stated } = term.asked;
      if (term.asked.placed && !placed) throw new Refusal(problem('filter-not-allowed', { property: name }));
      return { ...term, by: stated ? comparable(name) : null, open };
    });
  };
  return {
    open,
    placed,
    dated: kind.drawing === 'hazard' || (kind.date !== undefined && open.includes(kind.date)),
    hazard: kind.drawing === 'hazard',
    where: Object.entries(where).map(([name, text]) => {
      const by = comparable(name);
      return { by, value: filterValue(by, text) };
    }),
    terms: terms(query.filter ?? []),
    ids: id === null ? null : id.split(',').filter((one) => UUID.test(one)),
    standing,
    disputed: disputed === null ? null : disputed === 'true',
    bbox: query.bbox ?? null,
    within: query.within ?? null,
    during: query.during ?? null,
    words: query.text?.trim() ? query.text.trim().toLowerCase() : null,
    wordColumns: (['public', 'partner', 'restricted'] as const)
      .filter((s) => mayRead(level, s))
      .map((s) => `words_${s}` as const),
    sort: query.sort
      ? { by: single(comparable(query.sort.property)), descending: query.sort.descending }
      : null,
  };
}

/** The properties of a kind that a reader of this level may read; personal ones are never in a list. */
export function openProperties(kind: Kind, level: Sensitivity): readonly string[] {
  return Object.entries(kind.properties)
    .filter(([, p]) => p.sensitivity !== 'personal' && mayRead(level, p.sensitivity))
    .map(([name]) => name);
}

/** Sets have no order to sort by. */
function single(by: Comparable): Comparable {
  if (by.type === 'text[]') throw new Refusal(problem('filter-not-allowed', { property: by.name }));
  return by;
}

function oneOf(property: string, value: string | null, allowed: readonly string[]): string | null {
  if (value !== null && !allowed.includes(value)) {
    throw new Refusal(problem('filter-value-wrong', { property, expected: allowed.join(', ') }));
  }
  return value;
}

function filterValue(by: Comparable, text: string): string | number | boolean {
  const wrong = (expected: string) =>
    new Refusal(problem('filter-value-wrong', { property: by.name, expected }));
  switch (by.type) {
    case 'double precision': {
      const n = Number(text);
      if (text.trim() === '' || !Number.isFinite(n)) throw wrong('number');
      return n;
    }
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw wrong('true, false');
      return text === 'true';
    case 'day':
      if (!isDay(text)) throw wrong('YYYY-MM-DD');
      return text;
    case 'text':
    case 'text[]':
      return text;
  }
}

/** The conditions as SQL on a view of schema `shown`, and their parameters, numbered after `params` (which grows). */
export function conditionsOf(asked: Asked, params: unknown[]): string {
  const given: Given = (value, type) => {
    params.push(value);
    return `$${params.length}::${type}`;
  };
  const all: string[] = [];
  if (!asksVoid(asked)) all.push(`standing <> 'void'`);
  if (asked.standing !== null) all.push(`standing = ${given(asked.standing, 'text')}`);
  if (asked.ids !== null) all.push(`id = ANY (${given(asked.ids, 'uuid[]')})`);
  if (asked.disputed !== null) {
    const any = `disputed_in && ${given([...asked.open, '*'], 'text[]')}`;
    all.push(asked.disputed ? any : `NOT (${any})`);
  }
  for (const { by, value } of asked.where) {
    if (by.type === 'text[]') all.push(`${given(value, 'text')} = ANY (${sqlOf(by)})`);
    else all.push(`${sqlOf(by)} = ${given(value, postgresType(by.type))}`);
  }
  for (const term of asked.terms) all.push(termSql(term, given));
  if (asked.within !== null) {
    const ground = asked.placed ? given(toHexEwkb(asked.within), 'geometry') : null;
    all.push(ground === null ? 'false' : `ST_Intersects(geom, ${ground})`);
  }
  if (asked.bbox !== null) {
    if (!asked.placed) all.push('false');
    else
      all.push(
        `(${boxes(asked.bbox)
          .map((b) => meets(b, given))
          .join(' OR ')})`,
      );
  }
  if (asked.during !== null) {
    const [first, last] = asked.during;
    if (!asked.dated) all.push('false');
    if (!asked.hazard) all.push('to_day IS NOT NULL');
    if (first !== null) all.push(`(to_day IS NULL OR to_day >= ${given(first, 'text')})`);
    if (last !== null) all.push(`(from_day IS NULL OR from_day <= ${given(last, 'text')})`);
  }
  if (asked.words !== null) {
    const like = given(`%${asked.words.replace(/[\\%_]/g, '\\$&')}%`, 'text');
    all.push(`(${asked.wordColumns.map((c) => `${c} LIKE ${like}`).join(' OR ')})`);
  }
  return all.join(' AND ');
}

/** Void items are left out of every list that doesn't ask for them by name. */
function asksVoid({ standing, terms }: Pick<Asked, 'standing' | 'terms'>): boolean {
  const named = terms.some(
    ({ asked, not, meaning }) =>
      asked.name === 'standing' && !not && meaning.by === 'among' && meaning.values.includes('void'),
  );
  return standing !== null || named;
}

function meets([w, s, e, n]: Bounds, given: Given): string {
  const [a, b, c, d] = [w, s, e, n].map((x) => given(x, 'double precision'));
  return `ST_Intersects(geom, ST_MakeEnvelope(${a}, ${b}, ${c}, ${d}, 4326))`;
}

/** A box over the antimeridian is two boxes. */
function boxes([w, s, e, n]: Bounds): readonly Bounds[] {
  return w <= e
    ? [[w, s, e, n]]
    : [
        [w, s, 180, n],
        [-180, s, e, n],
      ];
}

/** Whether a row as it would stand in the table meets the conditions. */
export function meetsAll(asked: Asked, cells: Cells, geometry: Geometry | null, overlay: Overlay): boolean {
  if (cells.standing === 'void' && !asksVoid(asked)) return false;
  if (asked.standing !== null && cells.standing !== asked.standing) return false;
  if (asked.ids !== null && !asked.ids.includes(cells.id)) return false;
  if (asked.disputed !== null && disputedFor(asked, cells.disputed_in) !== asked.disputed) return false;
  for (const { by, value } of asked.where) {
    const cell = cellOf(cells, by);
    if (Array.isArray(cell) ? !cell.includes(value) : cell !== value) return false;
  }
  if (!asked.terms.every((term) => termHolds(term, cells))) return false;
  if (asked.within !== null) {
    if (!asked.placed || geometry === null) return false;
    if (!boundsMeet(boundsOf(geometry), boundsOf(asked.within))) return false;
    if (!overlay.within(geometry, asked.within, 0)) return false;
  }
  if (asked.bbox !== null) {
    if (!asked.placed || geometry === null) return false;
    if (!boxes(asked.bbox).some((box) => inBox(geometry, box, overlay))) return false;
  }
  if (asked.during !== null) {
    const [first, last] = asked.during;
    if (!asked.dated || (!asked.hazard && cells.to_day === null)) return false;
    if (first !== null && cells.to_day !== null && cells.to_day < first) return false;
    if (last !== null && cells.from_day !== null && cells.from_day > last) return false;
  }
  const words = asked.words;
  return words === null || asked.wordColumns.some((c) => cells[c]?.includes(words) ?? false);
}

function inBox(g: Geometry, box: Bounds, overlay: Overlay): boolean {
  const [w, s, e, n] = box;
  const around = boundsOf(g);
  if (!boundsMeet(around, box)) return false;
  if (w <= around[0] && s <= around[1] && around[2] <= e && around[3] <= n && around[0] <= around[2])
    return true;
  const ring = [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ] as const;
  return overlay.within(g, { type: 'Polygon', coordinates: [ring] }, 0);
}

/** Whether something the asker may read is disputed or contested. */
export function disputedFor(asked: Pick<Asked, 'open'>, disputedIn: readonly string[]): boolean {
  return disputedIn.some((name) => name === '*' || asked.open.includes(name));
}
