/** A Tilth of one's own for a story: a process in a temporary directory, as a newcomer would start it. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tilth = join(root, 'cli/tilth.ts');

export interface Running {
  readonly url: string;
  /** the one-time link it printed */
  readonly signInLink: string;
  readonly data: string;
  /** another tilth command on the same data: what it printed and its exit status */
  run(...args: string[]): Promise<Ran>;
  stop(): Promise<void>;
}

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

type Environment = Readonly<Record<string, string>>;

/** Runs `tilth` to its end. `env` comes on top of the process's own. */
export function tilthRuns(args: readonly string[], env: Environment = {}): Promise<Ran> {
  return tilthBegins(args, env).ended;
}

/** A `tilth` under way, for those who end it before its time: `kill` is `kill -9`. */
export interface Begun {
  readonly ended: Promise<Ran>;
  kill(): void;
  /** as a reader that goes away, such as `head` */
  closeOutput(): void;
}

export function tilthBegins(args: readonly string[], env: Environment = {}): Begun {
  const child = spawn(process.execPath, [tilth, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk) => (err += chunk));
  const ended = new Promise<Ran>((done, fail) => {
    child.on('error', fail);
    child.on('close', (status) => done({ status, out, err }));
  });
  return {
    ended,
    kill: () => void child.kill('SIGKILL'),
    closeOutput: () => void child.stdout.destroy(),
  };
}

/**
 * Starts `tilth serve` on a free port and a new directory, and waits until it has printed its sign-in link. The samples are
 * copied from TILTH_SAMPLES where that is set (samples-once.ts). `end` stops it and leaves its data.
 */
export async function startTilth(...args: string[]): Promise<Running & { end(): Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), 'tilth-story-'));
  const samples = process.env.TILTH_SAMPLES;
  // the socket by which a server can be reached is nobody's to copy
  if (samples !== undefined)
    await cp(samples, data, { recursive: true, filter: (name) => !name.endsWith('.sock') });
  const running = await serveTilth({ TILTH_DATA: data, TILTH_DATABASE_URL: '' }, ...args);
  return {
    ...running,
    data,
    end: running.stop,
    async stop() {
      await running.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** `tilth serve` on the data that `place` names, on a free port. */
export async function serveTilth(
  place: Environment,
  ...args: string[]
): Promise<Omit<Running, 'data'> & { kill(): Promise<void> }> {
  const env = { ...place, TILTH_PORT: '0' };
  const child = spawn(process.execPath, [tilth, 'serve', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let said = '';
  const link = await new Promise<string>((done, fail) => {
    child.stderr.on('data', (chunk) => {
      said += chunk;
      const found = /(http:\/\/\S+\/sign-in#\S+)/.exec(said)?.[1];
      if (found !== undefined) done(found);
      // where there is no programme yet nobody can sign in
      else if (said.includes('There is no programme yet')) done(/serves on (\S+)/.exec(said)?.[1] ?? '');
    });
    child.on('exit', (status) =>
      fail(new Error(`tilth serve ended with ${status} before it was ready:\n${said}`)),
    );
  });
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  };
  return {
    url: new URL(link).origin,
    signInLink: link,
    run: (...words) => tilthRuns(words, env),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
