/**
 * A file into the record by a mapping, every row accounted for: the one importer, for the command line and for the wizard. The file
 * is read through once before anything is stored, so that a truncated or unreadable one leaves nothing behind; then the
 * rows go in by whole batches, and doing it again after a kill adds only what is missing.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Shapes } from '@tilth/domain/geometry/geos';
import { type Problem, problem, Refusal } from '@tilth/domain/problem';
import type { RowDraft } from '@tilth/domain/report/draft';
import { withDateOf } from '@tilth/formats/mapping/date-in-name';
import { drafts, reportDate } from '@tilth/formats/mapping/draft';
import type { Mapping } from '@tilth/formats/mapping/mapping';
import { captureSensitivity, fits } from '@tilth/formats/mapping/read-mapping';
import { openTable } from '@tilth/formats/read/open';
import type { Table } from '@tilth/formats/read/table';
import type { Asker, IntakeResult, Store } from '@tilth/store/store';

export interface Bringing {
  readonly store: Store;
  readonly shapes: Shapes;
  readonly asker: Asker;
  readonly programme: string;
  /** where it lies, and what it is called */
  readonly path: string;
  readonly name: string;
  readonly mapping: Mapping;
  /** told how far it is; `of` null while the file is read through for the first time */
  readonly progress?: (rows: number, of: number | null) => void;
  /** ends the work by its Refusal, as long as nothing is written */
  readonly stop?: () => void;
}

export interface Taken {
  readonly encoding: string | null;
  /** what was noticed of the file as a whole */
  readonly notices: readonly Problem[];
  readonly result: IntakeResult;
}

/** Everything that keeps the mapping from fitting the file, or what became of the rows. */
export type TakenOrNot = Taken | { readonly misfits: readonly Problem[] };

export async function takeFile(
  bringing: Bringing,
  {
    approve,
    dryRun,
    watch,
    pass = (row) => row,
  }: {
    readonly approve: boolean;
    readonly dryRun: boolean;
    /** sees each row on its way */
    readonly watch?: (row: RowDraft) => void;
    /** what goes on to the store of each row; undefined: nothing, and the row is not counted */
    readonly pass?: (row: RowDraft) => RowDraft | undefined;
  },
): Promise<TakenOrNot> {
  const { store, asker, programme, path, name, mapping, progress, stop } = bringing;
  await oneFile(path);
  const open = (): Promise<Table> => openTable(path, mapping.read ?? {});
  const total = await readThrough(await open(), (n) => {
    stop?.();
    progress?.(n, null);
  });
  const table = await open();
  try {
    const model = await store.model(programme);
    const { problems: misfits, notices } = fits(mapping, table.columns, model);
    if (misfits.length > 0) return { misfits };
    stop?.();
    const about = {
      mediaType: mediaTypes[table.format] ?? 'application/octet-stream',
      name,
      sensitivity: captureSensitivity(mapping, table.columns, model),
    };
    const capture = dryRun
      ? await digestOf(path)
      : await store.putCapture(asker, programme, createReadStream(path), about);
    const { rows, today } = await draftsOf(bringing, table, capture);
    const passed = async function* () {
      for await (const row of rows) {
        if (dryRun) stop?.();
        watch?.(row);
        const next = pass(row);
        if (next !== undefined) yield next;
      }
    };
    const result = await store.intake(asker, passed(), {
      programme,
      source: mapping.source.name,
      approve,
      dryRun,
      ...(mapping.snapshot === undefined
        ? {}
        : { snapshot: reportDate(withDateOf(mapping, name), { today }) }),
      progress: (n) => progress?.(n, total),
    });
    return { encoding: table.encoding, notices: [...table.notices, ...notices, ...result.notices], result };
  } finally {
    await table.close();
  }
}

/** The rows of an open table as drafts, under the programme's secret and limits, dated by its own calendar. */
export async function draftsOf(
  { store, shapes, asker, programme, name, mapping }: Bringing,
  table: Table,
  capture: string,
): Promise<{ readonly rows: AsyncGenerator<RowDraft>; readonly today: string }> {
  const [model, limits, secret, { at: today }] = await Promise.all([
    store.model(programme),
    store.limits(programme),
    store.secret(programme),
    store.stamp(asker, programme),
  ]);
  const rows = drafts(table, withDateOf(mapping, name), {
    programme,
    by: asker.person ?? '',
    today,
    written: new Date().toISOString(),
    secret,
    random: (n) => randomBytes(n),
    model,
    shapes,
    capture,
    limits: { percent: limits.repair_percent, m2: limits.repair_m2 },
  });
  return { rows, today };
}

/** What is imported is kept byte for byte, so it must be one file: a FileGDB is a folder. */
async function oneFile(file: string): Promise<void> {
  // what can't be looked at is named by the reader
  const about = await stat(file).catch(() => null);
  if (about?.isDirectory() && /\.gdb$/iu.test(file)) {
    const facts = { format: 'a FileGDB as a folder', instead: 'the folder packed into a ZIP archive' };
    throw new Refusal(problem('format-not-read', facts));
  }
}

/** Every row once, so that a file that breaks off or cannot be read is refused before anything is stored. */
async function readThrough(table: Table, progress: (n: number) => void): Promise<number> {
  let n = 0;
  try {
    for await (const _ of table.rows) {
      n += 1;
      if (n % 500 === 0) progress(n);
    }
  } finally {
    await table.close();
  }
  return n;
}

export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
  gpkg: 'application/geopackage+sqlite3',
  kml: 'application/vnd.google-earth.kml+xml',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};
