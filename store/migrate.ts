/**
 * Brings a database to the present schema: PostGIS, the four roles, then the numbered files of migrations/, forward only,
 * each once, all in one transaction under one lock. A file that was applied and has changed since is refused: landed
 * migrations are never edited. Runs on every opening; when nothing is to do it reads one table.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { problem, Refusal } from '@tilth/domain/problem';
import type { Db, Tx } from './db.ts';

const LOCK = 7171_0001;

const roles = ['tilth_migrate', 'tilth_server', 'tilth_fold', 'tilth_reader'];

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly digest: string;
}

async function readMigrations(): Promise<readonly Migration[]> {
  const folder = new URL('./migrations/', import.meta.url);
  const names = (await readdir(folder)).filter((n) => /^\d{4}-[a-z0-9-]+\.sql$/.test(n)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { name, sql, digest: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Roles hold no rights of their own beyond what migrations grant, and nobody can log in as one. */
async function makeRoles(tx: Tx): Promise<void> {
  const there = await tx.query<{ rolname: string }>(
    'SELECT rolname FROM pg_roles WHERE rolname = ANY ($1::text[])',
    [roles],
  );
  for (const role of roles) {
    // Roles belong to the whole cluster: another database's migration may make them at this very moment.
    if (!there.some((r) => r.rolname === role)) {
      await tx.exec(`DO $$ BEGIN CREATE ROLE ${role} NOLOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
    }
  }
  const [me] = await tx.query<{ member: boolean }>(
    `SELECT bool_and(pg_has_role(r, 'MEMBER')) AS member FROM unnest($1::text[]) r`,
    [roles],
  );
  if (!me?.member) await tx.exec(`GRANT ${roles.join(', ')} TO CURRENT_USER`);
}

async function applied(tx: Tx): Promise<Map<string, string>> {
  const [table] = await tx.query<{ there: boolean }>(
    `SELECT to_regclass('tilth.migration') IS NOT NULL AS there`,
  );
  if (!table?.there) return new Map();
  const rows = await tx.query<{ name: string; digest: string }>('SELECT name, digest FROM tilth.migration');
  return new Map(rows.map((r) => [r.name, r.digest]));
}

function check(migrations: readonly Migration[], done: ReadonlyMap<string, string>): void {
  for (const [name, digest] of done) {
    const here = migrations.find((m) => m.name === name);
    if (!here) throw new Refusal(problem('migration-newer', { migration: name }));
    if (here.digest !== digest) throw new Refusal(problem('migration-changed', { migration: name }));
  }
}

/** Applies what is missing. Refuses `migration-changed`, and `migration-newer` when the database knows more than we. */
export async function migrate(db: Db): Promise<void> {
  const migrations = await readMigrations();
  const before = await db.asOwner(applied);
  check(migrations, before);
  if (before.size === migrations.length) return;
  await db.asOwner(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const done = await applied(tx);
    check(migrations, done);
    if (done.size === 0) await prepare(tx);
    await tx.exec('SET LOCAL ROLE tilth_migrate');
    for (const m of migrations.filter((x) => !done.has(x.name))) {
      await tx.exec(m.sql);
      await tx.query('INSERT INTO tilth.migration (name, digest) VALUES ($1, $2)', [m.name, m.digest]);
    }
  });
}

async function prepare(tx: Tx): Promise<void> {
  await tx.exec('CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public');
  await makeRoles(tx);
  await tx.exec(`
    CREATE SCHEMA IF NOT EXISTS tilth AUTHORIZATION tilth_migrate;
    CREATE TABLE tilth.migration (name text PRIMARY KEY, digest text NOT NULL, applied timestamptz NOT NULL DEFAULT now());
    ALTER TABLE tilth.migration OWNER TO tilth_migrate`);
  const [name] = await tx.query<{ database: string }>('SELECT quote_ident(current_database()) AS database');
  await tx.exec(`GRANT CREATE ON DATABASE ${name?.database} TO tilth_migrate`);
}
