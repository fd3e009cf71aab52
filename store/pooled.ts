/**
 * A `Db` over the `pg` client's pool: the same code for PostgreSQL (several connections over the network) and for PGlite
 * (one connection, whose stream leads to a worker thread; further transactions wait in the pool's queue).
 */
import pg from 'pg';
import { actAs } from './act-as.ts';
import { withArrays } from './array-param.ts';
import type { Db, Tx } from './db.ts';
import { refuse } from './problem-of-sqlstate.ts';
import { readerOf } from './read-column.ts';

export type PoolOptions = pg.PoolConfig;

/** Opens nothing by itself: the first transaction connects. */
export function pooled(engine: Db['engine'], options: PoolOptions, afterClose?: () => Promise<void>): Db {
  const pool = new pg.Pool({ ...options, types: { getTypeParser: readerOf } });
  // An idle connection that breaks leaves the pool; whoever asks next gets a new one or is told that there is none.
  pool.on('error', () => undefined);

  async function within<T>(begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch(refuse);
    let broken: Error | undefined;
    const onError = (error: Error) => {
      broken = error;
    };
    client.on('error', onError);
    const tx: Tx = {
      async query<R>(sql: string, params: readonly unknown[] = []) {
        const result = await client.query(sql, withArrays(sql, params));
        const rows: R[] = result.rows;
        return rows;
      },
      async exec(sql) {
        await client.query(sql);
      },
    };
    try {
      await client.query(begin);
      const value = await work(tx);
      const end = await client.query('COMMIT');
      // A statement that failed and was caught inside `work` turns COMMIT into a rollback without an error.
      if (end.command !== 'COMMIT') throw new Error('the transaction had failed inside and was rolled back');
      return value;
    } catch (error) {
      if (broken === undefined) {
        await client.query('ROLLBACK').catch((e: Error) => {
          broken = e;
        });
      }
      return refuse(error);
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }

  return {
    engine,
    async transaction(actor, work) {
      return within(`BEGIN ISOLATION LEVEL READ COMMITTED;${actAs(actor)}`, work);
    },
    asOwner: (work) => within('BEGIN ISOLATION LEVEL READ COMMITTED', work),
    async close() {
      await pool.end();
      await afterClose?.();
    },
  };
}
