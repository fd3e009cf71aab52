/**
 * What an item has to do with: the items its own claims name, and those whose claims name it, by property, each group with
 * its count. A link may name an item by its id or by the local id its keeper gave it. Only properties count that the asker
 * may read; nothing of another programme is looked up.
 */
import { redactView } from '@tilth/domain/access/redact';
import type { Kind } from '@tilth/domain/record/kind';
import type { Id, Value } from '@tilth/domain/report/entry';
import type { ItemView } from '@tilth/domain/report/view';
import type { Tx } from '../db.ts';
import type { Asker, Row, Stamp, Times } from '../store.ts';
import { allAt, viewsAt } from './as-known.ts';
import { askedOf } from './asked.ts';
import { columnType, tableName } from './columns.ts';
import { cellOf, sqlOf } from './comparable.ts';
import { fromHexEwkb } from './ewkb.ts';
import { type Keeper, readerOf, reading } from './keeper.ts';
import { kindFor, type ListedRow, listColumns, type RowSource, rowFor } from './list.ts';
import { type Cells, cellsOf } from './row.ts';
import { levelIn, type Scene, sceneOf } from './scene.ts';

/** Rows of a group that are given; `matched` counts all. */
const MOST = 50;

export interface LinkGroup {
  /** kind of the items at the other end */
  readonly kind: string;
  /** the property that links them, of this item (`out`) or of the others (`in`) */
  readonly property: string;
  readonly way: 'out' | 'in';
  readonly matched: number;
  readonly rows: readonly Row[];
}

export interface Linked {
  readonly stamp: Stamp;
  readonly groups: readonly LinkGroup[];
  /** links of the item that name nothing on record here, as typed */
  readonly unfound: readonly { readonly property: string; readonly key: string }[];
}

/** Null where there is no such item, or it is not for this asker. */
export async function linked(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  id: Id,
  times: Times = {},
): Promise<Linked | null> {
  const { scene, view } = await reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, times);
    const { views } = await viewsAt(keeper, tx, scene, [id]);
    const found = views.find((v) => v.joined.includes(id));
    const kind = found && scene.model.kinds.get(found.kind);
    return { scene, view: found && kind ? redactView(found, kind, levelIn(scene, found.kind)) : null };
  });
  if (view === null) return null;
  const names = { ids: [...view.joined], key: localId(view) };
  const table = scene.today ? null : await tablesThen(keeper, asker, scene, view, names);
  return reading(keeper, asker, programme, async (tx) => {
    const look = { tx, scene, table, view, names };
    const incoming = await pointingHere(look);
    const { groups, unfound } = await namedBy(look);
    return { stamp: scene.stamp, groups: [...groups, ...incoming], unfound };
  });
}

interface Look {
  readonly tx: Tx;
  readonly scene: Scene;
  /** rows by kind at another time; null: the tables hold them */
  readonly table: ReadonlyMap<string, readonly Cells[]> | null;
  readonly view: ItemView;
  readonly names: { readonly ids: readonly Id[]; readonly key: string | null };
}

function localId(view: ItemView): string | null {
  const value = view.properties.find((p) => p.property === 'local_id')?.value;
  return value?.type === 'text' ? value.text : null;
}

/** Properties of a kind that may name an item of another. */
function pointersOf(kind: Kind, open: readonly string[], to: string): readonly string[] {
  return Object.entries(kind.properties)
    .filter(
      ([name, p]) =>
        p.type === 'link' &&
        open.includes(name) &&
        columnType(p) !== null &&
        ((p.to ?? []).length === 0 || p.to?.includes(to)),
    )
    .map(([name]) => name);
}

/** So many of a kind are folded one by one; of more all of the kind are. */
const ONE_BY_ONE = 2_000;

/**
 * Rows of another time, of the items that may be linked: whatever was ever said of an item stands in its view of today, so
 * those that name this one anywhere, or that it names, are all there can be.
 */
async function tablesThen(
  keeper: Keeper,
  asker: Asker,
  scene: Scene,
  view: ItemView,
  names: Look['names'],
): Promise<ReadonlyMap<string, readonly Cells[]>> {
  const { programme } = scene;
  const links = linksOf(view, scene);
  const here = [...names.ids, ...(names.key === null ? [] : [names.key])];
  const out = new Map<string, readonly Cells[]>();
  const some = new Map<string, readonly Id[]>();
  for (const { name } of scene.model.kinds.values()) {
    const found = kindFor(scene, name);
    if (!found) continue;
    const { open } = askedOf(found.kind, found.level, {});
    const pointers = pointersOf(found.kind, open, view.kind).length > 0;
    const mine = links.filter((l) => l.kinds.length === 0 || l.kinds.includes(name));
    if (!pointers && mine.length === 0) continue;
    const ids = await reading(keeper, asker, programme, async (tx) => {
      const rows = await tx.query<{ id: Id }>(
        `SELECT id FROM shown.${tableName(name)} WHERE programme = $1
           AND (view LIKE ANY ($2::text[]) OR local_id = ANY ($3::text[]) OR id IN
             (SELECT head FROM shown.item WHERE programme = $1 AND kind = $4 AND id = ANY ($5::uuid[])))
         LIMIT ${ONE_BY_ONE + 1}`,
        [
          programme,
          pointers ? here.map((text) => `%"${text.replace(/[\\%_]/g, '\\$&')}"%`) : [],
          mine.flatMap((l) => (l.key === null ? [] : [l.key])),
          name,
          mine.flatMap((l) => (l.item === null ? [] : [l.item])),
        ],
      );
      return rows.map((r) => r.id);
    });
    if (ids.length > ONE_BY_ONE)
      out.set(name, await allAt(keeper, readerOf(asker, programme), scene, found.kind));
    else if (ids.length > 0) some.set(name, ids);
  }
  const { views } = await reading(keeper, asker, programme, (tx) =>
    viewsAt(keeper, tx, scene, [...some.values()].flat()),
  );
  for (const name of some.keys()) {
    const kind = scene.model.kinds.get(name);
    if (kind)
      out.set(
        name,
        views.filter((v) => v.kind === name).map((v) => cellsOf(v, kind)),
      );
  }
  return out;
}

async function pointingHere(look: Look): Promise<readonly LinkGroup[]> {
  const { scene, view } = look;
  const groups: LinkGroup[] = [];
  for (const { name } of scene.model.kinds.values()) {
    const found = kindFor(scene, name);
    if (!found) continue;
    const asked = askedOf(found.kind, found.level, {});
    for (const property of pointersOf(found.kind, asked.open, view.kind)) {
      const page = await pointingBy(look, found.kind, property);
      if (page.matched === 0) continue;
      const rows = page.rows.map((r) => rowFor(asked, scene.programme, found.kind, r, r.geometry));
      groups.push({ kind: name, property, way: 'in', matched: page.matched, rows });
    }
  }
  return groups;
}

type Listed = RowSource & {
  readonly geometry: Row['geometry'];
};

async function pointingBy(
  { tx, scene, table, names }: Look,
  kind: Kind,
  property: string,
): Promise<{ readonly matched: number; readonly rows: readonly Listed[] }> {
  const defined = kind.properties[property];
  const type = (defined && columnType(defined)) ?? 'text';
  const by = { name: property, own: defined?.own === true, type };
  // a local id names one only where the property points to one kind
  const wanted = [...names.ids, ...(names.key !== null && defined?.to?.length === 1 ? [names.key] : [])];
  if (table !== null) {
    const all = (table.get(kind.name) ?? []).filter((cells) => {
      const cell = cellOf(cells, by);
      return (
        cells.standing !== 'void' && wanted.some((w) => (Array.isArray(cell) ? cell.includes(w) : cell === w))
      );
    });
    return { matched: all.length, rows: all.slice(0, MOST).map((c) => ({ ...c, geometry: c.geom })) };
  }
  const meets = type === 'text[]' ? `${sqlOf(by)} && $2::text[]` : `${sqlOf(by)} = ANY ($2::text[])`;
  const from = `FROM shown.${tableName(kind.name)} WHERE programme = $1 AND standing <> 'void' AND ${meets}`;
  const rows = await tx.query<ListedRow>(`SELECT ${listColumns(kind)} ${from} ORDER BY id LIMIT ${MOST}`, [
    scene.programme,
    wanted,
  ]);
  if (rows.length < MOST) return { matched: rows.length, rows: rows.map(placed) };
  const [counted] = await tx.query<{ n: number }>(`SELECT count(*) AS n ${from}`, [scene.programme, wanted]);
  return { matched: counted?.n ?? rows.length, rows: rows.map(placed) };
}

function placed(row: ListedRow): Listed {
  return { ...row, geometry: row.geom === null ? null : fromHexEwkb(row.geom) };
}

interface OwnLink {
  readonly property: string;
  readonly kinds: readonly string[];
  readonly item: Id | null;
  readonly key: string | null;
}

function linksOf(view: ItemView, scene: Scene): readonly OwnLink[] {
  const kind = scene.model.kinds.get(view.kind);
  return view.properties.flatMap((p): OwnLink[] => {
    const property = kind?.properties[p.property];
    if (property?.type !== 'link') return [];
    const values = p.members?.map((m) => m.value) ?? [p.value, ...p.remaining.map((s) => s.value)];
    return values.flatMap((v) => {
      const link = linkIn(v);
      if (link === null || (link.programme ?? scene.programme) !== scene.programme) return [];
      const kinds = link.key ? [link.key.kind] : (property.to ?? []);
      return [{ property: p.property, kinds, item: link.item ?? null, key: link.key?.id ?? null }];
    });
  });
}

function linkIn(value: Value | null): Extract<Value, { type: 'link' }> | null {
  if (value?.type === 'link') return value;
  return value?.type === 'member' && value.yes && value.of.type === 'link' ? value.of : null;
}

async function namedBy(look: Look): Promise<Pick<Linked, 'groups' | 'unfound'>> {
  const { scene } = look;
  const groups = new Map<string, LinkGroup & { readonly rows: Row[] }>();
  const unfound = new Map<string, Linked['unfound'][number]>();
  for (const link of linksOf(look.view, scene)) {
    const row = await rowNamed(look, link);
    if (row === null) {
      const key = link.key ?? link.item ?? '';
      unfound.set(`${link.property} ${key}`, { property: link.property, key });
      continue;
    }
    const name = `${link.property} ${row.kind}`;
    const known = groups.get(name);
    if (known?.rows.some((r) => r.id === row.id)) continue;
    const rows = [...(known?.rows ?? []), row];
    groups.set(name, { kind: row.kind, property: link.property, way: 'out', matched: rows.length, rows });
  }
  return { groups: [...groups.values()], unfound: [...unfound.values()] };
}

async function rowNamed({ tx, scene, table }: Look, { kinds, item, key }: OwnLink): Promise<Row | null> {
  const among = kinds.length === 0 ? [...scene.model.kinds.keys()] : kinds;
  for (const name of among) {
    const found = scene.model.kinds.has(name) ? kindFor(scene, name) : null;
    if (!found) continue;
    const asked = askedOf(found.kind, found.level, {});
    const open = (r: Listed) => rowFor(asked, scene.programme, found.kind, r, r.geometry);
    if (table !== null) {
      const cells = table
        .get(name)
        ?.find((c) => (item === null ? c.columns.local_id === key : isJoined(c, item)));
      if (cells) return open({ ...cells, geometry: cells.geom });
      continue;
    }
    const [row] = await tx.query<ListedRow>(
      item === null
        ? `SELECT ${listColumns(found.kind)} FROM shown.${tableName(name)}
           WHERE programme = $1 AND local_id = $2 ORDER BY id LIMIT 1`
        : `SELECT ${listColumns(found.kind)} FROM shown.${tableName(name)} WHERE programme = $1 AND id =
           (SELECT head FROM shown.item WHERE programme = $1 AND kind = $3 AND id = $2::uuid)`,
      item === null ? [scene.programme, key] : [scene.programme, item, name],
    );
    if (row) return open(placed(row));
  }
  return null;
}

function isJoined(cells: Cells, item: Id): boolean {
  if (cells.id === item) return true;
  if (!cells.view.includes(item)) return false;
  const view: ItemView = JSON.parse(cells.view);
  return view.joined.includes(item);
}
