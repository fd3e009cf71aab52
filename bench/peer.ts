/** The peers: programs of PostgreSQL and GDAL, on the same cluster that our own PostgreSQL databases are in. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { makeDatabase } from '@tilth/store/databases.testing';

/** Runs a program to its end. */
export const runs = promisify(execFile);

export interface PeerDatabase {
  readonly url: string;
  /** the address as GDAL wants it */
  readonly gdal: string;
  sql(...statements: readonly string[]): Promise<string>;
}

/** An empty PostgreSQL database with PostGIS. */
export async function peerDatabase(): Promise<PeerDatabase> {
  const { place } = await makeDatabase('postgres', { bare: true });
  if (!('url' in place)) throw new Error('PostgreSQL has no address');
  const { url } = place;
  const { hostname, port, username, pathname } = new URL(url);
  const sql = async (...statements: readonly string[]) => {
    const commands = statements.flatMap((s) => ['-c', s]);
    const { stdout } = await runs('psql', ['-qAt', '-v', 'ON_ERROR_STOP=1', '-d', url, ...commands]);
    return stdout;
  };
  await sql('CREATE EXTENSION IF NOT EXISTS postgis');
  const gdal = `PG:host=${hostname} port=${port} user=${username} dbname=${pathname.slice(1)}`;
  return { url, gdal, sql };
}

/** Whether a program is here, by a call that does nothing. */
export async function has(program: string, args: readonly string[] = ['--version']): Promise<boolean> {
  return runs(program, [...args]).then(
    () => true,
    () => false,
  );
}
