/** Reading articles: row-level security leaves of each table only what the asker may read the bytes of. */
import type { Description } from '@tilth/domain/evidence/description';
import { problem, Refusal } from '@tilth/domain/problem';
import type { Digest, Id, Instant } from '@tilth/domain/report/entry';
import { readOutMark } from '@tilth/domain/report/mentions';
import type { Actor, Db, Tx } from '../db.ts';
import { newId } from '../new-id.ts';
import { entriesMentioning } from '../read-log.ts';
import type {
  ArticleListed,
  ArticlePage,
  ArticleRow,
  ArticlesQuery,
  Described,
  NearDuplicate,
  ReadOut,
} from './articles.ts';
import { nearTo, textOf } from './near.ts';

type Kept = Omit<ArticleRow, keyof Description> & { readonly described: string };

const opened = ({ described, ...row }: Kept): ArticleRow => ({
  ...(JSON.parse(described) as Description),
  ...row,
});

/** One row an article: its last description, who first described it and when, and the last mark of a reading. */
const ARTICLES = `SELECT f.digest, f.media_type, f.bytes, f.sensitivity, a.received, a.author AS brought_by,
    last.described, coalesce(r.state, 'new') AS state, a.id
  FROM capture.article a
  JOIN capture.file f ON f.programme = a.programme AND f.digest = a.digest
  CROSS JOIN LATERAL (SELECT l.described FROM capture.article l
    WHERE l.programme = a.programme AND l.digest = a.digest ORDER BY l.id DESC LIMIT 1) last
  LEFT JOIN LATERAL (SELECT g.state FROM capture.reading g
    WHERE g.programme = a.programme AND g.digest = a.digest ORDER BY g.id DESC LIMIT 1) r ON true
  WHERE a.programme = $1 AND NOT EXISTS (SELECT FROM capture.article b
    WHERE b.programme = a.programme AND b.digest = a.digest AND b.id < a.id)`;

export async function listArticles(
  tx: Tx,
  programme: string,
  { state, limit, after }: ArticlesQuery,
): Promise<readonly ArticleListed[]> {
  const rows = await tx.query<Kept & { readonly id: Id }>(
    `${ARTICLES}
       AND ($2::text IS NULL OR coalesce(r.state, 'new') = $2)
       AND ($3::text IS NULL OR a.id < (SELECT b.id FROM capture.article b
         WHERE b.programme = $1 AND b.digest = decode($3, 'hex') ORDER BY b.id LIMIT 1))
     ORDER BY a.id DESC LIMIT $4`,
    [programme, state ?? null, after ?? null, limit],
  );
  const copies = await copiesOf(
    tx,
    programme,
    rows.map((row) => row.digest),
  );
  return rows.map(({ id: _, ...row }) => ({ ...opened(row), copies: copies.get(row.digest) ?? 0 }));
}

/** How many others each of these is like, of those that this asker may read. */
async function copiesOf(
  tx: Tx,
  programme: string,
  digests: readonly Digest[],
): Promise<ReadonlyMap<Digest, number>> {
  const near = await Promise.all(digests.map((digest) => nearTo(tx, programme, digest)));
  const all = new Set(near.flat().map((n) => n.digest));
  if (all.size === 0) return new Map();
  const open = await tx.query<{ digest: Digest }>(
    `SELECT DISTINCT digest FROM capture.article
     WHERE programme = $1 AND digest = ANY (SELECT decode(d, 'hex') FROM unnest($2::text[]) d)`,
    [programme, [...all]],
  );
  const told = new Set(open.map((row) => row.digest));
  return new Map(
    digests.map((digest, i) => [digest, near[i]?.filter((n) => told.has(n.digest)).length ?? 0]),
  );
}

/** Refuses `article-unknown` and `article-several`; `begins` is lower-case hex, at most 64 digits. */
export async function findArticle(tx: Tx, programme: string, begins: string): Promise<Digest> {
  const rows = await tx.query<{ digest: Digest }>(
    `SELECT DISTINCT digest FROM capture.article
     WHERE programme = $1 AND digest BETWEEN decode($2, 'hex') AND decode($3, 'hex') LIMIT 2`,
    [programme, begins.padEnd(64, '0'), begins.padEnd(64, 'f')],
  );
  const [first] = rows;
  if (first === undefined) throw new Refusal(problem('article-unknown', { capture: begins }));
  if (rows.length > 1) throw new Refusal(problem('article-several', { capture: begins }));
  return first.digest;
}

interface ExtractionRow {
  readonly extractor: string;
  readonly version: string;
  readonly text_digest: Digest;
  readonly length: number;
  readonly layout: string;
  readonly notices: string;
}

export async function readArticlePage(
  db: Db,
  actor: Actor,
  programme: string,
  digest: Digest,
): Promise<ArticlePage | null> {
  const found = await db.read(actor, async (tx) => {
    const [row] = await tx.query<Kept & { readonly id: Id }>(`${ARTICLES} AND a.digest = decode($2, 'hex')`, [
      programme,
      digest,
    ]);
    const [extraction] = await tx.query<ExtractionRow>(
      `SELECT extractor, version, text_digest, length, layout, notices FROM capture.extraction
       WHERE programme = $1 AND digest = decode($2, 'hex') ORDER BY made DESC, extractor, version DESC LIMIT 1`,
      [programme, digest],
    );
    if (row === undefined || extraction === undefined) return null;
    const { id: _, ...kept } = row;
    return {
      ...opened(kept),
      extraction,
      descriptions: await descriptionsOf(tx, programme, digest),
      near_duplicates: await nearDuplicates(tx, programme, digest),
      reports: await readOutOf(tx, programme, extraction.text_digest),
    };
  });
  if (found === null) return null;
  const { extraction, ...article } = found;
  return {
    ...article,
    ...extraction,
    layout: JSON.parse(extraction.layout),
    notices: JSON.parse(extraction.notices),
    text: await textOf(db, actor, programme, extraction.text_digest),
  };
}

/** Places in a text its reader has before them anyway; what the claims say is asked of each report. */
async function readOutOf(tx: Tx, programme: string, text: Digest): Promise<readonly ReadOut[]> {
  const found = await entriesMentioning(tx, programme, [readOutMark(text)], Number.MAX_SAFE_INTEGER);
  return found.flatMap(({ entry, ref, number, instant }) => {
    if (entry.type !== 'report' || entry.capture !== text) return [];
    const claims = entry.claims.flatMap(({ where }, n) =>
      where?.position === undefined ? [] : [{ n, ...where.position }],
    );
    return [{ ref, number, instant, by: entry.by, claims }];
  });
}

async function descriptionsOf(tx: Tx, programme: string, digest: Digest): Promise<readonly Described[]> {
  const rows = await tx.query<{ id: Id; instant: Instant; by: Id; described: string }>(
    `SELECT id, received AS instant, author AS by, described FROM capture.article
     WHERE programme = $1 AND digest = decode($2, 'hex') ORDER BY id DESC`,
    [programme, digest],
  );
  return rows.map(({ described, ...row }) => ({ ...(JSON.parse(described) as Description), ...row }));
}

async function nearDuplicates(tx: Tx, programme: string, digest: Digest): Promise<readonly NearDuplicate[]> {
  const near = await nearTo(tx, programme, digest);
  if (near.length === 0) return [];
  const rows = await tx.query<Kept>(
    `${ARTICLES} AND a.digest = ANY (SELECT decode(d, 'hex') FROM unnest($2::text[]) d)`,
    [programme, near.map((n) => n.digest)],
  );
  return near.flatMap((n) => {
    const row = rows.find((r) => r.digest === n.digest);
    if (row === undefined) return [];
    const { title, publisher, original_publisher, published, received } = opened(row);
    return [{ ...n, title, publisher, original_publisher, published, received }];
  });
}

/** Refuses `article-unknown`. */
export async function markRead(
  tx: Tx,
  programme: string,
  digest: Digest,
  state: 'reading' | 'finished',
  person: Id,
  now: Instant,
): Promise<void> {
  await findArticle(tx, programme, digest);
  await tx.query(
    `INSERT INTO capture.reading (programme, id, digest, state, instant, author)
     VALUES ($1, $2, decode($3, 'hex'), $4, $5, $6)`,
    [programme, newId(), digest, state, now, person],
  );
}
