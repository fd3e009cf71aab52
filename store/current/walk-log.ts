/**
 * The whole log of a programme by item, in bounded memory: entries are read in order of number, page by page, and each
 * item is folded with the page in which it is first spoken of, together with whatever else in the log is about it. What an
 * importer wrote stands together, so most pages need little from elsewhere.
 */

import type { Overlay } from '@tilth/domain/geometry/overlay';
import type { Model } from '@tilth/domain/record/kind';
import type { Entry, Id } from '@tilth/domain/report/entry';
import { foldItems } from '@tilth/domain/report/fold';
import { closureOf, mentionsOf, type Named } from '@tilth/domain/report/mentions';
import type { ItemView } from '@tilth/domain/report/view';
import type { Tx } from '../db.ts';
import { entriesBetween, LogReading } from './load.ts';

export interface WalkedPage {
  /** the last number of the page */
  readonly number: number;
  /** items first spoken of here */
  readonly items: ReadonlySet<Id>;
  readonly entries: readonly Named[];
  /** views whose first entry stands here: over the whole walk each view comes once */
  readonly views: readonly ItemView[];
  readonly log: LogReading;
}

export const PAGE_ENTRIES = 4_000;

/** What an entry names that may be an item; ids of reports among them do no harm, but for thousands at once. */
function mayBeItems(entry: Entry): readonly Id[] {
  if (entry.type === 'report') return entry.items.map((i) => i.id);
  if (entry.type === 'rule' || entry.act === 'approve' || entry.act === 'return' || entry.act === 'reject')
    return [];
  return mentionsOf(entry);
}

/** All that a page needs of the log, not folded yet. */
export interface PageRead {
  readonly first: number;
  readonly last: number;
  readonly items: readonly Id[];
  readonly entries: readonly Named[];
  readonly log: LogReading;
}

/** Reads one page: `size` entries from `first` on, of a log read up to `upTo`, and what else is about their items. */
export async function readPage(
  tx: Tx,
  programme: string,
  first: number,
  upTo: number,
  size = PAGE_ENTRIES,
): Promise<PageRead> {
  const last = Math.min(first + size - 1, upTo);
  const page = await entriesBetween(tx, programme, first, last);
  const log = new LogReading(tx, programme, upTo, page);
  const named = [...new Set(page.flatMap((e) => mayBeItems(e.entry)))];
  await log.load(named);
  const here = named.filter((id) => log.first(id) >= first);
  return { first, last, log, ...(await closureOf(here, log.load)) };
}

/** Folds a page that was read: work for the processor alone. */
export function foldPage(
  { first, last, items, entries, log }: PageRead,
  rules: readonly Named[],
  model: Model,
  overlay: Overlay,
): WalkedPage {
  const views = foldItems([...rules, ...entries], items, null, model, overlay);
  const begins = (id: Id) => log.first(id) >= first && log.first(id) <= last;
  return {
    number: last,
    items: new Set(items.filter(begins)),
    entries,
    views: views.filter((v) => begins(earliest(v, log))),
    log,
  };
}

/** One page, read and folded. */
export async function walkPage(
  tx: Tx,
  programme: string,
  first: number,
  upTo: number,
  rules: readonly Named[],
  model: Model,
  overlay: Overlay,
  size = PAGE_ENTRIES,
): Promise<WalkedPage> {
  return foldPage(await readPage(tx, programme, first, upTo, size), rules, model, overlay);
}

function earliest(view: ItemView, log: LogReading): Id {
  let found = view.id;
  for (const id of view.joined) if (log.first(id) < log.first(found)) found = id;
  return found;
}

/** All pages within one transaction. */
export async function* walkLog(
  tx: Tx,
  programme: string,
  upTo: number,
  rules: readonly Named[],
  model: Model,
  overlay: Overlay,
  size = PAGE_ENTRIES,
): AsyncGenerator<WalkedPage> {
  for (let first = 1; first <= upTo; first += size) {
    yield await walkPage(tx, programme, first, upTo, rules, model, overlay, size);
  }
}
