/** /api/{kind}: a page of the current view, filtered, sorted, in two times. */
import { problem } from '@tilth/domain/problem';
import type { Kind } from '@tilth/domain/record/kind';
import type { Row } from '@tilth/store/store';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import {
  askSchema,
  Bbox,
  boundsOf,
  FARTHEST,
  ItemId,
  KindName,
  MOST,
  programmesFor,
  timesOf,
} from '../ask.ts';
import { Datetime, daysOf, momentsOf } from '../datetime.ts';
import { columnsText, type Narrowed, narrowOf, narrowSchema, propertiesAsked } from '../narrow.ts';
import { readPage } from '../page.ts';
import { openProperties, type Room, roomsFor, roomsToFilter, roomsWith } from '../reader.ts';
import type { App, Context } from '../route.ts';
import { StampSchema } from '../stamps.ts';

/** Filters that every kind has, beside its own properties. */
export const COMMON_FILTERS = ['id', 'standing', 'disputed'] as const;

export const sortSchema = Type.String({
  pattern: '^-?[a-z][a-z0-9_-]*$',
  description: 'a property; with - before it, descending',
});

/** Parameters of a list that are no filters. No property may bear one of these names (list.test.ts holds them apart). */
export const listParameters = {
  ...askSchema,
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MOST,
      description: `a whole number from 1 to ${MOST}`,
      default: 100,
    }),
  ),
  after: Type.Optional(ItemId),
  offset: Type.Optional(
    Type.Integer({ minimum: 0, maximum: FARTHEST, description: 'how many rows to pass over' }),
  ),
  sort: Type.Optional(sortSchema),
  bbox: Type.Optional(Bbox),
  datetime: Type.Optional(Datetime),
  q: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'words to look for' })),
  ...narrowSchema,
  columns: Type.Optional(columnsText),
};

/** Beside the other filters, because a page of rows may link to a hundred items. */
export const Ids = Type.Optional(
  Type.String({ maxLength: 8000, description: 'ids of items, parted by commas' }),
);

const Query = Type.Object(
  { ...listParameters, id: Ids },
  { additionalProperties: Type.String({ maxLength: 400 }) },
);

export const RowSchema = Type.Object({
  id: Type.String(),
  programme: Type.String(),
  kind: Type.String(),
  standing: Type.String({ description: 'live, reported, unsupported or void' }),
  disputed: Type.Boolean(),
  geometry: Type.Unknown({ description: 'GeoJSON, WGS 84; null: no place, or not for you' }),
  values: Type.Record(Type.String(), Type.Unknown()),
});

const Answer = Type.Object({
  stamps: Type.Array(StampSchema),
  matched: Type.Integer(),
  returned: Type.Integer(),
  next: Type.Union([Type.String(), Type.Null()], { description: 'address of the next page' }),
  rows: Type.Array(RowSchema),
});

export function addList(app: App, { store }: Context): void {
  app.get(
    '/api/:kind',
    {
      schema: {
        summary: 'Items of a kind; any property of the kind is a filter too',
        tags: ['items'],
        params: Type.Object({ kind: KindName }),
        querystring: Query,
        response: { 200: Answer },
      },
    },
    async ({ asker, params: { kind }, query, url }) => {
      const rooms = await roomsFor(store, asker, await programmesFor(store, asker, query.programme));
      const found = roomsWith(rooms, kind);
      if (found.length === 0) refuse(problem('collection-unknown', { collection: kind }));
      const open = openProperties(found);
      const where = filtersOf(query, Object.keys(listParameters), [...open.keys()]);
      const sort = query.sort === undefined ? undefined : sortOf(query.sort, open);
      const moments = query.datetime === undefined ? undefined : momentsOf(query.datetime);
      const sortable = sort === undefined ? [] : roomsToFilter(found, [sort.property]);
      const narrowed = narrowOf(query);
      const queries = roomsAsked(found, [...open.keys()], where, narrowed).map(({ room }) => ({
        programme: room.programme.id,
        kind,
        where,
        ...narrowed,
        ...timesOf(query),
        ...(query.bbox === undefined ? {} : { bbox: boundsOf(query.bbox) }),
        ...(moments === undefined ? {} : { during: daysOf(moments, room.programme.zone) }),
        ...(query.q === undefined ? {} : { text: query.q }),
        ...(sort !== undefined && sortable.some((s) => s.room === room) ? { sort } : {}),
      }));
      const { next, stamps, matched, rows } = await readPage(store, asker, queries, {
        limit: query.limit ?? 100,
        offset: query.offset,
        after: query.after,
      });
      const columns = query.columns?.split(',');
      return {
        stamps,
        matched,
        returned: rows.length,
        next: next && nextAddress(url, next),
        rows: columns === undefined ? rows : rows.map((row) => inColumns(row, columns)),
      };
    },
  );
}

/** A row with these properties alone, and what stands beside them; without its place, which is most of its bytes. */
function inColumns(row: Row, columns: readonly string[]): Row {
  const beside = (name: string) => [name, `${name}_state`, `${name}_min`, `${name}_max`];
  const kept = columns.flatMap(beside).filter((name) => Object.hasOwn(row.values, name));
  return { ...row, geometry: null, values: Object.fromEntries(kept.map((name) => [name, row.values[name]])) };
}

/** The rooms a narrowed list is asked in; what no room can answer is asked in the first, which refuses it with the reason. */
export function roomsAsked<F extends { readonly room: Room; readonly kind: Kind }>(
  found: readonly F[],
  open: readonly string[],
  where: Readonly<Record<string, string>>,
  narrowed: Narrowed,
): readonly F[] {
  const asked = propertiesAsked(narrowed);
  if (asked.some((name) => !open.includes(name))) return found.slice(0, 1);
  return roomsToFilter(found, [...propertiesIn(where), ...asked]);
}

/** The filters among the parameters. Refusal `parameter-unknown` for one that is no property the asker may read. */
export function filtersOf(
  query: Readonly<Record<string, unknown>>,
  parameters: readonly string[],
  properties: readonly string[],
): Readonly<Record<string, string>> {
  const known = new Set<string>([...COMMON_FILTERS, ...properties]);
  const where: Record<string, string> = {};
  for (const [name, value] of Object.entries(query)) {
    if (parameters.includes(name)) continue;
    if (!known.has(name) || typeof value !== 'string')
      refuse(problem('parameter-unknown', { parameter: name, known: [...parameters, ...known] }));
    else where[name] = value;
  }
  return where;
}

/** The properties of the kind among the filters. */
export function propertiesIn(where: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(where).filter((name) => !COMMON_FILTERS.some((f) => f === name));
}

/** Refusal `parameter-invalid` for what this asker may not sort by. */
export function sortOf(sort: string, open: { has(name: string): boolean; keys(): Iterable<string> }) {
  const descending = sort.startsWith('-');
  const property = descending ? sort.slice(1) : sort;
  if (!open.has(property))
    refuse(problem('parameter-invalid', { parameter: 'sort', expected: [...open.keys()].join(', ') }));
  return { property, descending };
}

/** The same address with the paging parameters of the next page; relative to the server. */
export function nextAddress(url: string, next: { offset?: number; after?: string }): string {
  const [path = '', search = ''] = url.split('?');
  const parameters = new URLSearchParams(search);
  parameters.delete('offset');
  parameters.delete('after');
  if (next.offset !== undefined) parameters.set('offset', String(next.offset));
  if (next.after !== undefined) parameters.set('after', next.after);
  return `${path}?${parameters}`;
}
