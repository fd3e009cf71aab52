/** Erasing what was read out of an article and said of it, before its own bytes go. */
import type { Digest } from '@tilth/domain/report/entry';
import type { Tx } from '../db.ts';

/** The texts, the descriptions (they may name people) and its place among its likes. Harmless for what is no article. */
export async function eraseArticle(tx: Tx, programme: string, digest: Digest): Promise<void> {
  const of = [programme, digest];
  await tx.query(
    `DELETE FROM capture.chunk WHERE programme = $1 AND upload IN (SELECT f.upload FROM capture.extraction e
       JOIN capture.file f ON f.programme = e.programme AND f.digest = e.text_digest
       WHERE e.programme = $1 AND e.digest = decode($2, 'hex') AND e.text_digest <> e.digest)`,
    of,
  );
  await tx.query(`DELETE FROM capture.article WHERE programme = $1 AND digest = decode($2, 'hex')`, of);
  await tx.query(
    `WITH gone AS (DELETE FROM capture.sketch WHERE programme = $1 AND digest = decode($2, 'hex') RETURNING version, n)
     DELETE FROM capture.band b USING gone WHERE b.programme = $1 AND b.version = gone.version AND b.n = gone.n`,
    of,
  );
}
