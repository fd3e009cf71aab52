/**
 * Lists of items of one kind: filtered, sorted, paged, each row reduced to what the asker may see. Today's come from the
 * tables by their indexes and never touch the log; at other times the kind is folded as known and filtered here.
 */
import { mayRead } from '@tilth/domain/access/level';
import { problem, Refusal } from '@tilth/domain/problem';
import type { Kind, Sensitivity } from '@tilth/domain/record/kind';
import type { Geometry, Id } from '@tilth/domain/report/entry';
import type { ItemView } from '@tilth/domain/report/view';
import type { Tx } from '../db.ts';
import type { Asker, ListQuery, Page, Row } from '../store.ts';
import { allAt } from './as-known.ts';
import { type Asked, askedOf, conditionsOf, disputedFor, meetsAll } from './asked.ts';
import { postgresType, tableName } from './columns.ts';
import { sqlOf } from './comparable.ts';
import { fromHexEwkb } from './ewkb.ts';
import { type Keeper, readerOf, reading } from './keeper.ts';
import { idsInOrder, inOrder, orderSql } from './ordered.ts';
import type { Cells } from './row.ts';
import { levelIn, type Scene, sceneOf } from './scene.ts';

/** A row of a table as far as a list shows it. */
export interface ListedRow {
  readonly id: Id;
  readonly standing: ItemView['standing'];
  readonly disputed_in: readonly string[];
  readonly listed: string;
  readonly geom: string | null;
  readonly reported: boolean;
}

/** The kind and the asker's level for it; null when not even its existence is for them. Refuses `kind-unknown`. */
export function kindFor(
  scene: Scene,
  name: string,
): { readonly kind: Kind; readonly level: Sensitivity } | null {
  const kind = scene.model.kinds.get(name);
  if (!kind) throw new Refusal(problem('kind-unknown', { kind: name }));
  const level = levelIn(scene, name);
  return level !== null && mayRead(level, kind.sensitivity) ? { kind, level } : null;
}

/** The columns a list reads. */
export function listColumns(kind: Kind): string {
  const [geom, reported] =
    kind.place === undefined ? ['NULL', 'false'] : ['geom::text', 'reported_geom IS NOT NULL'];
  return `id, standing, disputed_in, listed, ${geom} AS geom, ${reported} AS reported`;
}

/** What a row is made from: of the tables, or of a fold at another time. */
export type RowSource = Pick<ListedRow, 'id' | 'standing' | 'disputed_in' | 'listed'> &
  (Pick<ListedRow, 'reported'> | Pick<Cells, 'reported_geom'>);

/** A row for the asker: only what is open to them. */
export function rowFor(
  asked: Pick<Asked, 'open' | 'placed'>,
  programme: string,
  kind: Kind,
  row: RowSource,
  geometry: Geometry | null,
): Row {
  const all: Readonly<Record<string, unknown>> = JSON.parse(row.listed);
  const values: Record<string, unknown> = {};
  const open = new Set(asked.open);
  for (const [name, value] of Object.entries(all)) {
    // what stands beside a property (its state, its bounds) is as open as the property
    const of = Object.hasOwn(kind.properties, name) ? name : name.replace(/_(state|min|max)$/, '');
    if (open.has(of)) values[name] = value;
  }
  return {
    id: row.id,
    programme,
    kind: kind.name,
    standing: row.standing,
    disputed: disputedFor(asked, row.disputed_in),
    geometry: asked.placed ? geometry : null,
    reported: 'reported' in row ? row.reported : row.reported_geom !== null,
    values,
  };
}

/** One page. Refuses unknown kinds and filters on what the asker may not see. */
export async function list(keeper: Keeper, asker: Asker, query: ListQuery): Promise<Page> {
  const { scene, page } = await reading(keeper, asker, query.programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, query.programme, query);
    const found = kindFor(scene, query.kind);
    if (!found) return { scene, page: { stamp: scene.stamp, matched: 0, rows: [] } };
    const asked = askedOf(found.kind, found.level, query, scene.model.lists);
    if (!scene.today) return { scene, page: null };
    return { scene, page: await pageToday(keeper, tx, scene, found.kind, asked, query) };
  });
  if (page) return page;
  return pageThen(keeper, asker, scene, query);
}

async function pageToday(
  keeper: Keeper,
  tx: Tx,
  scene: Scene,
  kind: Kind,
  asked: Asked,
  query: ListQuery,
): Promise<Page> {
  const from = `FROM shown.${tableName(kind.name)} WHERE programme = $1 AND `;
  const counted: unknown[] = [scene.programme];
  const conditions = conditionsOf(asked, counted);
  const matched = await keeper.counts.get(
    ['matched', scene.programme, kind.name, scene.number, conditions, counted],
    async () => {
      const [row] = await tx.query<{ n: number }>(`SELECT count(*) AS n ${from}${conditions}`, counted);
      return { value: row?.n ?? 0, weight: 1 };
    },
  );
  const offset = query.offset ?? 0;
  const rows =
    query.after === undefined && offset >= (asked.sort ? 1 : FAR)
      ? await rowsOf(
          tx,
          scene,
          kind,
          (await idsInOrder(keeper, tx, scene, kind, asked)).slice(offset, offset + query.limit),
        )
      : await rowsFrom(tx, scene, kind, asked, query);
  return {
    stamp: scene.stamp,
    matched,
    rows: rows.map((r) =>
      rowFor(asked, scene.programme, kind, r, r.geom === null ? null : fromHexEwkb(r.geom)),
    ),
  };
}

/** From here on a page is cut out of the ids in their order; behind the first page of a sort it always is. */
const FAR = 1_000;

async function rowsFrom(
  tx: Tx,
  scene: Scene,
  kind: Kind,
  asked: Asked,
  query: ListQuery,
): Promise<readonly ListedRow[]> {
  const params: unknown[] = [scene.programme];
  const conditions = conditionsOf(asked, params);
  const beyond = await position(tx, scene.programme, kind, asked, query, params);
  params.push(query.limit, query.offset ?? 0);
  return tx.query<ListedRow>(
    `SELECT ${listColumns(kind)} FROM shown.${tableName(kind.name)} WHERE programme = $1 AND ${conditions}${beyond}
     ORDER BY ${orderSql(asked)} LIMIT $${params.length - 1} OFFSET $${params.length}`,
    params,
  );
}

/** The rows of these items, in this order; up to a receipt number, where one is given. Those that are not there are left out. */
export async function rowsOf(
  tx: Tx,
  scene: Scene,
  kind: Kind,
  ids: readonly Id[],
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<readonly ListedRow[]> {
  const rows = await tx.query<ListedRow>(
    `SELECT ${listColumns(kind)} FROM shown.${tableName(kind.name)}
     WHERE programme = $1 AND id = ANY ($2::uuid[]) AND folded_number <= $3`,
    [scene.programme, ids, upTo],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Where the page begins: after the last item of the page before, in the order asked for. */
async function position(
  tx: Tx,
  programme: string,
  kind: Kind,
  asked: Asked,
  query: ListQuery,
  params: unknown[],
): Promise<string> {
  if (query.after === undefined) return '';
  params.push(query.after);
  const id = `$${params.length}::uuid`;
  const sort = asked.sort;
  if (!sort) return ` AND id > ${id}`;
  const by = sqlOf(sort.by);
  const [last] = await tx.query<{ value: unknown }>(
    `SELECT ${by} AS value FROM shown.${tableName(kind.name)} WHERE programme = $1 AND id = $2::uuid`,
    [programme, query.after],
  );
  if (!last) return ` AND id > ${id}`;
  if (last.value === null) return ` AND ${by} IS NULL AND id > ${id}`;
  params.push(last.value);
  const value = `$${params.length}::${postgresType(sort.by.type)}`;
  const further = sort.descending ? '<' : '>';
  return ` AND (${by} ${further} ${value} OR (${by} = ${value} AND id > ${id}) OR ${by} IS NULL)`;
}

async function pageThen(keeper: Keeper, asker: Asker, scene: Scene, query: ListQuery): Promise<Page> {
  const found = kindFor(scene, query.kind);
  if (!found) return { stamp: scene.stamp, matched: 0, rows: [] };
  const { kind, level } = found;
  const asked = askedOf(kind, level, query, scene.model.lists);
  const all = await allAt(keeper, readerOf(asker, query.programme), scene, kind);
  const rows = all.filter((row) => meetsAll(asked, row, row.geom, keeper.overlay));
  if (asked.sort) rows.sort(inOrder(asked));
  const start = query.after === undefined ? 0 : startAfter(rows, asked, all, query.after);
  const page = rows.slice(start + (query.offset ?? 0), start + (query.offset ?? 0) + query.limit);
  return {
    stamp: scene.stamp,
    matched: rows.length,
    rows: page.map((r) => rowFor(asked, scene.programme, kind, r, r.geom)),
  };
}

function startAfter(rows: readonly Cells[], asked: Asked, all: readonly Cells[], after: Id): number {
  const last = all.find((r) => r.id === after);
  const order = asked.sort && last ? inOrder(asked) : null;
  const at = rows.findIndex((r) => (order && last ? order(r, last) > 0 : r.id > after));
  return at < 0 ? rows.length : at;
}
