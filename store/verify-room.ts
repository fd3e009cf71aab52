/**
 * Whether what stands beside the log is what the log says of it: each personal value opens the commitment in its claim
 * (design, law 9), and each capture's bytes have the SHA-256 that names it. What was erased proves nothing and is no finding.
 */
import { createHash } from 'node:crypto';
import { problem } from '@tilth/domain/problem';
import { opens } from '@tilth/domain/report/commitment';
import { ownerOf } from './backup.ts';
import type { Db } from './db.ts';
import type { Finding } from './store.ts';

const PAGE = 1_000;

export async function verifyRoom(db: Db, programme: string): Promise<readonly Finding[]> {
  return [...(await wrongValues(db, programme)), ...(await wrongCaptures(db, programme))];
}

interface Kept {
  readonly report: string;
  readonly n: number;
  readonly salt: string;
  readonly value: string;
  /** of each entry of the report's id; null where the claim holds none */
  readonly commitments: readonly (string | null)[];
}

async function wrongValues(db: Db, programme: string): Promise<readonly Finding[]> {
  const wrong: Finding[] = [];
  for (let last: Kept | undefined; ; ) {
    const after: readonly [string | null, number] = [last?.report ?? null, last?.n ?? 0];
    const page: readonly Kept[] = await db.read(ownerOf([programme]), (tx) =>
      tx.query<Kept>(
        `SELECT p.report, p.n, p.salt, p.value, ARRAY(
           SELECT e.body::jsonb -> 'claims' -> p.n -> 'value' ->> 'commitment'
           FROM log.entry e WHERE e.programme = $1 AND e.id = p.report) AS commitments
         FROM room.personal p
         WHERE p.programme = $1 AND ($2::uuid IS NULL OR (p.report, p.n) > ($2, $3::integer))
         ORDER BY p.report, p.n LIMIT ${PAGE}`,
        [programme, ...after],
      ),
    );
    for (const kept of page) {
      const { report, n } = kept;
      if (!isOpened(kept)) wrong.push({ problem: problem('room-value-changed', { report, claim: n }) });
    }
    last = page.at(-1);
    if (page.length < PAGE) return wrong;
  }
}

function isOpened({ commitments, salt, value }: Kept): boolean {
  return /^[0-9a-f]{32}$/.test(salt) && commitments.some((c) => c !== null && opens(c, { salt, value }));
}

async function wrongCaptures(db: Db, programme: string): Promise<readonly Finding[]> {
  const files = await db.read(ownerOf([programme]), (tx) =>
    tx.query<{ digest: string; upload: string; erased: boolean }>(
      `SELECT digest, upload, EXISTS (
         SELECT FROM room.erasure e WHERE e.programme = $1 AND e.capture = f.digest) AS erased
       FROM capture.file f WHERE programme = $1 ORDER BY digest`,
      [programme],
    ),
  );
  const wrong: Finding[] = [];
  for (const { digest, upload, erased } of files) {
    if (!erased && (await digestOfBytes(db, programme, upload)) !== digest) {
      wrong.push({ problem: problem('capture-changed', { digest }) });
    }
  }
  return wrong;
}

async function digestOfBytes(db: Db, programme: string, upload: string): Promise<string> {
  const sum = createHash('sha256');
  for (let n = 0; ; n++) {
    const [chunk] = await db.read(ownerOf([programme]), (tx) =>
      tx.query<{ body: string }>(
        `SELECT encode(body, 'base64') AS body FROM capture.chunk WHERE programme = $1 AND upload = $2 AND n = $3`,
        [programme, upload, n],
      ),
    );
    if (!chunk) return sum.digest('hex');
    sum.update(Buffer.from(chunk.body, 'base64'));
  }
}
