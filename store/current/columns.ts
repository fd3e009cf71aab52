/**
 * From a record kind to the columns of its table: one typed column for each built-in property that a filter or a sort can
 * use. Geometry and releases are not columns of their own: what is drawn is `geom`, the rest stands in `view`. What a
 * programme adds stands in `own`.
 */
import type { Kind, Property } from '@tilth/domain/record/kind';

/** Days are text `YYYY-MM-DD`: they sort as they are, and the year 0000 is none to PostgreSQL's own type. */
export type SqlType = 'text' | 'text[]' | 'boolean' | 'double precision' | 'day';

export interface Column {
  readonly name: string;
  readonly type: SqlType;
}

/** Columns that every table has beside those of its kind; no property may be named like one. */
export const everyTable: readonly (Column | { readonly name: string; readonly type: string })[] = [
  { name: 'programme', type: 'text' },
  { name: 'id', type: 'uuid' },
  { name: 'folded_number', type: 'bigint' },
  { name: 'standing', type: 'text' },
  { name: 'disputed_in', type: 'text[]' },
  { name: 'from_day', type: 'day' },
  { name: 'to_day', type: 'day' },
  { name: 'own', type: 'jsonb' },
  { name: 'words_public', type: 'text' },
  { name: 'words_partner', type: 'text' },
  { name: 'words_restricted', type: 'text' },
  { name: 'listed', type: 'text' },
  { name: 'view', type: 'text' },
];

/** Columns of kinds that have a place. */
export const everyPlace: readonly { readonly name: string; readonly type: string }[] = [
  { name: 'geom', type: 'geometry' },
  { name: 'reported_geom', type: 'geometry' },
  { name: 'unsupported_geom', type: 'geometry' },
  { name: 'extent', type: 'text' },
  { name: 'drawn_m2', type: 'double precision' },
  { name: 'measured_in_part', type: 'boolean' },
  { name: 'to_locate', type: 'text' },
];

/** The name PostgreSQL knows a column's type by. */
export function postgresType(type: string): string {
  return type === 'day' ? 'text' : type;
}

/** `hazardous-area` → `hazardous_area`: kinds are tables under this name. */
export function tableName(kind: string): string {
  return kind.replaceAll('-', '_');
}

/** The column's type of a property, or null when it has no column. */
export function columnType(property: Property): SqlType | null {
  if (property.sensitivity === 'personal') return null;
  if (property.fold === 'set') return 'text[]';
  switch (property.type) {
    case 'text':
    case 'code':
    case 'link':
    case 'identifier':
      return 'text';
    case 'yesno':
      return 'boolean';
    case 'number':
      return 'double precision';
    case 'date':
      return 'day';
    case 'geometry':
    case 'release':
      return null;
  }
}

/** The property columns of a kind, in its own order. Throws when a property is named like a column of every table. */
export function propertyColumns(kind: Kind): readonly Column[] {
  const taken = new Set([...everyTable, ...everyPlace].map((c) => c.name));
  return Object.entries(kind.properties).flatMap(([name, property]) => {
    const type = columnType(property);
    if (type === null) return [];
    if (taken.has(name)) throw new Error(`${kind.name}.${name} is named like a column of every table`);
    return [{ name, type }];
  });
}
