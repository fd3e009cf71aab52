/**
 * Words that a report quotes from a captured text stand there, at the characters it names: what nobody wrote must not enter
 * the record as somebody's words.
 */
import { problem } from '@tilth/domain/problem';
import type { Digest, Report } from '@tilth/domain/report/entry';
import type { Asker, Store } from '@tilth/store/store';
import { refuse } from '../answer.ts';

/** Of the largest text an article may have, in bytes; nothing larger was read out of one. */
const LARGEST = 4_000_000;

/**
 * Refusal `quote-not-in-text`. Quotes without a position (of a table, of paper) and from captures that are not here, or not
 * for this asker, are not held against anything.
 */
export async function checkQuotes(
  store: Store,
  asker: Asker,
  programme: string,
  reports: readonly Report[],
): Promise<void> {
  const texts = new Map<Digest, readonly string[] | null>();
  for (const { capture, claims } of reports) {
    const quoting = claims.filter((c) => c.where?.quote && c.where.position);
    if (capture === undefined || quoting.length === 0) continue;
    if (!texts.has(capture)) texts.set(capture, await charactersOf(store, asker, programme, capture));
    const characters = texts.get(capture);
    if (!characters) continue;
    for (const { where } of quoting) {
      const { start = 0, end = 0 } = where?.position ?? {};
      const exact = [...(where?.quote?.exact ?? '')];
      const there = exact.length <= end - start && exact.every((c, n) => characters[start + n] === c);
      if (!there) refuse(problem('quote-not-in-text', { start, end }));
    }
  }
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
