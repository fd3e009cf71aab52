/**
 * Erasing what was read out of an article and said of it, before its own bytes go. One text may be read out of several
 * captures, two printings of one page or a page and the plain text of it: each says it for itself, so it goes with the last
 * of them.
 */
import type { Digest } from '@tilth/domain/report/entry';
import type { Tx } from '../db.ts';

/**
 * Takes away what was said of an article (it may name people) and its place among its likes; returns the texts read out of it
 * and out of no other capture, for their bytes to go with its own. None for what is no article.
 */
export async function forgetArticle(tx: Tx, programme: string, digest: Digest): Promise<readonly Digest[]> {
  const of = [programme, digest];
  const texts = await tx.query<{ text_digest: Digest }>(
    `SELECT DISTINCT text_digest FROM capture.extraction
     WHERE programme = $1 AND digest = decode($2, 'hex') AND text_digest <> digest`,
    of,
  );
  await tx.query(`DELETE FROM capture.article WHERE programme = $1 AND digest = decode($2, 'hex')`, of);
  await tx.query(
    `WITH gone AS (DELETE FROM capture.sketch WHERE programme = $1 AND digest = decode($2, 'hex') RETURNING version, n)
     DELETE FROM capture.band b USING gone WHERE b.programme = $1 AND b.version = gone.version AND b.n = gone.n`,
    of,
  );
  const own: Digest[] = [];
  for (const { text_digest: text } of texts)
    if ((await readInto(tx, programme, text, digest)).length === 0) own.push(text);
  return own;
}

/** The captures, but for one, whose text these bytes are, of those whose own bytes were not erased. */
export async function readInto(
  tx: Tx,
  programme: string,
  text: Digest,
  but: Digest,
): Promise<readonly Digest[]> {
  // of an erased capture the extractions are shown to nobody
  const rows = await tx.query<{ digest: Digest }>(
    `SELECT DISTINCT digest FROM capture.extraction
     WHERE programme = $1 AND text_digest = decode($2, 'hex') AND digest <> decode($3, 'hex') ORDER BY digest`,
    [programme, text, but],
  );
  return rows.map((r) => r.digest);
}
