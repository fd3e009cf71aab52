/** A property that rows can be compared by: as SQL, and as what a row holds. */
import { postgresType, type SqlType } from './columns.ts';
import type { Cells } from './row.ts';

/** A column of the table, or one of the programme's own in `own`. */
export interface Comparable {
  readonly name: string;
  readonly own: boolean;
  readonly type: SqlType;
}

/** The SQL of a comparable: its column, or the value in `own`. Names come from definitions and are quoted. */
export function sqlOf(by: Comparable): string {
  if (!by.own) return `"${by.name}"`;
  const name = `'${by.name.replaceAll("'", "''")}'`;
  if (by.type === 'text[]') return `ARRAY(SELECT jsonb_array_elements_text(own -> ${name}))`;
  return by.type === 'text' || by.type === 'day'
    ? `(own ->> ${name}) COLLATE "C"`
    : `(own ->> ${name})::${postgresType(by.type)}`;
}

/** What a row holds under a comparable. */
export function cellOf(cells: Cells, by: Comparable): unknown {
  return by.own ? (cells.own?.[by.name] ?? null) : (cells.columns[by.name] ?? null);
}
