/** The mappings that come with Tilth: of files that others publish, ready to be used or to begin from. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../fixtures/mappings/', import.meta.url));

/** As JSON, in order of their file names. */
export async function readyMappings(): Promise<readonly unknown[]> {
  const names = (await readdir(folder)).filter((f) => f.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (f): Promise<unknown> => JSON.parse(await readFile(folder + f, 'utf8'))),
  );
}
