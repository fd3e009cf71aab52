/** The office: which copy of the log this is. Its id is made once, with the database; every stamp and print names it. */
import type { Id } from '@tilth/domain/report/entry';
import type { Tx } from './db.ts';
import { newId } from './new-id.ts';

export interface Office {
  readonly id: Id;
  readonly name: string;
}

/** Reads the office, making it with this name where the database is new. */
export async function officeOf(tx: Tx, name: string): Promise<Office> {
  await tx.query('INSERT INTO office.self (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    newId(),
    name,
  ]);
  const [row] = await tx.query<{ id: string; name: string }>('SELECT id, name FROM office.self');
  if (!row) throw new Error('the office has no row');
  return row;
}
