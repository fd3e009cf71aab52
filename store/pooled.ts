/**
 * A `Db` over the `pg` client's pool: the same code for PostgreSQL (several connections over the network) and for PGlite
 * (one connection, whose stream leads to a worker thread; further transactions wait in the pool's queue).
 */
import { setImmediate } from 'node:timers/promises';
import pg from 'pg';
import { actAs } from './act-as.ts';
import { withArrays } from './array-param.ts';
import type { Db, Tx } from './db.ts';
import { refuse } from './problem-of-sqlstate.ts';
import { readerOf } from './read-column.ts';

export type PoolOptions = pg.PoolConfig;

/** Opens nothing by itself: the first transaction connects. */
export function pooled(engine: Db['engine'], options: PoolOptions, afterClose?: () => Promise<void>): Db {
  const pool = new pg.Pool({ ...options, pipeline: true, types: { getTypeParser: readerOf } });
  // An idle connection that breaks leaves the pool; whoever asks next gets a new one or is told that there is none.
  pool.on('error', () => undefined);

  async function transact<T>(begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch(refuse);
    let broken: Error | undefined;
    const onError = (error: Error) => {
      broken = error;
    };
    client.on('error', onError);
    const { stream } = client.connection;
    let gathering = false;
    const ask = (query: string | pg.QueryConfig): Promise<pg.QueryResult> => {
      // what is asked in one go travels in one piece
      if (!gathering) {
        gathering = true;
        stream.cork();
        process.nextTick(() => {
          gathering = false;
          stream.uncork();
        });
      }
      return client.query(query);
    };
    const left: Promise<unknown>[] = [];
    let ended = false;
    const tooLate = new Error('the transaction has ended');
    const within = (query: string | pg.QueryConfig) => {
      // what still runs of work that failed must not speak into somebody else's transaction
      if (ended) throw tooLate;
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
      leave(work) {
        work.catch(() => undefined);
        left.push(work);
      },
      async sent() {
        do await setImmediate();
        while (stream.writableLength > 0 && broken === undefined);
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
      ended = true;
      const committed = ask('COMMIT');
      const [end] = await Promise.all([committed, began, ...left]);
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
      // What was left failed before whatever was asked after it and so failed too; what came too late failed by our end.
      const first = (await Promise.allSettled(left)).find(
        (l) => l.status === 'rejected' && l.reason !== tooLate,
      );
      return refuse(first?.status === 'rejected' ? first.reason : error);
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
