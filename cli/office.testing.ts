/** An office on a database of its own and a directory to work in, for tests of commands as another process sends them. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { makeDatabase, removeDatabases } from '@tilth/store/databases.testing';
import { openStore } from '@tilth/store/open';
import type { Store } from '@tilth/store/store';
import { runForOther } from './run.ts';
import { startOverlay } from './start-overlay.ts';
import type { Reply } from './terminal.ts';

export interface Said {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export const overlay = await startOverlay();
export let store: Store;
/** where commands are typed */
export let room: string;

/** Opens it before the tests of the file that calls this, with what `furnish` puts in, and takes it away after them. */
export function useOffice(furnish: () => Promise<void>): void {
  before(async () => {
    room = await mkdtemp(join(tmpdir(), 'tilth-cli-'));
    const { place } = await makeDatabase('postgres');
    store = await openStore({ ...place, overlay });
    await furnish();
  });
  after(async () => {
    await store?.close();
    await removeDatabases();
    await rm(room, { recursive: true, force: true });
  });
}

/** Runs the words; what came to standard output and to standard error. */
export async function run(...argv: string[]): Promise<Said> {
  let [out, err] = ['', ''];
  const status = await runForOther({ argv, cwd: room }, store, overlay, async (reply: Reply) => {
    if ('out' in reply) out += reply.out;
    if ('bytes' in reply) out += Buffer.from(reply.bytes, 'base64').toString('utf8');
    if ('err' in reply) err += reply.err;
  });
  return { status, out, err };
}

/** What a command answers with `--json`, when it ends with this status. */
export async function json<T>(status: number, ...argv: string[]): Promise<T> {
  const said = await run(...argv, '--json');
  assert.equal(said.status, status, `${argv.join(' ')}: ${said.out}${said.err}`);
  return JSON.parse(said.out);
}

/** The problem a command is refused with. */
export async function refused(
  ...argv: string[]
): Promise<{ readonly code: string; readonly sentence: string }> {
  return (await json<{ problem: { code: string; sentence: string } }>(2, ...argv)).problem;
}

/** A table of finds: id, day, remark, lon, lat. */
export const findsMapping = {
  mapping: 1,
  name: 'finds',
  version: '1',
  source: { name: 'A ledger of finds', said: { name: 'Some operator' } },
  date: { column: 'day' },
  identity: ['id'],
  duplicates: 'keep',
  records: [
    {
      kind: 'find',
      properties: {
        local_id: { column: 'id' },
        found_on: { date: { column: 'day' } },
        remark: { column: 'remark' },
        position: { lon: 'lon', lat: 'lat' },
      },
    },
  ],
};
