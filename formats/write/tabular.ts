/** Items as rows of a table: the columns of the kind, what is disputed or only bounded beside them, the stamp at the end. */
import { type Column, columnsOf } from '@tilth/domain/record/columns';
import type { Geometry } from '@tilth/domain/report/entry';
import { type About, type Row, stampLine } from './about.ts';

export type Plain = string | number | boolean | null;

export interface Table {
  readonly header: readonly string[];
  readonly hxl: readonly string[];
  cells(row: Row): readonly Plain[];
}

/** Places other than the one the item is drawn by are not in a list's rows; personal columns are in no export (law 9). */
export function tabular(about: About): Table {
  const { kind } = about;
  const columns = columnsOf(kind).filter(
    (c) =>
      c.sensitivity !== 'personal' &&
      (c.type !== 'geometry' || c.property === kind.place) &&
      c.type !== 'release',
  );
  const stamp = stampLine(about);
  return {
    header: [...columns.map((c) => c.name), 'states', 'bounds', 'stamp'],
    hxl: [...columns.map((c) => c.hxl ?? ''), '#meta+states', '#meta+bounds', '#meta+stamp'],
    cells: (row) => [...columns.map((c) => cellOf(c, row)), beside(row, '_state'), bounds(row), stamp],
  };
}

function cellOf(column: Column, row: Row): Plain {
  switch (column.part) {
    case 'id':
      return row.id;
    case 'standing':
      return row.standing;
    case 'disputed':
      return row.disputed;
    case 'longitude':
      return row.geometry?.type === 'Point' ? row.geometry.coordinates[0] : null;
    case 'latitude':
      return row.geometry?.type === 'Point' ? row.geometry.coordinates[1] : null;
    case 'wkt':
      return row.geometry === null ? null : wkt(row.geometry);
    case 'value':
      return plain(row.values[column.property ?? '']);
  }
}

function plain(value: unknown): Plain {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.join('; ') : JSON.stringify(value);
}

function beside(row: Row, ending: string): string | null {
  const found = Object.entries(row.values).filter(([name, v]) => name.endsWith(ending) && v !== null);
  return found.length === 0
    ? null
    : found.map(([name, v]) => `${name.slice(0, -ending.length)}: ${String(v)}`).join('; ');
}

function bounds(row: Row): string | null {
  const names = new Set<string>();
  for (const [name, v] of Object.entries(row.values)) {
    if (/_(?:min|max)$/u.test(name) && v !== null) names.add(name.replace(/_(?:min|max)$/u, ''));
  }
  if (names.size === 0) return null;
  const open = (v: unknown): string => (v === undefined || v === null ? '…' : String(v));
  return [...names]
    .map((n) => `${n}: ${open(row.values[`${n}_min`])} to ${open(row.values[`${n}_max`])}`)
    .join('; ');
}

/** Well-known text (OGC 06-103r4). */
export function wkt(g: Geometry): string {
  const point = (p: readonly number[]): string => `${p[0]} ${p[1]}`;
  const line = (l: readonly (readonly number[])[]): string => `(${l.map(point).join(', ')})`;
  const area = (a: readonly (readonly (readonly number[])[])[]): string => `(${a.map(line).join(', ')})`;
  switch (g.type) {
    case 'Point':
      return `POINT (${point(g.coordinates)})`;
    case 'MultiPoint':
      return `MULTIPOINT ${line(g.coordinates)}`;
    case 'LineString':
      return `LINESTRING ${line(g.coordinates)}`;
    case 'MultiLineString':
      return `MULTILINESTRING ${area(g.coordinates)}`;
    case 'Polygon':
      return `POLYGON ${area(g.coordinates)}`;
    case 'MultiPolygon':
      return `MULTIPOLYGON (${g.coordinates.map(area).join(', ')})`;
  }
}
