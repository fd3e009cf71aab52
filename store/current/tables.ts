/**
 * The tables and views of the current view, derived from the record definitions (design §3: derived SQL is printed, to
 * derived.sql beside this file). They hold nothing that the log does not give: rebuild.ts drops and rebuilds them
 * whenever this text or the fold's version changes.
 *
 * Tables stand in schema `current` (while they are being rebuilt in `current_next`); only the fold's role may write
 * them. Others read the plain views of schema `shown`, which give the rows of the transaction's programmes. They are
 * plain views and not row-level security, because under that PostGIS operators may not use their indexes.
 */
import { createHash } from 'node:crypto';
import type { Kind } from '@tilth/domain/record/kind';
import { FOLD_VERSION } from '@tilth/domain/report/view';
import { everyPlace, everyTable, propertyColumns, tableName } from './columns.ts';

export type Schema = 'current' | 'current_next';

const quote = (name: string) => `"${name}"`;

const types: Readonly<Record<string, string>> = {
  text: 'text COLLATE "C"',
  day: 'text COLLATE "C"',
  'text[]': 'text[] COLLATE "C"',
  geometry: 'geometry(Geometry, 4326)',
};

const required = new Set(['programme', 'id', 'folded_number', 'standing', 'disputed_in', 'listed', 'view']);

function table(kind: Kind, schema: Schema): string {
  const columns = [
    ...everyTable.slice(0, 7),
    ...(kind.place === undefined ? [] : everyPlace),
    ...propertyColumns(kind),
    ...everyTable.slice(7),
  ].map((c) => `  ${quote(c.name)} ${types[c.type] ?? c.type}${required.has(c.name) ? ' NOT NULL' : ''}`);
  return [
    `CREATE TABLE ${schema}.${tableName(kind.name)} (`,
    `${[...columns, '  PRIMARY KEY (programme, id)'].join(',\n')}\n);`,
  ].join('\n');
}

/** Which items stand in the log, under which id they show, and which reports wait for a person. */
function indexTables(schema: Schema): string {
  return `-- every item a report speaks of, and the item under whose id it shows
CREATE TABLE ${schema}.item (
  programme text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  head uuid NOT NULL,
  PRIMARY KEY (programme, kind, id)
);
-- reports that are neither live nor settled otherwise
CREATE TABLE ${schema}.waiting (
  programme text COLLATE "C" NOT NULL,
  number bigint NOT NULL,
  report uuid NOT NULL,
  standing text NOT NULL,
  PRIMARY KEY (programme, number)
);
-- "listed" holds the columns of domain/report/columns.ts: of an inexact number also the least and the most it may be
-- what made these tables: the fold's version and the digest of this text
CREATE TABLE ${schema}.made (
  fold integer NOT NULL,
  derived text NOT NULL
);`;
}

const bookTables = ['item', 'waiting'];

/** The tables, without the indexes that are better made after a rebuild has filled them. */
export function tablesSql(kinds: Iterable<Kind>, schema: Schema): string {
  return [
    `CREATE SCHEMA ${schema};`,
    `GRANT USAGE ON SCHEMA ${schema} TO tilth_fold;`,
    indexTables(schema),
    ...[...kinds].map((k) => table(k, schema)),
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO tilth_fold;`,
  ].join('\n\n');
}

/** Indexes on what is drawn. */
export function indexesSql(kinds: Iterable<Kind>, schema: Schema): string {
  return [...kinds]
    .filter((k) => k.place !== undefined)
    .map((k) => `CREATE INDEX ON ${schema}.${tableName(k.name)} USING gist (geom);`)
    .join('\n');
}

const ofProgramme = `programme = ANY (string_to_array(current_setting('tilth.programmes', true), ','))`;

/** What others than the fold may read. */
export function viewsSql(kinds: Iterable<Kind>): string {
  const names = [...bookTables, ...[...kinds].map((k) => tableName(k.name))];
  return [
    'CREATE SCHEMA shown;',
    'GRANT USAGE ON SCHEMA shown TO tilth_server, tilth_reader, tilth_fold;',
    ...names.map((n) => `CREATE VIEW shown.${n} AS SELECT * FROM current.${n}\n  WHERE ${ofProgramme};`),
    'CREATE VIEW shown.made AS SELECT * FROM current.made;',
    'GRANT SELECT ON ALL TABLES IN SCHEMA shown TO tilth_server, tilth_reader, tilth_fold;',
  ].join('\n');
}

/** The whole text, as printed to derived.sql. */
export function derivedSql(kinds: readonly Kind[]): string {
  const head =
    '-- Derived from domain/record by tables.ts; do not edit. A test fails when it is out of step.';
  return `${[head, tablesSql(kinds, 'current'), indexesSql(kinds, 'current'), viewsSql(kinds)].join('\n\n')}\n`;
}

/** What the tables on hand are compared with: another digest or fold version means another view. */
export function madeOf(kinds: readonly Kind[]): { readonly fold: number; readonly derived: string } {
  return { fold: FOLD_VERSION, derived: createHash('sha256').update(derivedSql(kinds)).digest('hex') };
}
