/** Erasing what was read out of an article and said of it, before its own bytes go. */
import type { Digest } from '@tilth/domain/report/entry';
import type { Tx } from '../db.ts';

/**
 * Takes away what was said of an article (it may name people) and its place among its likes; returns the texts read out of it,
 * for their bytes to go with its own. None for what is no article.
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
  return texts.map((t) => t.text_digest);
}
