/** A list that grows while it is scrolled: no row of it is skipped. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import type { Page } from './answers.ts';
import { keepToOneReceipt } from './one-receipt.ts';
import { type ListWish, listQuestion } from './questions.ts';

const wish: ListWish = {
  programme: 'orlia',
  kind: 'hazardous-area',
  q: '',
  sort: 'name',
  at: null,
  known: null,
};
const SIZE = 2;

/** A page as the server would answer it now. */
function pageOf(rows: readonly string[], number: number, page: number): Page {
  const at = { programme: 'orlia', kind: 'hazardous-area', standing: 'live', disputed: false } as const;
  return {
    stamps: [{ office: 'o', programme: 'orlia', number, fold: 1, at: '2024-01-01', known: null, pending: 0 }],
    matched: rows.length,
    rows: rows
      .slice(page * SIZE, (page + 1) * SIZE)
      .map((id) => ({ id, ...at, geometry: null, reported: false, values: {} })),
  };
}

test('when a further page is of a later receipt, all pages of the list are asked for anew, and none is skipped', async () => {
  const client = new QueryClient();
  // the screen asks for the first page in its own columns, the table for those in sight
  const record = { rows: ['c', 'd', 'e', 'f'], number: 5 };
  const seen = new Map<string, Page | undefined>();
  const watch = async (columns: readonly string[], page: number) => {
    const { queryKey } = listQuestion({ ...wish, columns }, page);
    const queryFn = async () => pageOf(record.rows, record.number, page);
    const observer = new QueryObserver<Page>(client, { queryKey, queryFn, staleTime: 30_000 });
    await new Promise<void>((come) => {
      observer.subscribe(({ data }) => {
        seen.set(`${page} ${columns}`, data);
        if (data) come();
      });
    });
  };
  const shown = () => [...seen.values()].flatMap((page) => page?.rows.map((r) => r.id) ?? []);
  await watch(['name'], 0);
  record.rows = ['a', ...record.rows];
  record.number = 6;
  await watch(['name', 'remark'], 1);
  assert.deepEqual(shown(), ['c', 'd', 'd', 'e'], 'the pages moved against each other');

  keepToOneReceipt(client, wish, [...seen.values()]);
  while (client.isFetching() > 0) await new Promise((later) => setImmediate(later));
  assert.deepEqual(shown(), ['a', 'c', 'd', 'e']);
  client.clear();
});

test('pages of one receipt, and other lists, are left as they are', () => {
  const client = new QueryClient();
  const put = (of: ListWish, page: number, number: number) => {
    const { queryKey } = listQuestion(of, page);
    client.setQueryData<Page>(queryKey, pageOf(['a', 'b', 'c'], number, page));
    return () => client.getQueryState(queryKey)?.isInvalidated;
  };
  const first = put(wish, 0, 5);
  const second = put({ ...wish, columns: ['name'] }, 1, 5);
  const other = put({ ...wish, q: 'hill' }, 0, 5);
  keepToOneReceipt(client, wish, [pageOf([], 5, 0), undefined, pageOf([], 5, 1)]);
  assert.deepEqual([first(), second(), other()], [false, false, false]);
  keepToOneReceipt(client, wish, [pageOf([], 5, 0), pageOf([], 8, 1)]);
  assert.deepEqual([first(), second(), other()], [true, true, false]);
  client.clear();
});
