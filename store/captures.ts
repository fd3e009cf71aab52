/**
 * Captures: bytes of sources as received, named by their SHA-256, in chunks of at most 1 MiB sent as base64 text, so that
 * no parameter grows with the file. Each chunk has a transaction of its own; the last brings the row that makes them a
 * capture, so a capture is there whole or not at all. What an upload leaves that was killed is swept at a later opening.
 */
import { createHash } from 'node:crypto';
import { problem, Refusal } from '@tilth/domain/problem';
import { attachmentSensitivity } from '@tilth/domain/record/attachment';
import type { Model, Sensitivity } from '@tilth/domain/record/kind';
import { moreSecret } from '@tilth/domain/record/own-property';
import type { Digest, Id, Instant, Report } from '@tilth/domain/report/entry';
import { forgetArticle, readInto } from './articles/erase.ts';
import type { Actor, Db, Tx } from './db.ts';
import { newId } from './new-id.ts';

const CHUNK = 1024 * 1024;
const DAY_MS = 24 * 3_600_000;

export interface About {
  readonly mediaType: string;
  readonly name: string;
  readonly sensitivity: Sensitivity;
  /** what the bytes are said to be */
  readonly digest?: Digest;
}

/** Cuts a stream of pieces of any size into chunks of exactly 1 MiB, but for the last. */
async function* chunked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  for await (const given of bytes) {
    let piece = given;
    while (size + piece.length > CHUNK) {
      pieces.push(piece.subarray(0, CHUNK - size));
      yield Buffer.concat(pieces);
      piece = piece.subarray(CHUNK - size);
      pieces = [];
      size = 0;
    }
    pieces.push(piece.slice());
    size += piece.length;
  }
  yield Buffer.concat(pieces);
}

/**
 * Refuses `attachment-too-open` when a file that came already was sent as belonging to something less private than what its
 * report speaks of: whoever sends it names that, so it is held to the report here (design, law 9).
 */
export async function checkAttachments(
  tx: Tx,
  programme: string,
  reports: readonly Report[],
  model: Model,
): Promise<void> {
  const wanted = new Map<Digest, Sensitivity>();
  for (const { attachments = [], items } of reports) {
    const least = attachmentSensitivity(items.map((i) => model.kinds.get(i.kind)));
    for (const { capture } of attachments)
      wanted.set(capture, moreSecret(wanted.get(capture) ?? 'public', least));
  }
  if (wanted.size === 0) return;
  const kept = await tx.query<{ digest: Digest; sensitivity: Sensitivity }>(
    `SELECT encode(digest, 'hex') AS digest, sensitivity FROM capture.file
     WHERE programme = $1 AND digest = ANY (SELECT decode(d, 'hex') FROM unnest($2::text[]) d)`,
    [programme, [...wanted.keys()]],
  );
  const open = kept.find(
    (k) => moreSecret(k.sensitivity, wanted.get(k.digest) ?? 'public') !== k.sensitivity,
  );
  if (open) throw new Refusal(problem('attachment-too-open'));
}

/** How sensitive, as SQL that can be compared. */
const rank = (of: string) =>
  `array_position(ARRAY['public', 'partner', 'restricted', 'personal'], ${of}.sensitivity)`;

/**
 * Stores the bytes; the same bytes again are stored once, under the highest sensitivity that anybody named (what was erased
 * stays erased). `actor` is the server for one programme and a person.
 */
export async function putCapture(
  db: Db,
  actor: Actor & { readonly person: Id },
  programme: string,
  bytes: AsyncIterable<Uint8Array>,
  about: About,
  now: Instant,
): Promise<Digest> {
  const sum = createHash('sha256');
  const upload = newId();
  let size = 0;
  let n = 0;
  let held: Buffer | undefined;
  const put = (tx: Tx, chunk: Buffer) =>
    tx.query(
      `INSERT INTO capture.chunk (programme, upload, n, sensitivity, author, body)
       VALUES ($1, $2, $3, $4, $5, decode($6, 'base64'))`,
      [programme, upload, n++, about.sensitivity, actor.person, chunk.toString('base64')],
    );
  try {
    for await (const chunk of chunked(bytes)) {
      sum.update(chunk);
      size += chunk.length;
      const ready = held;
      held = chunk;
      if (ready) await db.transaction(actor, (tx) => put(tx, ready));
    }
    const digest = sum.digest('hex');
    if (about.digest !== undefined && about.digest !== digest) throw new Refusal(problem('capture-differs'));
    const last = held;
    const first = await db.transaction(actor, async (tx) => {
      const made = await tx.query(
        `INSERT INTO capture.file AS f
           (programme, digest, upload, bytes, chunks, media_type, name, sensitivity, received, author)
         VALUES ($1, decode($2, 'hex'), $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (programme, digest) DO UPDATE
           SET upload = excluded.upload, chunks = excluded.chunks, sensitivity = excluded.sensitivity
           WHERE ${rank('f')} < ${rank('excluded')}
             AND EXISTS (SELECT FROM capture.chunk c WHERE c.programme = f.programme AND c.upload = f.upload)
         RETURNING upload`,
        [
          programme,
          digest,
          upload,
          size,
          n + 1,
          about.mediaType,
          about.name,
          about.sensitivity,
          now,
          actor.person,
        ],
      );
      if (made.length > 0 && last) await put(tx, last);
      return made.length > 0;
    });
    if (!first) await takeBack(db, actor, programme, upload);
    return digest;
  } catch (error) {
    await takeBack(db, actor, programme, upload).catch((second: unknown) => {
      throw new AggregateError([error, second], 'an upload failed and could not be taken back');
    });
    throw error;
  }
}

async function takeBack(db: Db, actor: Actor, programme: string, upload: Id): Promise<void> {
  await db.transaction(actor, (tx) =>
    tx.query('DELETE FROM capture.chunk WHERE programme = $1 AND upload = $2', [programme, upload]),
  );
}

/**
 * Removes chunks that no capture holds: of uploads that were killed, or that a more sensitive one took the place of. Another
 * process may be uploading to PostgreSQL at this moment, so there only what is a day old is taken for dead.
 */
export async function sweepUploads(db: Db, programmes: readonly string[]): Promise<void> {
  const before = newId(Date.now() - (db.engine === 'postgres' ? DAY_MS : 0));
  await db.transaction({ role: 'migrate', programmes, person: null }, (tx) =>
    tx.query(
      `DELETE FROM capture.chunk c WHERE upload < $1::uuid
         AND NOT EXISTS (SELECT FROM capture.file f WHERE f.programme = c.programme AND f.upload = c.upload)`,
      [before],
    ),
  );
}

export interface CaptureFile {
  readonly digest: Digest;
  readonly upload: Id;
  readonly bytes: number;
  readonly chunks: number;
  readonly media_type: string;
  readonly name: string;
  readonly sensitivity: Sensitivity;
  readonly received: Instant;
  readonly author: Id;
}

/** What is known of a capture, or null. */
export async function captureFile(tx: Tx, programme: string, digest: Digest): Promise<CaptureFile | null> {
  const [row] = await tx.query<CaptureFile>(
    `SELECT digest, upload, bytes, chunks, media_type, name, sensitivity, received, author
     FROM capture.file WHERE programme = $1 AND digest = decode($2, 'hex')`,
    [programme, digest],
  );
  return row ?? null;
}

/**
 * The bytes, chunk by chunk, each read in a transaction of its own. `capture-unknown` when there is none, when its bytes
 * were erased, and when the database does not show them to this person.
 */
export async function* readCapture(
  db: Db,
  actor: Actor,
  programme: string,
  digest: Digest,
): AsyncGenerator<Uint8Array> {
  const file = await db.transaction(actor, (tx) => captureFile(tx, programme, digest));
  if (!file) throw new Refusal(problem('capture-unknown'));
  for (let n = 0; n < file.chunks; n++) {
    const [row] = await db.transaction(actor, (tx) =>
      tx.query<{ body: string }>(
        `SELECT encode(body, 'base64') AS body FROM capture.chunk WHERE programme = $1 AND upload = $2 AND n = $3`,
        [programme, file.upload, n],
      ),
    );
    if (!row) throw new Refusal(problem('capture-unknown'));
    yield new Uint8Array(Buffer.from(row.body, 'base64'));
  }
}

interface Erasing {
  readonly person: Id;
  readonly reason: string;
  readonly now: Instant;
}

/**
 * Erases the bytes of a capture and notes who did it and why; its row with the hash stays. Of an article the texts read out of
 * it go too, unless another article says the same, and what was said of it. How many chunks of its own went. Refusals
 * `capture-unknown`, and `capture-is-text` where its bytes are also the text that was read out of others: those go first.
 */
export async function eraseCapture(tx: Tx, programme: string, digest: Digest, by: Erasing): Promise<number> {
  const file = await captureFile(tx, programme, digest);
  if (!file) throw new Refusal(problem('capture-unknown'));
  const captures = await readInto(tx, programme, digest, digest);
  if (captures.length > 0) throw new Refusal(problem('capture-is-text', { captures }));
  for (const text of await forgetArticle(tx, programme, digest)) {
    const read = await captureFile(tx, programme, text);
    if (read) await eraseBytes(tx, programme, read, by);
  }
  return eraseBytes(tx, programme, file, by);
}

async function eraseBytes(tx: Tx, programme: string, file: CaptureFile, by: Erasing): Promise<number> {
  const gone = await tx.query('DELETE FROM capture.chunk WHERE programme = $1 AND upload = $2 RETURNING n', [
    programme,
    file.upload,
  ]);
  if (gone.length > 0) {
    await tx.query(
      `INSERT INTO room.erasure (programme, id, capture, instant, author, reason, count)
       VALUES ($1, $2, decode($3, 'hex'), $4, $5, $6, $7)`,
      [programme, newId(), file.digest, by.now, by.person, by.reason, gone.length],
    );
  }
  return gone.length;
}

/** What a person may know of a capture: only of bytes that the database shows them, and that were not erased. */
export async function aboutCapture(
  db: Db,
  actor: Actor,
  programme: string,
  digest: Digest,
): Promise<Pick<CaptureFile, 'media_type' | 'name' | 'bytes' | 'sensitivity' | 'received'> | null> {
  return db.transaction(actor, async (tx) => {
    const file = await captureFile(tx, programme, digest);
    if (file === null) return null;
    const [first] = await tx.query<{ n: number }>(
      'SELECT n FROM capture.chunk WHERE programme = $1 AND upload = $2 AND n = 0',
      [programme, file.upload],
    );
    const { media_type, name, bytes, sensitivity, received } = file;
    return first === undefined ? null : { media_type, name, bytes, sensitivity, received };
  });
}
