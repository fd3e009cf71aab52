/** Programmes: the bodies of records this office keeps, each with its counter and its secret. */
import { randomBytes } from 'node:crypto';
import { openedBy } from '@tilth/domain/access/opened';
import { problem, Refusal } from '@tilth/domain/problem';
import { modelAt } from './current/scene.ts';
import type { Tx } from './db.ts';
import { startCounter } from './log.ts';
import type { Programme } from './store.ts';

/** A programme without what it draws (`extent`), which is the current view's to say. */
export type KeptProgramme = Omit<Programme, 'extent'>;

export interface NewProgramme {
  readonly id: string;
  readonly name: string;
  readonly zone?: string;
  readonly public?: Programme['public'];
  readonly invented?: boolean;
}

/** Refuses an id that is taken or no id, and a time zone that does not exist. The transaction runs for this programme. */
export async function addProgramme(tx: Tx, given: NewProgramme): Promise<void> {
  const zone = given.zone ?? 'UTC';
  if (!isZone(zone)) throw new Refusal(problem('zone-unknown', { zone }));
  const made = await tx.query(
    `INSERT INTO office.programme (id, name, zone, public, invented) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING id`,
    [given.id, given.name, zone, JSON.stringify(given.public ?? {}), given.invented ?? false],
  );
  if (made.length === 0) throw new Refusal(problem('programme-taken', { programme: given.id }));
  await startCounter(tx, given.id);
  await tx.query(`INSERT INTO room.secret (programme, secret) VALUES ($1, decode($2, 'hex'))`, [
    given.id,
    randomBytes(32).toString('hex'),
  ]);
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * The programmes with what their rules open now; what a row says is only what the programme was made with. The
 * transaction runs for all of them.
 */
export async function withOpened(tx: Tx, programmes: readonly KeptProgramme[]): Promise<KeptProgramme[]> {
  return Promise.all(
    programmes.map(async (p) => {
      const { plain } = await modelAt(tx, p.id, Number.MAX_SAFE_INTEGER);
      return { ...p, public: openedBy(p.public, plain) };
    }),
  );
}

/** All programmes, by id, as they were made. */
export async function programmesOf(tx: Tx): Promise<KeptProgramme[]> {
  const rows = await tx.query<{ id: string; name: string; zone: string; public: string; invented: boolean }>(
    'SELECT id, name, zone, public, invented FROM office.programme ORDER BY id',
  );
  return rows.map((r) => ({ ...r, public: JSON.parse(r.public) }));
}

/** The programme's secret of 32 bytes. */
export async function secretOf(tx: Tx, programme: string): Promise<Uint8Array> {
  const [row] = await tx.query<{ secret: string }>('SELECT secret FROM room.secret WHERE programme = $1', [
    programme,
  ]);
  if (!row) throw new Refusal(problem('programme-unknown', { programme, programmes: [] }));
  return new Uint8Array(Buffer.from(row.secret, 'hex'));
}
