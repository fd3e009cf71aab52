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
  // The embedded database is told one thing at a time; there is no way to it that takes time.
  const pipeline = engine === 'postgres';
  const pool = new pg.Pool({ ...options, pipeline, types: { getTypeParser: readerOf } });
  // An idle connection that breaks leaves the pool; whoever asks next gets a new one or is told that there is none.
  pool.on('error', () => undefined);

  async function transact<T>(begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch(refuse);
    let broken: Error | undefined;
    const onError = (error: Error) => {
      broken = error;
    };
    client.on('error', onError);
    let before: Promise<unknown> = Promise.resolve();
    const ask = (query: string | pg.QueryConfig): Promise<pg.QueryResult> => {
      if (pipeline) return client.query(query);
      const answer = before.then(() => client.query(query));
      before = answer.catch(() => undefined);
      return answer;
    };
    let ended = false;
    const within = (query: string | pg.QueryConfig) => {
      // what still runs of work that failed must not speak into somebody else's transaction
      if (ended) throw new Error('the transaction has ended');
      return ask(query);
    };
    const tx: Tx = {
      async query<R>(sql: string, params: readonly unknown[] = [], name?: string | undefined) {
        const result = await within({ text: sql, values: withArrays(sql, params), ...(name && { name }) });
        const rows: R[] = result.rows;
        return rows;
      },
      async exec(sql) {
        await within(sql);
      },
    };
    try {
      // If it cannot begin as it should, nothing that follows is done: the transaction is there, and failed.
      const began = ask(begin);
      began.catch(() => undefined);
      const value = await work(tx).catch(async (error: unknown) => {
        await began;
        throw error;
      });
      await began;
      ended = true;
      const end = await ask('COMMIT');
      // A statement that failed and was caught inside `work` turns COMMIT into a rollback without an error.
      if (end.command !== 'COMMIT') throw new Error('the transaction had failed inside and was rolled back');
      return value;
    } catch (error) {
      ended = true;
      if (broken === undefined) {
        await ask('ROLLBACK').catch((e: Error) => {
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
      return transact(`BEGIN ISOLATION LEVEL READ COMMITTED;${actAs(actor)}`, work);
    },
    async read(actor, work) {
      return transact(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;${actAs(actor)}`, work);
    },
    asOwner: (work) => transact('BEGIN ISOLATION LEVEL READ COMMITTED', work),
    async close() {
      await pool.end();
      await afterClose?.();
    },
  };
}
