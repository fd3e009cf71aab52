/** PostgreSQL 15 or later with PostGIS 3.3 or later, over the network or a Unix socket. */
import type { Db } from './db.ts';
import { pooled } from './pooled.ts';
import { readable } from './read-column.ts';

/** `url` as `postgres://user:password@host:port/database`. The login needs no more than membership in tilth's roles. */
export function openPostgres(url: string, connections = 10): Db {
  return pooled('postgres', {
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'tilth',
    // batches of 3 MB need not go by way of temporary files, nor statements of some milliseconds by a compiler
    options: [...readable, 'client_min_messages=warning', 'jit=off', 'work_mem=16MB']
      .map((s) => `-c ${s}`)
      .join(' '),
  });
}
