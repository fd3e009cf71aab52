/** The rows an importer has brought before (room.row_key), by source; see migrations/0005-row-keys.sql. */
import type { Day, Id } from '@tilth/domain/report/entry';
import type { Tx } from '../db.ts';

export interface OwnItem {
  readonly id: Id;
  readonly kind: string;
}

export interface KnownRow {
  readonly identity: string;
  readonly place: number;
  readonly content: string;
  readonly report: Id;
  readonly items: readonly OwnItem[];
  readonly day: Day | null;
}

interface Stored extends Omit<KnownRow, 'items'> {
  readonly items: string;
}

const known = ({ items, ...row }: Stored): KnownRow => ({ ...row, items: JSON.parse(items) });
const columns = 'identity, place, content, report, items, day';

/** The rows of these identities. */
export async function rowsOfIdentities(
  tx: Tx,
  programme: string,
  source: string,
  identities: readonly string[],
): Promise<readonly KnownRow[]> {
  if (identities.length === 0) return [];
  const rows = await tx.query<Stored>(
    // one by one through the index (OFFSET 0 holds the planner to it): for thousands it would read all there are
    `SELECT k.* FROM unnest($3::text[]) AS g (identity)
     CROSS JOIN LATERAL (
       SELECT ${columns} FROM room.row_key
       WHERE programme = $1 AND source = $2 AND identity = g.identity OFFSET 0) k`,
    [programme, source, identities],
  );
  return rows.map(known);
}

/** A page of all rows of a source, in order of identity and place. */
export async function rowsOfSource(
  tx: Tx,
  programme: string,
  source: string,
  after: Pick<KnownRow, 'identity' | 'place'> | null,
  limit: number,
): Promise<readonly KnownRow[]> {
  const rows = await tx.query<Stored>(
    `SELECT ${columns} FROM room.row_key
     WHERE programme = $1 AND source = $2 AND ($3::text IS NULL OR (identity, place) > ($3, $4::integer))
     ORDER BY identity, place LIMIT $5`,
    [programme, source, after?.identity ?? null, after?.place ?? 0, limit],
  );
  return rows.map(known);
}

export async function keepRows(
  tx: Tx,
  programme: string,
  source: string,
  rows: readonly KnownRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO room.row_key (programme, source, ${columns})
     SELECT $1, $2, * FROM unnest($3::text[], $4::integer[], $5::text[], $6::uuid[], $7::text[], $8::text[])
     ON CONFLICT (programme, source, identity, place)
     DO UPDATE SET content = excluded.content, report = excluded.report, items = excluded.items, day = excluded.day`,
    [
      programme,
      source,
      rows.map((r) => r.identity),
      rows.map((r) => r.place),
      rows.map((r) => r.content),
      rows.map((r) => r.report),
      rows.map((r) => JSON.stringify(r.items)),
      rows.map((r) => r.day),
    ],
  );
}

/** Days of the snapshots that were read to their end, first first. */
export async function snapshotDays(tx: Tx, programme: string, source: string): Promise<readonly Day[]> {
  const rows = await tx.query<{ day: Day }>(
    'SELECT day FROM room.snapshot WHERE programme = $1 AND source = $2 ORDER BY day',
    [programme, source],
  );
  return rows.map((r) => r.day);
}

export async function keepSnapshot(tx: Tx, programme: string, source: string, day: Day): Promise<void> {
  await tx.query(
    'INSERT INTO room.snapshot (programme, source, day) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [programme, source, day],
  );
}
