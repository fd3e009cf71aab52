/**
 * Rows into the tables of the current view, thousands in one statement: `INSERT … SELECT … FROM unnest(arrays)`, one array
 * a column, columns that hold nothing in this batch left out.
 */
import type { Kind } from '@tilth/domain/record/kind';
import type { Geometry, Id } from '@tilth/domain/report/entry';
import type { Tx } from '../db.ts';
import { everyPlace, everyTable, postgresType, propertyColumns, tableName } from './columns.ts';
import { toHexEwkb } from './ewkb.ts';
import type { Cells } from './row.ts';
import type { Schema } from './tables.ts';

type Cell = string | number | boolean | null;

interface Source {
  readonly name: string;
  readonly type: string;
  readonly cell: (row: Cells) => Cell;
}

const sourcesOfKind = new Map<Kind, readonly Source[]>();

const geometry = (g: Geometry | null) => (g === null ? null : toHexEwkb(g));

/** `{"a","b"}`: an array as PostgreSQL reads it from text. */
export function arrayText(members: readonly unknown[]): string {
  return `{${members.map((m) => `"${String(m).replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
}

function cellOf(value: unknown): Cell {
  if (Array.isArray(value)) return arrayText(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

const shared: Readonly<Record<string, (row: Cells) => Cell>> = {
  id: (r) => r.id,
  standing: (r) => r.standing,
  disputed_in: (r) => arrayText(r.disputed_in),
  from_day: (r) => r.from_day,
  to_day: (r) => r.to_day,
  own: (r) => (r.own === null ? null : JSON.stringify(r.own)),
  words_public: (r) => r.words_public,
  words_partner: (r) => r.words_partner,
  words_restricted: (r) => r.words_restricted,
  listed: (r) => r.listed,
  view: (r) => r.view,
  geom: (r) => geometry(r.geom),
  reported_geom: (r) => geometry(r.reported_geom),
  unsupported_geom: (r) => geometry(r.unsupported_geom),
  extent: (r) => r.extent,
  drawn_m2: (r) => r.drawn_m2,
  measured_in_part: (r) => r.measured_in_part,
  to_locate: (r) => r.to_locate,
};

function sourcesOf(kind: Kind): readonly Source[] {
  const known = sourcesOfKind.get(kind);
  if (known) return known;
  const common = [...everyTable, ...(kind.place === undefined ? [] : everyPlace)].flatMap((c) => {
    const cell = shared[c.name];
    return cell ? [{ name: c.name, type: c.type, cell }] : [];
  });
  const own = propertyColumns(kind).map((c) => ({
    name: c.name,
    type: c.type,
    cell: (row: Cells) => cellOf(row.columns[c.name]),
  }));
  const sources = [...common, ...own];
  sourcesOfKind.set(kind, sources);
  return sources;
}

const sent: Readonly<Record<string, string>> = { 'double precision': 'float8[]', boolean: 'boolean[]' };

/** A batch as columns: their names, and the SELECT that gives them, with its parameters after `params`. */
function selection(kind: Kind, rows: readonly Cells[], params: unknown[], all: boolean) {
  const names: string[] = [];
  const outs: string[] = [];
  const ins: string[] = [];
  const arrays: string[] = [];
  for (const source of sourcesOf(kind)) {
    const cells = rows.map(source.cell);
    const type = sent[source.type] ?? 'text[]';
    if (cells.every((c) => c === null)) {
      if (all) {
        names.push(`"${source.name}"`);
        outs.push(`NULL::${postgresType(source.type)}`);
      }
      continue;
    }
    params.push(cells);
    const as = `c${params.length}`;
    ins.push(as);
    arrays.push(`$${params.length}::${type}`);
    names.push(`"${source.name}"`);
    outs.push(`${as}::${postgresType(source.type)}`);
  }
  return {
    names,
    sql: `SELECT ${outs.join(', ')} FROM unnest(${arrays.join(', ')}) AS g (${ins.join(', ')})`,
  };
}

const PARAMETER_CHARACTERS = 2_000_000;
const BATCH_ROWS = 2_000;

function* parts(rows: readonly Cells[]): Generator<readonly Cells[]> {
  let from = 0;
  let size = 0;
  for (let i = 0; i < rows.length; i++) {
    const length = rows[i]?.view.length ?? 0;
    if (i > from && (size + length > PARAMETER_CHARACTERS || i - from >= BATCH_ROWS)) {
      yield rows.slice(from, i);
      from = i;
      size = 0;
    }
    size += length;
  }
  if (from < rows.length) yield rows.slice(from);
}

const names = new Map<string, string>();

/** A name to prepare the statement under: reports of one form fill the same columns again and again. */
function nameOf(insert: string): string | undefined {
  if (!names.has(insert) && names.size < 200) names.set(insert, `row-${names.size}`);
  return names.get(insert);
}

/** Writes rows of one kind, which were folded up to `number`; rows under the same id must be gone. */
export async function insertRows(
  tx: Tx,
  schema: Schema,
  programme: string,
  number: number,
  kind: Kind,
  rows: readonly Cells[],
): Promise<void> {
  const work: Promise<unknown>[] = [];
  for (const part of parts(rows)) {
    const params: unknown[] = [programme, number];
    const { names, sql } = selection(kind, part, params, false);
    const insert = `INSERT INTO ${schema}.${tableName(kind.name)} (programme, folded_number, ${names.join(', ')})
       SELECT $1, $2::bigint, s.* FROM (${sql}) s`;
    work.push(tx.query(insert, params, part.length === 1 ? nameOf(insert) : undefined));
  }
  await Promise.all(work);
}

/** Takes out the rows of these ids, whatever their kind among those given. */
export async function deleteRows(
  tx: Tx,
  schema: Schema,
  programme: string,
  kinds: Iterable<string>,
  ids: readonly Id[],
): Promise<void> {
  const from = (kind: string) =>
    tx.query(`DELETE FROM ${schema}.${tableName(kind)} WHERE programme = $1 AND id = ANY ($2::uuid[])`, [
      programme,
      ids,
    ]);
  await Promise.all([...kinds].map(from));
}

/** Of rows as they should be, the ids of those that the table does not hold just so. */
export async function differing(
  tx: Tx,
  programme: string,
  kind: Kind,
  rows: readonly Cells[],
): Promise<Id[]> {
  const out: Id[] = [];
  for (const part of parts(rows)) {
    const params: unknown[] = [programme];
    const { names, sql } = selection(kind, part, params, true);
    const same = names.map((n) => `k.${n}`).join(', ');
    const found = await tx.query<{ id: Id }>(
      `SELECT s.id FROM (${sql}) s (${names.join(', ')})
       LEFT JOIN shown.${tableName(kind.name)} k ON k.programme = $1 AND k.id = s.id
       WHERE ROW (s.*) IS DISTINCT FROM ROW (${same})`,
      params,
    );
    for (const row of found) out.push(row.id);
  }
  return out;
}
