/**
 * Words that a report quotes from a captured text stand there, at the characters it names: what nobody wrote must not enter
 * the record as somebody's words.
 */
import { keptWords } from '@tilth/domain/access/kept-words';
import { problem } from '@tilth/domain/problem';
import type { DraftReport } from '@tilth/domain/report/draft';
import type { Digest } from '@tilth/domain/report/entry';
import type { Asker, Store } from '@tilth/store/store';
import { refuse } from '../answer.ts';

/** Of the largest text an article may have, in bytes; nothing larger was read out of one. */
const LARGEST = 4_000_000;

/**
 * Refusals `quote-not-in-text`, and of what goes to the room apart `kept-words-wrong`. Quotes without a position (of a table, of paper) and from captures that are not here, or not
 * for this asker, are not held against anything.
 */
export async function checkQuotes(
  store: Store,
  asker: Asker,
  programme: string,
  drafts: readonly DraftReport[],
): Promise<void> {
  const texts = new Map<Digest, readonly string[] | null>();
  for (const draft of drafts) {
    const { capture } = draft.report;
    const quoting = quotesOf(draft);
    if (capture === undefined || quoting.length === 0) continue;
    if (!texts.has(capture)) texts.set(capture, await charactersOf(store, asker, programme, capture));
    const characters = texts.get(capture);
    if (!characters) continue;
    for (const { start, end, exact: words } of quoting) {
      const exact = [...words];
      const there = exact.length <= end - start && exact.every((c, n) => characters[start + n] === c);
      if (!there) refuse(problem('quote-not-in-text', { start, end }));
    }
  }
}

/** The words quoted from known places, also those that go to the room apart. Refuses `kept-words-wrong`. */
function quotesOf(draft: DraftReport) {
  const kept = keptWords(draft);
  if ('code' in kept) return refuse(kept);
  const apart = new Map(kept.flatMap(({ n, quote }) => (quote ? [[n, quote] as const] : [])));
  return draft.report.claims.flatMap(({ where }, n) => {
    const quote = where?.quote ?? apart.get(n);
    return where?.position && quote ? [{ ...where.position, exact: quote.exact }] : [];
  });
}

async function charactersOf(
  store: Store,
  asker: Asker,
  programme: string,
  digest: Digest,
): Promise<readonly string[] | null> {
  const about = await store.aboutCapture(asker, programme, digest);
  if (about === null || about.bytes > LARGEST || !about.media_type.startsWith('text/')) return null;
  const pieces: Uint8Array[] = [];
  for await (const piece of store.readCapture(asker, programme, digest)) pieces.push(piece);
  return [...Buffer.concat(pieces).toString('utf8')];
}
