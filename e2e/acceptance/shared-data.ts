/**
 * The real files, where TILTH_REAL_DATA names their directory: never part of the project, and large. Else samples of the
 * same shape stand in for them, so that the test command is the same on every machine.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const mappings = fileURLToPath(new URL('../../fixtures/mappings/', import.meta.url));

/** A real file, or null where none are named: the caller then makes a sample of the same shape. */
export function realFile(path: string): string | null {
  const directory = process.env.TILTH_REAL_DATA;
  if (!directory) return null;
  const file = resolve(directory, path);
  if (!existsSync(file)) throw new Error(`there is no ${file}: TILTH_REAL_DATA names another directory`);
  return file;
}

export const mappingFile = (name: string): string => join(mappings, `${name}.json`);

const rooms: string[] = [];

/** A directory of the test's own. */
export async function room(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'tilth-acceptance-'));
  rooms.push(directory);
  return directory;
}

export async function removeRooms(): Promise<void> {
  for (const directory of rooms.splice(0)) await rm(directory, { recursive: true, force: true });
}
