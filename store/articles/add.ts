/** Keeping an article: its bytes and its text as captures, then in one transaction what names them. */

import { hash } from 'node:crypto';
import { CodePoints } from '@tilth/domain/evidence/code-points';
import type { Description } from '@tilth/domain/evidence/description';
import type { Extracted } from '@tilth/domain/evidence/extracted';
import { problem, Refusal } from '@tilth/domain/problem';
import { canonical } from '@tilth/domain/report/canonical';
import type { Digest, Id, Instant } from '@tilth/domain/report/entry';
import { aboutCapture, captureFile, putCapture } from '../captures.ts';
import type { Actor, Db, Tx } from '../db.ts';
import { newId } from '../new-id.ts';
import type { NewArticle } from './articles.ts';
import { keepSketch } from './near.ts';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Refusal `article-withheld`. Killed before its last transaction it leaves captures that no article names; given again, it goes on from there. */
export async function addArticle(
  db: Db,
  actor: Actor & { readonly person: Id },
  programme: string,
  { bytes, media_type, sensitivity, described, extracted }: NewArticle,
  now: Instant,
): Promise<Digest> {
  const about = { mediaType: media_type, name: '', sensitivity };
  // a text erased for good does not come back by another page that says it
  await refuseWithheld(db, actor, programme, hash('sha256', extracted.text));
  const digest = await putCapture(db, actor, programme, once(bytes), about, now);
  // kept before as more private than this person may read, or erased: what is said of it now nobody would see
  const file = await aboutCapture(db, actor, programme, digest);
  if (file === null) throw new Refusal(problem('article-withheld'));
  // the text is as secret as what it was read out of, also where that was known before as more secret
  const text = await putCapture(
    db,
    actor,
    programme,
    once(new TextEncoder().encode(extracted.text)),
    { mediaType: 'text/plain', name: '', sensitivity: file.sensitivity },
    now,
  );
  await db.transaction(actor, async (tx) => {
    await keepExtraction(tx, programme, digest, text, extracted, now);
    await keepDescription(tx, programme, digest, described, actor.person, now);
    await keepSketch(tx, programme, digest, extracted.text);
  });
  return digest;
}

/** Refuses `article-withheld` for what is here and not for this person, or erased. */
async function refuseWithheld(db: Db, actor: Actor, programme: string, digest: Digest): Promise<void> {
  const here = await db.read(actor, (tx) => captureFile(tx, programme, digest));
  if (here !== null && (await aboutCapture(db, actor, programme, digest)) === null)
    throw new Refusal(problem('article-withheld'));
}

async function keepExtraction(
  tx: Tx,
  programme: string,
  digest: Digest,
  textDigest: Digest,
  { extractor, version, text, layout, notices }: Extracted,
  now: Instant,
): Promise<void> {
  await tx.query(
    `INSERT INTO capture.extraction (programme, digest, extractor, version, text_digest, length, layout, notices, made)
     VALUES ($1, decode($2, 'hex'), $3, $4, decode($5, 'hex'), $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
    [
      programme,
      digest,
      extractor,
      version,
      textDigest,
      new CodePoints(text).at(text.length),
      JSON.stringify(layout),
      JSON.stringify(notices),
      now,
    ],
  );
}

/** Append only; what says the same as the last one is not said again. */
async function keepDescription(
  tx: Tx,
  programme: string,
  digest: Digest,
  described: Description,
  person: Id,
  now: Instant,
): Promise<void> {
  const said = canonical(described);
  const [last] = await tx.query<{ described: string }>(
    `SELECT described FROM capture.article WHERE programme = $1 AND digest = decode($2, 'hex') ORDER BY id DESC LIMIT 1`,
    [programme, digest],
  );
  if (last?.described === said) return;
  await tx.query(
    `INSERT INTO capture.article (programme, id, digest, described, received, author)
     VALUES ($1, $2, decode($3, 'hex'), $4, $5, $6)`,
    [programme, newId(), digest, said, now, person],
  );
}
