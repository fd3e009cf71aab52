/**
 * Pages of a list that were asked for at different times may have moved against each other: what came in between shifts
 * one row out of both. The receipt number in the stamp tells; then every page of the list is asked for anew.
 */
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { Page } from './answers.ts';
import type { ListWish } from './questions.ts';

/**
 * Has all pages of this list asked for anew, whatever their columns, when those given are not of one receipt number.
 * Waits while any of them is still under way: `pages` are looked at again when it has come.
 */
export function keepToOneReceipt(
  client: QueryClient,
  wish: ListWish,
  pages: readonly (Page | undefined)[],
): void {
  const numbers = new Set(pages.flatMap((page) => page?.stamps.map((s) => s.number) ?? []));
  if (numbers.size < 2) return;
  const same = { predicate: ({ queryKey }: { queryKey: QueryKey }) => isOf(wish, queryKey) };
  if (client.isFetching(same) > 0) return;
  void client.invalidateQueries(same);
}

function isOf(wish: ListWish, [what, of]: QueryKey): boolean {
  return what === 'list' && typeof of === 'object' && of !== null && wordsOf(of) === wordsOf(wish);
}

/** A wish without its columns, which say nothing of which rows there are; as keys of one order. */
function wordsOf(wish: object): string {
  const words = Object.entries(wish).filter(([name, value]) => name !== 'columns' && value !== undefined);
  return JSON.stringify(words.sort(([a], [b]) => (a < b ? -1 : 1)));
}
