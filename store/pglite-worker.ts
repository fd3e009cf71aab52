/**
 * The embedded database's own thread. It speaks PostgreSQL's wire protocol with pglite.ts: bytes in, bytes out, so that
 * one client library serves both engines.
 *
 * As shipped PGlite never calls fsync. Here it does (design, *Parts*): file system calls named `fsync` reach the disk, the
 * server starts without `-F` and with `wal_sync_method=fsync`, a new data directory is synced whole before anything is
 * acknowledged, and a CHECKPOINT runs after each 64 MB of write-ahead log, because single-user mode never makes one. Nor
 * does it vacuum or count its tables: that is done here too, after 1 MB, 4 MB, 16 MB … of log, since it reads all there is,
 * and when nobody has asked anything for a moment; where there is no such moment, after 256 MB.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import type { Trial } from './pglite.ts';
import { addSync, type HostFiles, hostFilesOf, watchLog } from './pglite-files.ts';
import { smallPostgis } from './postgis-bundle.ts';
import { readable } from './read-column.ts';

const CHECKPOINT_BYTES = 64 * 1024 * 1024;
const FIRST_VACUUM_BYTES = 1024 * 1024;
const MOST_VACUUM_BYTES = 1024 * 1024 * 1024;
/** so much may be owed while there is no moment without a question */
const BUSY_BYTES = 256 * 1024 * 1024;
const MOMENT_MS = 500;
const REPLY_BYTES = 256 * 1024;
const MARK = 'TILTH_COMPLETE';

interface Setup extends Trial {
  readonly directory: string;
  /** PGlite's own, compiled */
  readonly program: object;
}

class DurableFS extends NodeFS {
  readonly wal = { bytes: 0, failure: '' };
  /** told when the server aborts: PGlite itself would try again for ever */
  died: (why: string) => void = () => undefined;
  readonly #watch: ((files: HostFiles, directory: string) => void) | undefined;

  constructor(directory: string, watch?: (files: HostFiles, directory: string) => void) {
    super(directory);
    this.#watch = watch;
  }

  override async init(...args: Parameters<NodeFS['init']>) {
    const { emscriptenOpts } = await super.init(...args);
    const preRun = emscriptenOpts.preRun ?? [];
    preRun.unshift((mod) => {
      const files = hostFilesOf(mod.FS.filesystems);
      addSync(files);
      this.#watch?.(files, this.rootDir);
      watchLog(files, this.wal);
    });
    return { emscriptenOpts: { ...emscriptenOpts, preRun, onAbort: (why: string) => this.died(why) } };
  }
}

/** Syncs every file and directory below, deepest first. */
function syncTree(directory: string): void {
  for (const found of fs.readdirSync(directory, { withFileTypes: true })) {
    const full = path.join(directory, found.name);
    if (found.isDirectory()) syncTree(full);
    else if (found.isFile()) syncOne(full);
  }
  syncOne(directory);
}

function syncOne(name: string): void {
  const handle = fs.openSync(name, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** A directory without the mark is one whose making was cut short: nothing in it was ever acknowledged. */
function makeRoom(directory: string): boolean {
  fs.mkdirSync(path.dirname(directory), { recursive: true });
  if (fs.existsSync(path.join(directory, MARK))) return false;
  fs.rmSync(`${directory}.unfinished`, { recursive: true, force: true });
  if (fs.existsSync(directory)) fs.renameSync(directory, `${directory}.unfinished`);
  return true;
}

async function open(setup: Setup) {
  const fresh = makeRoom(setup.directory);
  const watcher: { watch?: (files: HostFiles, directory: string) => void } = setup.watch
    ? await import(setup.watch)
    : {};
  const files = new DurableFS(setup.directory, watcher.watch);
  const pglite = await PGlite.create({
    fs: files,
    pgliteWasmModule: setup.program,
    extensions: { postgis: smallPostgis },
    startParams: [
      ...PGlite.defaultStartParams.filter((p) => p !== '-F'),
      ...[...readable, 'wal_sync_method=fsync', 'client_min_messages=warning', 'work_mem=16MB'].flatMap(
        (setting) => ['-c', setting],
      ),
    ],
  });
  if (fresh) {
    const run = encodeQuery('CREATE EXTENSION IF NOT EXISTS postgis;CHECKPOINT');
    await pglite.execProtocolRawStream(run, { syncToFs: false, onRawData: () => undefined });
    fs.writeFileSync(path.join(setup.directory, MARK), '');
    syncTree(setup.directory);
    syncOne(path.dirname(setup.directory));
    fs.rmSync(`${setup.directory}.unfinished`, { recursive: true, force: true });
  }
  return { pglite, files };
}

function encodeQuery(sql: string): Uint8Array {
  const text = Buffer.from(`${sql}\0`);
  const head = Buffer.alloc(5);
  head.write('Q');
  head.writeUInt32BE(text.length + 4, 1);
  return new Uint8Array(Buffer.concat([head, text]));
}

/** Gathers the reply in pieces of some 256 KB: each goes out as soon as it is full, so long results stream. */
function replier(send: (bytes: Uint8Array<ArrayBuffer>) => void) {
  let parts: Uint8Array[] = [];
  let size = 0;
  const flush = () => {
    if (size === 0) return;
    const all = new Uint8Array(size);
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    parts = [];
    size = 0;
    send(all);
  };
  const take = (bytes: Uint8Array) => {
    parts.push(bytes.slice());
    size += bytes.length;
    if (size >= REPLY_BYTES) flush();
  };
  return { take, flush };
}

async function main(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('pglite-worker.ts runs as a worker thread only');
  const fail = (error: unknown, errno: string): never => {
    port.postMessage({
      failed: error instanceof Error ? (error.stack ?? error.message) : String(error),
      errno,
    });
    process.exit(1);
  };
  const errnoOf = (error: unknown) =>
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const { pglite, files } = await open(workerData).catch((error: unknown) => fail(error, errnoOf(error)));
  files.died = (why) => fail(new Error(`the database stopped: ${why}`), files.wal.failure);
  const reply = replier((bytes) => port.postMessage(bytes, [bytes.buffer]));

  const alone = (sql: string) =>
    pglite.execProtocolRawStream(encodeQuery(sql), { syncToFs: false, onRawData: () => undefined });
  const setup: Setup = workerData;
  const checkpointBytes = setup.checkpointBytes ?? CHECKPOINT_BYTES;
  let sinceVacuum = 0;
  let vacuumAfter = FIRST_VACUUM_BYTES;
  const owes = (bytes: number) => files.wal.bytes - sinceVacuum > Math.max(bytes, vacuumAfter);

  async function vacuum(): Promise<void> {
    await alone('VACUUM ANALYZE');
    sinceVacuum = files.wal.bytes;
    vacuumAfter = Math.min(vacuumAfter * 4, MOST_VACUUM_BYTES);
  }

  async function run(message: Uint8Array): Promise<void> {
    await pglite.execProtocolRawStream(message, { syncToFs: false, onRawData: reply.take });
    reply.flush();
    if (pglite.isInTransaction()) return;
    if (owes(BUSY_BYTES)) await vacuum();
    if (files.wal.bytes > checkpointBytes) {
      await alone('CHECKPOINT');
      sinceVacuum -= files.wal.bytes;
      files.wal.bytes = 0;
    }
  }

  let queue = Promise.resolve();
  let moment: NodeJS.Timeout | undefined;
  const next = (work: () => Promise<void>) => {
    queue = queue.then(work).catch((error: unknown) => fail(error, files.wal.failure));
  };
  port.on('message', (message: Uint8Array | 'close') => {
    clearTimeout(moment);
    next(async () => {
      if (message !== 'close') {
        await run(message);
        clearTimeout(moment);
        moment = setTimeout(() => next(rest), MOMENT_MS);
        return;
      }
      clearTimeout(moment);
      await pglite.close();
      port.postMessage('closed');
      port.close();
    });
  });

  async function rest(): Promise<void> {
    if (owes(0) && !pglite.isInTransaction()) await vacuum();
  }
  port.postMessage('ready');
}

await main();
