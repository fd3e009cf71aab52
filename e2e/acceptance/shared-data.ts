/** The real files beside the checkout, where they are: never part of the project, and not on every machine. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const beside = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const mappings = fileURLToPath(new URL('../../fixtures/mappings/', import.meta.url));

/** A real file, or null, which is said: the caller then makes a sample of the same shape. */
export function realFile(path: string): string | null {
  const file = join(beside, path);
  if (existsSync(file)) return file;
  process.stdout.write(
    `# ${path} is not beside this checkout: a sample of the same shape stands in for it\n`,
  );
  return null;
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
