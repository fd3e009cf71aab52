/**
 * The conditions of a filter, as SQL on a view of schema `shown` or tested on a row: the same answer either way. What is
 * imprecise meets a condition when it may (domain/filter/checked.ts), and what is disputed may be any of its claims, which
 * no column holds: it meets every condition on its property. The beginning of a date and the bounds of a number stand only
 * in `listed`, which is opened only where the column alone does not settle it.
 */
import { asciiLower, type Checked, type Edge } from '@tilth/domain/filter/checked';
import { postgresType } from './columns.ts';
import { type Comparable, cellOf, sqlOf } from './comparable.ts';
import type { Cells } from './row.ts';

export interface Term extends Checked {
  /** null: of the item itself (`everyItem` and `everyPlaced` in domain/filter/askable.ts) */
  readonly by: Comparable | null;
  /** properties that the asker may read: an item is disputed for them only in these */
  readonly open: readonly string[];
}

/** Writes a parameter and gives its place, `$3::text`. */
export type Given = (value: unknown, type: string) => string;

export function termSql(term: Term, given: Given): string {
  const met = term.by === null ? itemSql(term, given) : propertySql(term.by, term, given);
  const sql = term.not ? `(${met}) IS NOT TRUE` : `(${met})`;
  return asksValue(term) ? `(${sql} OR ${disputedSql(term.by, given)})` : sql;
}

/** Whether a row as it would stand in the table meets the condition. */
export function termHolds(term: Term, cells: Cells): boolean {
  const met = term.by === null ? itemHolds(term, cells) : propertyHolds(term.by, term, cells);
  return met !== term.not || (asksValue(term) && cells.disputed_in.includes(term.by.name));
}

/** Whether it asks what a property says, and not only whether anything is said of it or disputed. */
function asksValue(term: Term): term is Term & { readonly by: Comparable } {
  return term.by !== null && term.meaning.by !== 'disputed' && term.meaning.by !== 'filled';
}

function disputedSql(by: Comparable, given: Given): string {
  return `${given(by.name, 'text')} = ANY (disputed_in)`;
}

function itemSql({ asked, meaning, open }: Term, given: Given): string {
  switch (asked.name) {
    case 'standing':
      return meaning.by === 'among' ? `standing = ANY (${given(meaning.values, 'text[]')})` : 'false';
    case 'disputed':
      return sameAs(meaning, `disputed_in && ${given([...open, '*'], 'text[]')}`);
    case 'to_locate':
      return sameAs(meaning, 'to_locate IS NOT NULL');
    default:
      if (meaning.by === 'filled') return 'drawn_m2 IS NOT NULL';
      if (meaning.by === 'numbers') return inRange('drawn_m2', meaning, given);
      return meaning.by === 'among'
        ? equalTo('drawn_m2', 'double precision', meaning.values, given)
        : 'false';
  }
}

/** A yes or no of the item: `is yes` asks for it, `is no` for its opposite. */
function sameAs(meaning: Checked['meaning'], sql: string): string {
  const values = meaning.by === 'among' ? meaning.values : [];
  return [
    ...(values.includes(true) ? [`(${sql})`] : []),
    ...(values.includes(false) ? [`NOT (${sql})`] : []),
  ].join(' OR ');
}

function itemHolds({ asked, meaning, open }: Term, cells: Cells): boolean {
  const among = (value: string | number | boolean) =>
    meaning.by === 'among' && meaning.values.includes(value);
  switch (asked.name) {
    case 'standing':
      return among(cells.standing);
    case 'disputed':
      return among(cells.disputed_in.some((name) => name === '*' || open.includes(name)));
    case 'to_locate':
      return among(cells.to_locate !== null);
    default: {
      const size = cells.drawn_m2;
      if (size === null) return false;
      return meaning.by === 'numbers' ? within(size, meaning) : meaning.by === 'filled' || among(size);
    }
  }
}

function propertySql(by: Comparable, { meaning, not }: Term, given: Given): string {
  const column = sqlOf(by);
  switch (meaning.by) {
    case 'disputed':
      return disputedSql(by, given);
    case 'filled':
      if (by.type === 'text[]') return `cardinality(${column}) > 0`;
      return by.type === 'double precision'
        ? `${column} IS NOT NULL OR ${bounded(by, given, isBounded)}`
        : `${column} IS NOT NULL`;
    case 'among': {
      if (by.type === 'text[]') return `${column} && ${given(meaning.values, 'text[]')}`;
      const equal = equalTo(column, postgresType(by.type), meaning.values, given);
      if (by.type !== 'double precision') return equal;
      // what is surely one of them fails the opposite, what may be one meets both
      if (not) return `(${equal}) AND NOT ${bounded(by, given, isBounded)}`;
      const may = bounded(by, given, (min, max) => {
        const around = meaning.values.map((value) => {
          const n = given(value, 'float8');
          return `(${min} IS NULL OR ${min} <= ${n}) AND (${max} IS NULL OR ${max} >= ${n})`;
        });
        return `${isBounded(min, max)} AND (${around.join(' OR ')})`;
      });
      return `(${equal}) OR ${may}`;
    }
    case 'holds': {
      const like = (text: string) =>
        meaning.spellings
          .map((s) => `lower(${text} COLLATE "C") LIKE ${given(`%${s.replace(/[\\%_]/g, '\\$&')}%`, 'text')}`)
          .join(' OR ');
      return by.type === 'text[]'
        ? `EXISTS (SELECT FROM unnest(${column}) member WHERE ${like('member')})`
        : like(column);
    }
    case 'days': {
      const begins = () => `split_part(listed::jsonb ->> ${given(by.name, 'text')}, '/', 1) COLLATE "C"`;
      const { from, to, wholly } = meaning;
      if (wholly) return `${column} <= ${given(to, 'text')} AND ${begins()} >= ${given(from, 'text')}`;
      return [
        ...(from === null ? [] : [`${column} >= ${given(from, 'text')}`]),
        // an unknown beginning is written `..`, which stands before every day
        ...(to === null
          ? []
          : [`(${column} <= ${given(to, 'text')} OR ${begins()} <= ${given(to, 'text')})`]),
      ].join(' AND ');
    }
    case 'numbers': {
      const loose = bounded(by, given, (min, max) => {
        const { from, to } = meaning;
        const above =
          from && `(${max} IS NULL OR ${max} ${from.included ? '>=' : '>'} ${given(from.at, 'float8')})`;
        const below =
          to && `(${min} IS NULL OR ${min} ${to.included ? '<=' : '<'} ${given(to.at, 'float8')})`;
        return [isBounded(min, max), above, below].filter(Boolean).join(' AND ');
      });
      return `(${inRange(column, meaning, given)}) OR ${loose}`;
    }
  }
}

const isBounded = (min: string, max: string) => `coalesce(${min}, ${max}) IS NOT NULL`;

/** Of a number known only within bounds. The search in the text spares most rows the reading of it. */
function bounded(by: Comparable, given: Given, test: (min: string, max: string) => string): string {
  const bound = (end: 'min' | 'max') => `(listed::jsonb ->> ${given(`${by.name}_${end}`, 'text')})::float8`;
  return `(listed LIKE ${given(`%"${by.name}\\_m%`, 'text')} AND ${test(bound('min'), bound('max'))})`;
}

function equalTo(column: string, type: string, values: readonly unknown[], given: Given): string {
  return values.map((value) => `${column} = ${given(value, type)}`).join(' OR ');
}

interface Range {
  readonly from: Edge;
  readonly to: Edge;
}

function inRange(column: string, { from, to }: Range, given: Given): string {
  return [
    from && `${column} ${from.included ? '>=' : '>'} ${given(from.at, 'float8')}`,
    to && `${column} ${to.included ? '<=' : '<'} ${given(to.at, 'float8')}`,
  ]
    .filter(Boolean)
    .join(' AND ');
}

function propertyHolds(by: Comparable, { meaning, not }: Term, cells: Cells): boolean {
  const cell = cellOf(cells, by);
  const members: readonly unknown[] = Array.isArray(cell) ? cell : cell === null ? [] : [cell];
  switch (meaning.by) {
    case 'disputed':
      return cells.disputed_in.includes(by.name);
    case 'filled':
      return members.length > 0 || (by.type === 'double precision' && boundsIn(cells, by.name) !== null);
    case 'among': {
      const equal = members.some((m) => meaning.values.some((v) => v === m));
      const bounds = by.type === 'double precision' ? boundsIn(cells, by.name) : null;
      if (bounds === null) return equal;
      const [min, max] = bounds;
      const may = (n: unknown) =>
        typeof n === 'number' && (min === null || min <= n) && (max === null || max >= n);
      return not ? false : equal || meaning.values.some(may);
    }
    case 'holds':
      return members.some((m) => {
        const text = asciiLower(String(m));
        return meaning.spellings.some((s) => text.includes(s));
      });
    case 'days': {
      if (typeof cell !== 'string') return false;
      const said = String(listedOf(cells)[by.name] ?? cell);
      const begins = said.split('/')[0] ?? '';
      const { from, to, wholly } = meaning;
      if (wholly) return to !== null && from !== null && cell <= to && begins >= from;
      return (from === null || cell >= from) && (to === null || cell <= to || begins <= to);
    }
    case 'numbers': {
      if (typeof cell === 'number' && within(cell, meaning)) return true;
      const bounds = boundsIn(cells, by.name);
      if (bounds === null) return false;
      const [min, max] = bounds;
      const above = meaning.from === null || max === null || within(max, { from: meaning.from, to: null });
      return above && (meaning.to === null || min === null || within(min, { from: null, to: meaning.to }));
    }
  }
}

function within(n: number, { from, to }: Range): boolean {
  return (
    (from === null || n > from.at || (from.included && n === from.at)) &&
    (to === null || n < to.at || (to.included && n === to.at))
  );
}

function listedOf(cells: Cells): Readonly<Record<string, unknown>> {
  return JSON.parse(cells.listed);
}

function boundsIn(cells: Cells, name: string): readonly [number | null, number | null] | null {
  if (!cells.listed.includes(`"${name}_m`)) return null;
  const listed = listedOf(cells);
  const bound = (end: 'min' | 'max') => {
    const value = listed[`${name}_${end}`];
    return typeof value === 'number' ? value : null;
  };
  const [min, max] = [bound('min'), bound('max')];
  return min === null && max === null ? null : [min, max];
}
