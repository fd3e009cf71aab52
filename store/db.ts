/**
 * The one way to a database, the same on PGlite (in a worker, one connection, transactions queued) and on PostgreSQL
 * (a pool). Every statement runs in a transaction, as a role, under the row-level security setting of its actor
 * (act-as.ts). Nothing else in the store knows which engine answers, except where a column says so.
 *
 * Types are the same on both engines: int2/int4/float → number; int8 and numeric → number where it is exact, else text;
 * bool → boolean; text, uuid, varchar → text; json and jsonb → text as stored (we parse it ourselves); date → text
 * `YYYY-MM-DD`; timestamptz → text ISO 8601 in UTC with milliseconds (`Instant`); bytea → text, lower-case hex without
 * prefix; arrays of these → JS arrays; anything else (geometry, ranges) → the text PostgreSQL prints. Parameters: text,
 * number, boolean, null, and JS arrays of these for `$1::text[]`; JSON is passed as text, bytes as hex through
 * `decode($1, 'hex')`. No single parameter should exceed some 4 MB (PGlite's memory).
 */
import type { Id } from '@tilth/domain/report/entry';

/**
 * server: SELECT and INSERT on the log, what requests do. fold: writes the current view. migrate: owns the tables.
 * reader: reads the views of the current view only.
 */
export type DbRole = 'server' | 'fold' | 'migrate' | 'reader';

/** For whom a transaction runs: row-level security lets it see these programmes' rows and this person's, nothing else. */
export interface Actor {
  readonly role: DbRole;
  readonly programmes: readonly string[];
  readonly person: Id | null;
}

export interface Tx {
  /**
   * One statement with parameters `$1…`; its rows. Throws `Refusal` (problem-of-sqlstate.ts) or the driver's error.
   * Statements go out in the order they are asked in, also when nobody waits for the one before: those that need
   * nothing of each other are asked together under `Promise.all`, and travel together.
   * `name` (at most 63 characters, one text a name, for ever) has it prepared once a connection: for what every append runs.
   */
  query<T = Record<string, unknown>>(
    sql: string,
    params?: readonly unknown[],
    name?: string | undefined,
  ): Promise<T[]>;
  /** One or several statements without parameters. */
  exec(sql: string): Promise<void>;
  /**
   * Hands over work whose statements have all been asked: the transaction waits for their answers together with that of its
   * COMMIT, which goes out right behind them. What fails of them fails the transaction.
   */
  leave(work: Promise<unknown>): void;
  /** When all that was asked has left this process, so that the database works on it while this process goes on. */
  sent(): Promise<void>;
}

export interface Db {
  readonly engine: 'pglite' | 'postgres';
  /**
   * Runs `work` in one READ COMMITTED transaction as `actor`; commits when it returns, rolls back when it throws. Do not
   * open another transaction inside `work`: on PGlite there is one connection and it would wait for itself.
   */
  transaction<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * As `transaction`, for reading only: all statements of `work` see the one state that the first of them saw, whatever
   * others commit meanwhile (REPEATABLE READ).
   */
  read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * A transaction as the owner of the connection, without `SET ROLE` and without row-level security where the owner is a
   * superuser: for creating extension, roles and schemas only (migrate.ts).
   */
  asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
