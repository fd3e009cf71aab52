/**
 * The room apart (law 9): personal values with their salts and the columns no mapping names. The database gives them only
 * to those entitled (migrations/0003-room.sql). Erasing removes value and salt; the commitment in the log, and so every
 * digest, stays as it was.
 */
import type { KeptColumns, PersonalValue } from '@tilth/domain/report/draft';
import type { Id, Instant } from '@tilth/domain/report/entry';
import type { Tx } from './db.ts';
import { newId } from './new-id.ts';

const BATCH = 2_000;

function* parts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += BATCH) yield all.slice(from, from + BATCH);
}

/** Of reports that were not there before: the same report sent twice changes nothing. All statements go off at once. */
export async function keepPersonal(
  tx: Tx,
  programme: string,
  author: Id,
  values: readonly PersonalValue[],
): Promise<void> {
  const keep = (part: readonly PersonalValue[]) =>
    tx.query(
      `INSERT INTO room.personal (programme, report, n, author, salt, value)
       SELECT $1, report, n, $2, salt, value
       FROM unnest($3::uuid[], $4::int4[], $5::text[], $6::text[]) AS g (report, n, salt, value)`,
      [
        programme,
        author,
        part.map((v) => v.report),
        part.map((v) => v.n),
        part.map((v) => v.salt),
        part.map((v) => v.value),
      ],
    );
  await Promise.all([...parts(values)].map(keep));
}

export async function keepColumns(
  tx: Tx,
  programme: string,
  author: Id,
  kept: readonly KeptColumns[],
): Promise<void> {
  const keep = (part: readonly KeptColumns[]) =>
    tx.query(
      `INSERT INTO room.kept (programme, report, author, sensitivity, columns)
       SELECT $1, report, $2, sensitivity, columns
       FROM unnest($3::uuid[], $4::text[], $5::text[]) AS g (report, sensitivity, columns)`,
      [
        programme,
        author,
        part.map((k) => k.report),
        part.map((k) => k.sensitivity),
        part.map((k) => JSON.stringify(k.columns)),
      ],
    );
  await Promise.all([...parts(kept)].map(keep));
}

/** The personal values of these reports that the transaction's person may read. */
export async function personalOf(
  tx: Tx,
  programme: string,
  reports: readonly Id[],
): Promise<readonly PersonalValue[]> {
  return tx.query<PersonalValue>(
    `SELECT report, n, salt, value FROM room.personal WHERE programme = $1 AND report = ANY ($2::uuid[])
     ORDER BY report, n`,
    [programme, reports],
  );
}

/** The kept columns of these reports that the transaction's person may read. */
export async function keptOf(
  tx: Tx,
  programme: string,
  reports: readonly Id[],
): Promise<readonly KeptColumns[]> {
  const rows = await tx.query<{ report: Id; sensitivity: KeptColumns['sensitivity']; columns: string }>(
    `SELECT report, sensitivity, columns FROM room.kept WHERE programme = $1 AND report = ANY ($2::uuid[])
     ORDER BY report`,
    [programme, reports],
  );
  return rows.map((r) => ({ ...r, columns: JSON.parse(r.columns) }));
}

/** Erases all personal values and kept columns of a report, notes who did it and why, and says how many values went. */
export async function erasePersonal(
  tx: Tx,
  programme: string,
  report: Id,
  by: { readonly person: Id; readonly reason: string; readonly now: Instant },
): Promise<number> {
  const values = await tx.query(
    'DELETE FROM room.personal WHERE programme = $1 AND report = $2 RETURNING n',
    [programme, report],
  );
  const kept = await tx.query<{ columns: string }>(
    'DELETE FROM room.kept WHERE programme = $1 AND report = $2 RETURNING columns',
    [programme, report],
  );
  const count = kept.reduce((n, k) => n + Object.keys(JSON.parse(k.columns)).length, values.length);
  if (count > 0) {
    await tx.query(
      `INSERT INTO room.erasure (programme, id, report, instant, author, reason, count)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [programme, newId(), report, by.now, by.person, by.reason, count],
    );
  }
  return count;
}
