/**
 * Both databases for tests, each test file with its own: a database in a PostgreSQL cluster, and a PGlite directory, both
 * copied from one that was made once. The cluster is the test file's own, unless cluster-once.testing.ts runs one for all.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Db } from './db.ts';
import { migrate } from './migrate.ts';
import { testOverlay } from './overlay.testing.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { ensureCurrent } from './rebuild.ts';

const run = promisify(execFile);

export const engines = ['pglite', 'postgres'] as const;
export type Engine = (typeof engines)[number];

/** For a test that holds on either: starting the embedded one costs two seconds of a processor. */
export const quickest: Engine = 'postgres';

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

/** A test that failed has left its database open, which would keep its file from ending. */
function closing(db: Db): Db {
  removals.push(async () => {
    const close = db.close().catch(() => {
      // the test has closed it itself
    });
    await Promise.race([close, setTimeout(2000, undefined, { ref: false })]);
  });
  return db;
}

async function temporary(prefix: string): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), prefix));
  removals.push(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

const templates = new Map<string, Promise<string>>();

/**
 * A PGlite directory as `make` makes it: made once on a machine for a name, and kept in its /tmp. Making one takes ten
 * seconds, opening a copy two.
 */
function pgliteTemplate(name: string, make: (db: Db) => Promise<void>): Promise<string> {
  const known = templates.get(name);
  if (known) return known;
  const made = (async () => {
    const kept = path.join(tmpdir(), `tilth-pglite-${name}-${process.getuid?.() ?? 0}`);
    if (existsSync(kept)) return kept;
    const directory = await mkdtemp(`${kept}-`);
    const db = openPglite(path.join(directory, 'database'));
    await make(db);
    await db.close();
    // whoever makes it at the same time: the first stays
    await rename(directory, kept).catch(() => rm(directory, { recursive: true }));
    return kept;
  })();
  templates.set(name, made);
  return made;
}

async function versionOf(module: string): Promise<string> {
  const file = new URL('../package.json', import.meta.resolve(module));
  const { version }: { version: string } = JSON.parse(await readFile(file, 'utf8'));
  return version;
}

/** With PostGIS and nothing else. */
async function bareTemplate(): Promise<string> {
  const version = await versionOf('@electric-sql/pglite');
  return pgliteTemplate(version, (db) => db.asOwner((tx) => tx.exec('SELECT 1')));
}

/** With the schema of this checkout, and nothing in it. */
async function madeTemplate(): Promise<string> {
  const version = await versionOf('@electric-sql/pglite');
  const schema = createHash('sha256').update(
    await readFile(new URL('./current/derived.sql', import.meta.url)),
  );
  const migrations = new URL('./migrations/', import.meta.url);
  for (const name of (await readdir(migrations)).sort())
    schema.update(await readFile(new URL(name, migrations)));
  return pgliteTemplate(`${version}-${schema.digest('hex').slice(0, 12)}`, async (db) => {
    await migrate(db);
    await ensureCurrent(db, await testOverlay());
  });
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
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200`;
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

let url: Promise<string> | undefined;

/** The cluster that runs for all, else this file's own, with a database to copy. */
function clusterUrl(): Promise<string> {
  const { TILTH_TEST_CLUSTER: running } = process.env;
  url ??= running === undefined || alone ? makeCopied() : Promise.resolve(running);
  return url;
}

let alone = false;

/** Call it first in a test file that changes what belongs to a whole cluster, such as roles. */
export function useOwnCluster(): void {
  alone = true;
}

const COPIED = 'tilth_made';

/** A new cluster with a database that has the schema of this checkout, and nothing in it. */
export async function makeCopied(): Promise<string> {
  const { url } = await makeCluster();
  await psql(url, `CREATE DATABASE ${COPIED}`);
  const db = openPostgres(`${url}/${COPIED}`);
  await migrate(db);
  await ensureCurrent(db, await testOverlay());
  await db.close();
  return url;
}

let made = 0;

/** A new empty database on the engine. It has the tables already, unless it is to be `bare`. */
export async function makeDatabase(engine: Engine, { bare = false } = {}): Promise<TestDatabase> {
  if (engine === 'pglite') {
    const from = await (bare ? bareTemplate() : madeTemplate());
    const data = await temporary('tilth-data-');
    await cp(from, data, { recursive: true });
    return {
      engine,
      place: { data },
      open: () => closing(openPglite(path.join(data, 'database'))),
      remove: () => rm(data, { recursive: true, force: true }),
    };
  }
  const cluster = await clusterUrl();
  const name = `test_${process.pid}_${++made}`;
  await psql(cluster, `CREATE DATABASE ${name}${bare ? '' : ` TEMPLATE ${COPIED}`}`);
  // the one right of ours that belongs to a database and is not copied with it
  if (!bare) await psql(cluster, `GRANT CREATE ON DATABASE ${name} TO tilth_migrate`);
  const remove = () => psql(cluster, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  removals.push(remove);
  return {
    engine,
    place: { url: `${cluster}/${name}` },
    open: () => closing(openPostgres(`${cluster}/${name}`)),
    remove,
  };
}

/** CREATE DATABASE cannot run in a transaction, so it goes by the client program. */
async function psql(cluster: string, statement: string): Promise<void> {
  const bin = await postgresPrograms();
  await run(`${bin}/psql`, ['-q', '-d', `${cluster}/postgres`, '-c', statement]);
}
