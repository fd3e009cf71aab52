/**
 * The embedded database: PGlite in a worker thread, reached by the same client library as PostgreSQL through a stream of
 * wire-protocol bytes. One connection: the pool queues the transactions. When the worker dies (a full disk makes
 * PostgreSQL panic), the next transaction starts a new one, which recovers from the write-ahead log.
 */
import { readFile } from 'node:fs/promises';
import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { Db } from './db.ts';
import { pooled } from './pooled.ts';

const QUERY = 'Q'.charCodeAt(0);
const SYNC = 'S'.charCodeAt(0);

/** What the `pg` client asks of a socket, over a worker. */
class WorkerStream extends Duplex {
  readonly #start: () => Promise<Worker>;
  #worker: Worker | undefined;
  #waiting: Buffer[] = [];
  #closed: (() => void) | undefined;

  constructor(start: () => Promise<Worker>) {
    super();
    this.#start = start;
  }

  connect(): this {
    this.#start().then(
      (worker) => {
        this.#worker = worker;
        worker.on('message', (message: Uint8Array | 'ready' | 'closed' | { failed: string; errno: string }) =>
          this.#take(message),
        );
        worker.on('error', (error) => this.destroy(error));
        worker.on('exit', () => this.destroy());
      },
      (error: Error) => this.destroy(error),
    );
    return this;
  }

  #take(message: Uint8Array | 'ready' | 'closed' | { failed: string; errno: string }): void {
    if (message instanceof Uint8Array) this.push(Buffer.from(message.buffer));
    else if (message === 'ready') this.emit('connect');
    else if (message === 'closed') this.#closed?.();
    else this.destroy(Object.assign(new Error(message.failed), { code: message.errno || '08006' }));
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#collect([chunk]);
    done();
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#collect(chunks.map((c) => c.chunk));
    done();
  }

  /**
   * Each chunk is one message of the protocol. They are sent on, together, when nothing is left open: the last is a simple
   * query, a start-up packet or a Sync.
   */
  #collect(chunks: Buffer[]): void {
    this.#waiting.push(...chunks);
    const last = this.#waiting.at(-1)?.[0];
    if (last !== QUERY && last !== 0 && last !== SYNC) return;
    const bytes = new Uint8Array(Buffer.concat(this.#waiting));
    this.#waiting = [];
    this.#worker?.postMessage(bytes, [bytes.buffer]);
  }

  override _final(done: () => void): void {
    this.#closed = () => {
      done();
      this.destroy();
    };
    if (this.#worker) this.#worker.postMessage('close');
    else this.#closed();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    const worker = this.#worker;
    this.#worker = undefined;
    if (worker) worker.terminate().then(() => done(error), done);
    else done(error);
  }

  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    this.#worker?.ref();
    return this;
  }
  unref(): this {
    this.#worker?.unref();
    return this;
  }
}

/** the platform's, which no library of types here tells of */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> };
let compiled: Promise<object> | undefined;

/** PGlite's program, compiled once a process: the next worker begins with what the engine has made of it so far. */
function program(): Promise<object> {
  const file = new URL('pglite.wasm', import.meta.resolve('@electric-sql/pglite'));
  compiled ??= readFile(file).then((bytes) => WebAssembly.compile(bytes));
  return compiled;
}

/** For tests of power cuts and full disks. */
export interface Trial {
  /** address of a module whose `watch(files, directory)` sees every file operation */
  readonly watch?: string;
  /** CHECKPOINT after so much write-ahead log */
  readonly checkpointBytes?: number;
}

/**
 * Opens the database directory, making it first where there is none. Only one process may hold it (holder.ts): two lose
 * acknowledged rows silently.
 */
export function openPglite(directory: string, trial: Trial = {}): Db {
  let before: Promise<unknown> = Promise.resolve();
  const start = async () => {
    // never two workers on one directory: the last one must be gone
    await before;
    const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
      workerData: { directory, program: await program(), ...trial },
      execArgv: [],
    });
    before = new Promise((gone) => worker.once('exit', gone));
    return worker;
  };
  return pooled(
    'pglite',
    {
      stream: () => new WorkerStream(start),
      user: 'postgres',
      database: 'postgres',
      password: '',
      ssl: false,
      max: 1,
      idleTimeoutMillis: 0,
    },
    async () => {
      await before;
    },
  );
}
