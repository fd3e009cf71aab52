/**
 * One page of a list over several programmes: programme after programme in order of id. Paging goes by the last id seen
 * (`after`), which costs the same on every page; `offset` says where the page stands, and counts where a sort leaves no
 * other way.
 */
import { problem } from '@tilth/domain/problem';
import type { Asker, ListQuery, Row, Stamp, Store } from '@tilth/store/store';
import { refuse } from './answer.ts';

export interface PageAsk {
  readonly limit: number;
  readonly offset?: number | undefined;
  readonly after?: string | undefined;
}

export interface Paged {
  readonly stamps: readonly Stamp[];
  readonly matched: number;
  readonly rows: readonly Row[];
  /** how to ask for the page after this one; null on the last */
  readonly next: { readonly offset?: number; readonly after?: string } | null;
}

type Query = Omit<ListQuery, 'limit' | 'after' | 'offset'>;

/**
 * `queries` are the list's query for each programme, in order. Refusal `parameter-invalid` when `after` names nothing
 * that this asker may see in them, `item-in-several` when it names rows of several and no offset is given.
 */
export async function readPage(
  store: Store,
  asker: Asker,
  queries: readonly Query[],
  ask: PageAsk,
): Promise<Paged> {
  const sorted = queries.some((q) => q.sort !== undefined);
  const { after } = ask;
  if (sorted && after !== undefined)
    refuse(
      problem('parameter-invalid', { parameter: 'after', expected: 'offset instead, together with sort' }),
    );
  const from = after === undefined ? null : await programmeOf(store, asker, queries, after, ask.offset);
  const start = from ?? 0;
  let skip = from === null ? (ask.offset ?? 0) : 0;
  let room = ask.limit;
  let matched = 0;
  const stamps: Stamp[] = [];
  const rows: Row[] = [];
  for (const [n, query] of queries.entries()) {
    const limit = n < start ? 0 : room;
    const page = await store.list(asker, {
      ...query,
      limit,
      ...(after !== undefined && n === from ? { after } : {}),
      ...(skip > 0 ? { offset: skip } : {}),
    });
    stamps.push(page.stamp);
    matched += page.matched;
    if (n >= start) skip = Math.max(0, skip - page.matched);
    room -= page.rows.length;
    for (const row of page.rows) rows.push(row);
  }
  const last = rows.at(-1);
  const position = after !== undefined && ask.offset === undefined ? null : (ask.offset ?? 0) + rows.length;
  const more = last !== undefined && room === 0 && (position === null || position < matched);
  if (!more) return { stamps, matched, rows, next: null };
  const next = { ...(position === null ? {} : { offset: position }), ...(sorted ? {} : { after: last.id }) };
  return { stamps, matched, rows, next };
}

/** Null: several programmes hold a row of this id, and only the offset tells where the page before ended. */
async function programmeOf(
  store: Store,
  asker: Asker,
  queries: readonly Query[],
  after: string,
  offset: number | undefined,
): Promise<number | null> {
  const homes = (await store.locate(asker, [after])).get(after) ?? [];
  const programmes = queries.map((q) => q.programme).filter((p) => homes.includes(p));
  if (programmes.length > 1)
    return offset === undefined ? refuse(problem('item-in-several', { id: after, programmes })) : null;
  const n = queries.findIndex((q) => q.programme === programmes[0]);
  return n >= 0
    ? n
    : refuse(problem('parameter-invalid', { parameter: 'after', expected: 'the id of the last row seen' }));
}
