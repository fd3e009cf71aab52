/** An office to be killed: the file it imports, the import, and a picture of all it holds. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { madeEvents } from '@tilth/bench/made-events';
import { runForOther } from '@tilth/cli/run';
import { askerNamed } from '@tilth/cli/who';
import type { Shapes } from '@tilth/domain/geometry/geos';
import { openPglite } from '@tilth/store/pglite';
import { openPostgres } from '@tilth/store/postgres';
import { receiptsFrom } from '@tilth/store/read-log';
import type { Store } from '@tilth/store/store';

export type Place = { readonly data: string } | { readonly url: string };

export const PROGRAMME = 'soak';
const mapping = fileURLToPath(new URL('../fixtures/mappings/colombia-events.json', import.meta.url));

/** Rows enough for three of the store's batches; what each is known by is in it. */
export async function writeEvents(directory: string): Promise<{ file: string; rows: number }> {
  const [head, ...lines] = madeEvents().trimEnd().split('\n');
  const some = lines.filter((_, n) => n % 7 === 0);
  const file = path.join(directory, 'events.csv');
  await writeFile(file, `${[head, ...some].join('\n')}\n`);
  return { file, rows: some.length };
}

export interface Imported {
  readonly read: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** As `tilth import --approve`. */
export async function importInto(store: Store, overlay: Shapes, file: string): Promise<Imported> {
  let said = '';
  const argv = ['import', file, '--mapping', mapping, '--approve', '--json'];
  await runForOther({ argv, cwd: path.dirname(file) }, store, overlay, async (reply) => {
    if ('out' in reply) said += reply.out;
  });
  const { read, accepted, unchanged, refused }: Imported = JSON.parse(said);
  return { read, accepted, unchanged, refused };
}

/** A digest of every row of every kind as the local administrator sees it, and how many there are. */
export async function pictureOf(store: Store): Promise<string> {
  const asker = await askerNamed(store, undefined);
  const hash = createHash('sha256');
  let rows = 0;
  for (const kind of (await store.model(PROGRAMME)).kinds.keys()) {
    const found: string[] = [];
    for await (const row of store.stream(asker, { programme: PROGRAMME, kind }))
      found.push(JSON.stringify(row));
    rows += found.length;
    hash.update(`${kind}\n${found.sort().join('\n')}\n`);
  }
  return `${rows} ${hash.digest('hex')}`;
}

/** The id of every entry, by number. The store must be closed. */
export async function logOf(place: Place): Promise<readonly string[]> {
  const db = 'url' in place ? openPostgres(place.url) : openPglite(path.join(place.data, 'database'));
  try {
    const receipts = await db.transaction({ role: 'server', programmes: [PROGRAMME], person: null }, (tx) =>
      receiptsFrom(tx, PROGRAMME, 0, 1e9, 1e9),
    );
    return receipts.map((r) => r.entry.id);
  } finally {
    await db.close();
  }
}
