/**
 * Both databases for tests, each test file with its own: a PostgreSQL cluster in a temporary directory, and a PGlite
 * directory copied from one that was made once (making one takes nine seconds, opening a copy one and a half).
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Db } from './db.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

const run = promisify(execFile);

export const engines = ['pglite', 'postgres'] as const;
export type Engine = (typeof engines)[number];

/** An empty database: `place` is a directory for PGlite, a URL for PostgreSQL; what `openStore` takes. */
export interface TestDatabase {
  readonly engine: Engine;
  readonly place: { readonly data: string } | { readonly url: string };
  open(): Db;
  remove(): Promise<void>;
}

const removals: (() => Promise<void>)[] = [];

/** Removes all that this file made: call it in `after`. */
export async function removeDatabases(): Promise<void> {
  for (const remove of removals.splice(0).reverse()) await remove();
}

async function temporary(prefix: string): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), prefix));
  removals.push(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

let template: Promise<string> | undefined;

/** A PGlite directory with PostGIS and nothing else: made once on a machine for a version of PGlite, and kept in its /tmp. */
function pgliteTemplate(): Promise<string> {
  template ??= (async () => {
    const pglite = new URL('../package.json', import.meta.resolve('@electric-sql/pglite'));
    const { version }: { version: string } = JSON.parse(await readFile(pglite, 'utf8'));
    const kept = path.join(tmpdir(), `tilth-pglite-${version}-${process.getuid?.() ?? 0}`);
    if (existsSync(kept)) return kept;
    const directory = await mkdtemp(`${kept}-`);
    const db = openPglite(path.join(directory, 'database'));
    await db.asOwner((tx) => tx.exec('SELECT 1'));
    await db.close();
    // whoever makes it at the same time: the first stays
    await rename(directory, kept).catch(() => rm(directory, { recursive: true }));
    return kept;
  })();
  return template;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function postgresPrograms(): Promise<string> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => []);
  const newest = versions
    .map(Number)
    .filter((v) => v >= 15)
    .sort((a, b) => b - a)[0];
  if (newest === undefined) throw new Error('PostgreSQL 15 or later is not installed in /usr/lib/postgresql');
  return `/usr/lib/postgresql/${newest}/bin`;
}

/** PostgreSQL refuses to run as root: then as the user postgres, which Debian's package makes. */
function asServer(program: string, args: string[]): Promise<unknown> {
  if (process.getuid?.() !== 0) return run(program, args);
  return run('runuser', ['-u', 'postgres', '--', program, ...args]);
}

export interface Cluster {
  readonly url: string;
  stop(mode: 'fast' | 'immediate'): Promise<void>;
  start(): Promise<void>;
}

let cluster: Promise<Cluster> | undefined;

/** A cluster of its own, for tests that stop or kill the server. */
export async function makeCluster(): Promise<Cluster> {
  const bin = await postgresPrograms();
  const directory = await temporary('tilth-cluster-');
  if (process.getuid?.() === 0) await run('chown', ['postgres', directory]);
  const data = path.join(directory, 'data');
  await asServer(`${bin}/initdb`, [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '-N',
  ]);
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=50`;
  const start = async () => {
    await asServer(`${bin}/pg_ctl`, [
      '-D',
      data,
      '-w',
      '-o',
      options,
      '-l',
      path.join(directory, 'log'),
      'start',
    ]);
  };
  const stop = async (mode: 'fast' | 'immediate') => {
    await asServer(`${bin}/pg_ctl`, ['-D', data, '-w', '-m', mode, 'stop']);
  };
  await start();
  removals.push(() => stop('immediate').catch(() => undefined));
  return { url: `postgres://postgres@127.0.0.1:${port}`, start, stop };
}

let made = 0;

/** A new empty database on the engine. */
export async function makeDatabase(engine: Engine): Promise<TestDatabase> {
  if (engine === 'pglite') {
    const from = await pgliteTemplate();
    const data = await temporary('tilth-data-');
    await cp(from, data, { recursive: true });
    return {
      engine,
      place: { data },
      open: () => openPglite(path.join(data, 'database')),
      remove: () => rm(data, { recursive: true, force: true }),
    };
  }
  cluster ??= makeCluster();
  const { url } = await cluster;
  const name = `test_${process.pid}_${++made}`;
  await createDatabase(url, name);
  return {
    engine,
    place: { url: `${url}/${name}` },
    open: () => openPostgres(`${url}/${name}`),
    remove: () => Promise.resolve(),
  };
}

/** CREATE DATABASE cannot run in a transaction, so it goes by the client program. */
async function createDatabase(url: string, name: string): Promise<void> {
  const bin = await postgresPrograms();
  await run(`${bin}/psql`, ['-q', '-d', `${url}/postgres`, '-c', `CREATE DATABASE ${name}`]);
}
