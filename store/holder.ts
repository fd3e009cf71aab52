/**
 * Only one process may hold a data directory: two PGlites on one lose acknowledged rows silently. What decides is a lock
 * of the operating system on `holder.lock` (taken through Node's own SQLite, which knows how to lock a file on every
 * system): it goes with the process however that ends, so whoever finds a dead holder takes over, and of two that start
 * at once one wins.
 *
 * The holder listens on a socket in the directory. A command that finds it alive sends its request there as a line of
 * JSON and reads lines back: `begun`, any number of `chunk`, then `status` or `problem`.
 */
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { isProblem, problem, Refusal } from '@tilth/domain/problem';

/** Runs a request; `out` resolves when the asker has taken the chunk and rejects when the asker has gone. */
export type OnCommand = (request: unknown, out: (chunk: unknown) => Promise<void>) => Promise<number>;

/** How long an asker waits for a holder that is still starting, or that runs a command of its own. */
const PATIENCE_MS = 60_000;
/** Unix sockets' paths end at 107 bytes (Linux), 103 (macOS). */
const SOCKET_PATH_BYTES = 100;

interface Waiting {
  readonly request: unknown;
  readonly socket: Socket;
}

interface Hold {
  readonly server: Server;
  readonly sockets: Set<Socket>;
  readonly running: Set<Promise<void>>;
  waiting: Waiting[];
  onCommand: OnCommand | undefined;
  release(): Promise<void>;
}

/** What this process holds, by real path of the directory. */
const held = new Map<string, Hold>();
/** What it is about to hold: a second try would open and close the lock's file, and closing it gives up the first one's lock. */
const taking = new Set<string>();

/**
 * Takes the directory for this process, making it where there is none. From here on it is for its owner only: what lies in
 * it holds personal values. Refuses `data-held` when another has it.
 */
export async function holdDirectory(directory: string): Promise<{ release(): Promise<void> }> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const real = await realpath(directory);
  if (held.has(real) || taking.has(real)) {
    throw new Refusal(problem('data-held', { directory, pid: process.pid }));
  }
  taking.add(real);
  try {
    const lock = await takeLock(real, directory);
    try {
      // where the directory is somebody else's (a mounted volume), who may enter is theirs to say
      if ((await stat(real)).uid === process.getuid?.()) await chmod(real, 0o700);
      const taken = await listen(real, lock);
      held.set(real, taken);
      return taken;
    } catch (error) {
      lock.close();
      throw error;
    }
  } finally {
    taking.delete(real);
  }
}

async function takeLock(real: string, directory: string): Promise<DatabaseSync> {
  const file = path.join(real, 'holder.lock');
  // a directory that cannot be written to, or a full disk, says so here in the system's own words
  await writeFile(file, '', { flag: 'a' });
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!(error instanceof Error && 'errcode' in error && error.errcode === 5)) throw error;
    throw new Refusal(problem('data-held', { directory, pid: await holderPid(real) }), { cause: error });
  }
  await writeFile(path.join(real, 'holder.pid'), String(process.pid));
  return lock;
}

async function holderPid(real: string): Promise<number> {
  const text = await readFile(path.join(real, 'holder.pid'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '0';
    throw error;
  });
  return Number(text);
}

/** Gives `work` a path to the socket that is short enough, by way of a passing link where the directory's is too long. */
async function throughShortPath<T>(real: string, work: (socket: string) => Promise<T>): Promise<T> {
  const plain = path.join(real, 'holder.sock');
  if (Buffer.byteLength(plain) <= SOCKET_PATH_BYTES) return work(plain);
  const room = await mkdtemp(path.join(tmpdir(), 'tilth-'));
  try {
    const link = path.join(room, 'd');
    await symlink(real, link);
    return await work(path.join(link, 'holder.sock'));
  } finally {
    await rm(room, { recursive: true });
  }
}

async function listen(real: string, lock: DatabaseSync): Promise<Hold> {
  // the lock is ours, so a socket that lies here is a dead holder's
  await rm(path.join(real, 'holder.sock'), { force: true });
  const server = createServer();
  const hold: Hold = {
    server,
    sockets: new Set(),
    running: new Set(),
    waiting: [],
    onCommand: undefined,
    async release() {
      const closed = new Promise((done) => server.close(done));
      await Promise.all(hold.running);
      for (const socket of hold.sockets) socket.destroy();
      await closed;
      held.delete(real);
      lock.close();
    },
  };
  server.on('connection', (socket) => receive(hold, socket));
  await throughShortPath(
    real,
    (socketPath) =>
      new Promise<void>((done, fail) => {
        server.once('error', fail);
        server.listen(socketPath, () => done());
      }),
  );
  await chmod(path.join(real, 'holder.sock'), 0o600);
  // holding alone keeps no process alive
  server.unref();
  return hold;
}

function receive(hold: Hold, socket: Socket): void {
  hold.sockets.add(socket);
  socket.on('close', () => hold.sockets.delete(socket));
  // an asker that goes away shows in `out`
  socket.on('error', () => socket.destroy());
  const lines = createInterface({ input: socket });
  // it passes on what goes wrong with the socket as its own, and nobody's error would end the process
  lines.on('error', () => socket.destroy());
  lines.once('line', (line) => {
    const request = requestIn(line);
    if (request === undefined) socket.destroy();
    else if (hold.onCommand) start(hold, { request, socket });
    else hold.waiting.push({ request, socket });
  });
}

/** Undefined for a line that is no JSON: not from a command of ours. */
function requestIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function start(hold: Hold, waiting: Waiting): void {
  const running = answer(hold, waiting).finally(() => hold.running.delete(running));
  hold.running.add(running);
}

async function answer(hold: Hold, { request, socket }: Waiting): Promise<void> {
  const send = (frame: object) =>
    new Promise<void>((done, fail) => {
      if (socket.destroyed) fail(new Error('the asker has gone'));
      else socket.write(`${JSON.stringify(frame)}\n`, (error) => (error ? fail(error) : done()));
    });
  let last: object;
  try {
    if (!hold.onCommand) throw new Error('no command can be run here');
    await send({ begun: process.pid });
    last = { status: await hold.onCommand(request, (chunk) => send({ chunk })) };
  } catch (error) {
    if (socket.destroyed) return;
    last =
      error instanceof Refusal
        ? { problem: error.problem }
        : { problem: problem('fault', { what: error instanceof Error ? error.message : String(error) }) };
  }
  await new Promise<void>((done) => socket.end(`${JSON.stringify(last)}\n`, () => done()));
}

/**
 * Runs commands that other processes send here. When this process holds the directory already (openStore did), requests
 * that came in meanwhile are answered now; else it takes the directory first. `close` lets running commands end.
 */
export async function serveHolder(
  directory: string,
  onCommand: OnCommand,
): Promise<{ close(): Promise<void> }> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const real = await realpath(directory);
  let own: { release(): Promise<void> } | undefined;
  if (!held.has(real)) own = await holdDirectory(directory);
  const hold = held.get(real);
  if (!hold) throw new Error('the directory just taken is not held');
  hold.onCommand = onCommand;
  for (const waiting of hold.waiting.splice(0)) start(hold, waiting);
  return {
    async close() {
      hold.onCommand = undefined;
      await Promise.all(hold.running);
      await own?.release();
    },
  };
}

/**
 * Has the holder of the directory run the request; its exit status, or null when nobody holds it (or the holder ended
 * before it began). Refuses what the command refused; `data-held` when the holder takes no commands for a minute;
 * `holder-gone` when it ended in the middle, so that nobody knows how far it came.
 */
export async function askHolder(
  directory: string,
  request: unknown,
  onChunk: (chunk: unknown) => void | Promise<void>,
): Promise<number | null> {
  const real = await realpath(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (real === null) return null;
  const socket = await throughShortPath(real, reach);
  if (!socket) return null;
  let begun = false;
  let patient = true;
  const patience = setTimeout(() => {
    patient = false;
    socket.destroy();
  }, PATIENCE_MS);
  socket.on('error', () => socket.destroy());
  try {
    socket.write(`${JSON.stringify(request)}\n`);
    for await (const line of createInterface({ input: socket })) {
      const frame: unknown = JSON.parse(line);
      if (typeof frame !== 'object' || frame === null) continue;
      if ('begun' in frame) {
        begun = true;
        clearTimeout(patience);
      } else if ('chunk' in frame) await onChunk(frame.chunk);
      else if ('status' in frame) return Number(frame.status);
      else if ('problem' in frame && isProblem(frame.problem)) throw new Refusal(frame.problem);
    }
  } finally {
    clearTimeout(patience);
    socket.destroy();
  }
  const pid = await holderPid(real);
  if (begun) throw new Refusal(problem('holder-gone', { pid }));
  if (!patient) throw new Refusal(problem('data-held', { directory, pid }));
  return null;
}

/** A connection to the holder's socket, or null when nobody listens there. */
function reach(socketPath: string): Promise<Socket | null> {
  return new Promise((done, fail) => {
    const socket = connect(socketPath);
    socket.once('connect', () => done(socket));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') done(null);
      else fail(error);
    });
  });
}
