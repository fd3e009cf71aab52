/** Small files made for a test and removed behind it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '@tilth/domain/problem';
import { zipped } from '../write/zip.ts';
import type { SourceRow, Table } from './table.ts';

/** Writes a file of this name and gives its path to `use`. */
export async function withFile<T>(
  name: string,
  content: string | Uint8Array,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tilth-test-'));
  try {
    const path = join(folder, name);
    await writeFile(path, content);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface Opened {
  readonly table: Omit<Table, 'rows'>;
  readonly rows: readonly SourceRow[];
}

export async function allRows(table: Table): Promise<Opened> {
  const rows: SourceRow[] = [];
  for await (const row of table.rows) rows.push({ ...row, values: { ...row.values } });
  await table.close();
  return { table, rows };
}

/** The problem a promise is refused with; its value makes the test fail. */
export async function refusal(promise: Promise<unknown>): Promise<{ code: string; facts: object }> {
  try {
    await promise;
  } catch (e) {
    if (e instanceof Refusal) return e.problem;
    throw e;
  }
  throw new Error('nothing was refused');
}

export async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of parts) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export function zip(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  return bytesOf(zipped(Object.entries(parts).map(([name, text]) => ({ name, text: [text] }))));
}
