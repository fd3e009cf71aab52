/**
 * The index of near-duplicates: each article's signature and the bands it is found by (domain/evidence/min-hash.ts). It is
 * worked out from the texts, stands in no backup, and is made again where it is missing or of an older version.
 */
import {
  bandsOf,
  isSameStory,
  type Likeness,
  likeness,
  SKETCH_VERSION,
  type Sketch,
  sketchOf,
} from '@tilth/domain/evidence/min-hash';
import type { Digest } from '@tilth/domain/report/entry';
import { readCapture } from '../captures.ts';
import type { Actor, Db, Tx } from '../db.ts';

/** Candidates looked at: what shares a band with more texts than this is boilerplate. */
const MOST = 200;

/** Enters a text into the index, once. A text of fewer than three words is like no other. */
export async function keepSketch(tx: Tx, programme: string, digest: Digest, text: string): Promise<void> {
  const sketch = sketchOf(text);
  if (sketch !== null) await keepSketches(tx, programme, [{ digest, ...sketch }]);
}

/** Enters signatures into the index; those there already stay. */
export async function keepSketches(
  tx: Tx,
  programme: string,
  sketches: readonly (Sketch & { readonly digest: Digest })[],
): Promise<void> {
  const list = (numbers: readonly number[]) => `{${numbers.join(',')}}`;
  await tx.query(
    `WITH given AS (
       SELECT decode(digest, 'hex') AS digest, runs, places::int8[] AS places, bands::int8[] AS bands
       FROM unnest($3::text[], $4::int4[], $5::text[], $6::text[]) AS g (digest, runs, places, bands)),
     made AS (
       INSERT INTO capture.sketch (programme, version, digest, runs, places)
       SELECT $1, $2, digest, runs, places FROM given ON CONFLICT DO NOTHING RETURNING digest, n)
     INSERT INTO capture.band (programme, version, band, n)
     SELECT $1, $2, band, n FROM made JOIN given USING (digest), unnest(bands) AS b (band)`,
    [
      programme,
      SKETCH_VERSION,
      sketches.map((s) => s.digest),
      sketches.map((s) => s.runs),
      sketches.map((s) => list(s.places)),
      sketches.map((s) => list(bandsOf(s))),
    ],
  );
}

/** What is like this article, the likest first. Rights are not asked here: whoever reads on asks for each article. */
export async function nearTo(
  tx: Tx,
  programme: string,
  digest: Digest,
): Promise<readonly (Likeness & { readonly digest: Digest })[]> {
  const [own] = await tx.query<Sketch>(
    `SELECT runs, places FROM capture.sketch WHERE programme = $1 AND version = $2 AND digest = decode($3, 'hex')`,
    [programme, SKETCH_VERSION, digest],
  );
  return own === undefined ? [] : likeSketch(tx, programme, own, digest);
}

/** What is like a text of this signature, but for one article. */
export async function likeSketch(
  tx: Tx,
  programme: string,
  sketch: Sketch,
  but: Digest | null,
): Promise<readonly (Likeness & { readonly digest: Digest })[]> {
  const rows = await tx.query<Sketch & { digest: Digest }>(
    `SELECT digest, runs, places FROM capture.sketch WHERE programme = $1 AND version = $2 AND n IN (
       SELECT n FROM capture.band WHERE programme = $1 AND version = $2 AND band = ANY ($3::int8[])
       GROUP BY n ORDER BY count(*) DESC, n LIMIT $4)`,
    [programme, SKETCH_VERSION, [...bandsOf(sketch)], MOST],
  );
  return rows
    .filter((row) => row.digest !== but)
    .map((row) => ({ digest: row.digest, ...likeness(sketch, row) }))
    .filter(isSameStory)
    .sort((a, b) => b.alike - a.alike || (a.digest < b.digest ? -1 : 1));
}

/** Makes the index where it is missing: after a restore, or when signatures are worked out in another way. */
export async function ensureSketches(db: Db, programmes: readonly string[]): Promise<void> {
  for (const programme of programmes) {
    const actor: Actor = { role: 'migrate', programmes: [programme], person: null };
    const missing = await db.transaction(actor, (tx) =>
      tx.query<{ digest: Digest; text_digest: Digest }>(
        `SELECT DISTINCT ON (e.digest) e.digest, e.text_digest FROM capture.extraction e
         JOIN capture.file f ON f.programme = e.programme AND f.digest = e.text_digest
         WHERE e.programme = $1
           AND EXISTS (SELECT FROM capture.chunk c WHERE c.programme = $1 AND c.upload = f.upload)
           AND NOT EXISTS (SELECT FROM capture.sketch s WHERE s.programme = $1 AND s.version = $2 AND s.digest = e.digest)
         ORDER BY e.digest, e.made DESC`,
        [programme, SKETCH_VERSION],
      ),
    );
    for (const { digest, text_digest } of missing) {
      const text = await textOf(db, actor, programme, text_digest);
      await db.transaction(actor, (tx) => keepSketch(tx, programme, digest, text));
    }
  }
}

/** The text of a capture that holds one. Refusal `capture-unknown` as readCapture. */
export async function textOf(db: Db, actor: Actor, programme: string, digest: Digest): Promise<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  for await (const chunk of readCapture(db, actor, programme, digest))
    text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
