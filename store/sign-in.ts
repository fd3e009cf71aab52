/**
 * Signing in: a one-time link (single use, 24 hours) gives a session (30 days). Tokens are 32 random bytes in base64url;
 * the database holds only their SHA-256, so whoever reads it cannot sign in.
 */
import { createHash, randomBytes } from 'node:crypto';
import { problem, Refusal } from '@tilth/domain/problem';
import type { Id, Instant } from '@tilth/domain/report/entry';
import type { Tx } from './db.ts';

const LINK_HOURS = 24;
const SESSION_HOURS = 30 * 24;

function hashed(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function later(now: Instant, hours: number): Instant {
  return new Date(Date.parse(now) + hours * 3_600_000).toISOString();
}

/** The link's token in clear: the only time it is seen. Links that are used up or too old are swept on the way. */
export async function makeSignInLink(tx: Tx, person: Id, now: Instant): Promise<string> {
  const [there] = await tx.query('SELECT 1 FROM office.person WHERE id = $1', [person]);
  if (!there) throw new Refusal(problem('person-unknown', { name: person }));
  await tx.query('DELETE FROM office.sign_in_link WHERE expires < $1', [now]);
  const token = randomBytes(32).toString('base64url');
  await tx.query(
    `INSERT INTO office.sign_in_link (token, person, expires) VALUES (decode($1, 'hex'), $2, $3)`,
    [hashed(token), person, later(now, LINK_HOURS)],
  );
  return token;
}

/** Uses the link up and opens a session: its token, or null when the link is used, unknown or too old. */
export async function signIn(tx: Tx, link: string, now: Instant): Promise<string | null> {
  const [used] = await tx.query<{ person: string }>(
    `UPDATE office.sign_in_link SET used = $2
     WHERE token = decode($1, 'hex') AND used IS NULL AND expires > $2 RETURNING person`,
    [hashed(link), now],
  );
  if (!used) return null;
  await tx.query('DELETE FROM office.session WHERE expires < $1', [now]);
  const token = randomBytes(32).toString('base64url');
  await tx.query(`INSERT INTO office.session (token, person, expires) VALUES (decode($1, 'hex'), $2, $3)`, [
    hashed(token),
    used.person,
    later(now, SESSION_HOURS),
  ]);
  return token;
}

/** Whose session it is, or null when it is unknown or too old. */
export async function sessionPerson(tx: Tx, session: string, now: Instant): Promise<Id | null> {
  const [row] = await tx.query<{ person: string }>(
    `SELECT person FROM office.session WHERE token = decode($1, 'hex') AND expires > $2`,
    [hashed(session), now],
  );
  return row?.person ?? null;
}

export async function signOut(tx: Tx, session: string): Promise<void> {
  await tx.query(`DELETE FROM office.session WHERE token = decode($1, 'hex')`, [hashed(session)]);
}
