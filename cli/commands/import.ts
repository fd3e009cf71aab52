/**
 * Files in, every row accounted for. Each file is read through once before anything is stored, so that a truncated or
 * unreadable one leaves nothing behind; then the rows go in by whole batches, and running the command again after a
 * kill adds only what is missing.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type Problem, problem, Refusal } from '@tilth/domain/problem';
import { drafts, reportDate } from '@tilth/formats/mapping/draft';
import type { Mapping } from '@tilth/formats/mapping/mapping';
import { captureSensitivity, fits, readMapping } from '@tilth/formats/mapping/read-mapping';
import { openTable } from '@tilth/formats/read/open';
import type { Table } from '@tilth/formats/read/table';
import type { Asker, Programme } from '@tilth/store/store';
import type { Call, Command, ExitStatus } from '../command.ts';
import { dayIn } from '../day.ts';
import { type FileResult, printImport, type TakenFile, toJson } from '../import-report.ts';
import { sentenceOf } from '../sentence.ts';
import { namingFile, unreadable } from '../unreadable.ts';

export const importCommand: Command = {
  name: 'import',
  usage: 'import FILE… --mapping MAP.json [--approve] [--dry-run]',
  summary: 'rows of a file as reports, by a mapping; every row accounted for',
  help: 'Reads CSV, XLSX, GeoJSON, GeoPackage, Shapefile, KML, FileGDB and ODS. The mapping says what a row means (docs/mapping.md). Rows are stored as pending reports; --approve also approves them, except those that take land off the hazard map or wait for a person. Doing it again adds nothing, so that after an interruption, or to approve what was looked at, the same command is simply given again. Rows are numbered as in the file: in a table the header is row 1. Refused rows are exit status 1.',
  options: {
    mapping: { type: 'string', value: 'MAP.json', help: 'what the columns mean (required)' },
    approve: {
      type: 'boolean',
      help: 'approve what may be approved in bulk; the rest is counted as waiting',
    },
    'dry-run': { type: 'boolean', help: 'say what would happen, store nothing' },
  },
  words: [1, 1000],
  async run(call) {
    const { flags, positionals, terminal } = call;
    if (typeof flags.mapping !== 'string') {
      throw new Refusal(problem('arguments-wrong', { command: 'import', why: 'It needs --mapping.' }));
    }
    const programme = await call.programme();
    const mapping = await mappingIn(call, resolve(terminal.cwd, flags.mapping), programme);
    const asker = await call.asker();
    const files: FileResult[] = [];
    for (const name of positionals) files.push(await importFile(call, name, mapping, programme, asker));
    terminal.progress(null);
    const [first] = files;
    if (files.length === 1 && first && 'problem' in first) throw new Refusal(first.problem);
    if (call.json) await terminal.out(`${JSON.stringify(toJson(files))}\n`);
    else
      await printImport(files, terminal, {
        dryRun: flags['dry-run'] === true,
        approved: flags.approve === true,
      });
    return exitStatus(files);
  },
};

/** A file that could not be taken at all weighs as a refused row, unless that is all there was. */
function exitStatus(files: readonly FileResult[]): ExitStatus {
  const wrong = files.filter((f) => 'problem' in f);
  if (wrong.length === files.length) return 2;
  return wrong.length > 0 || files.some((f) => 'result' in f && f.result.refused > 0) ? 1 : 0;
}

/** Refusal with the first of what is wrong; all of it is said on the terminal before. */
function refuse(file: string, problems: readonly Problem[], call: Call): never {
  const [first = problem('mapping-broken', { why: 'unreadable' }), ...rest] = problems;
  for (const p of rest) call.terminal.err(`tilth: ${file}: ${sentenceOf(p)}\n`);
  throw new Refusal({ ...first, facts: { ...first.facts, file } });
}

async function mappingIn(call: Call, file: string, programme: Programme): Promise<Mapping> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new Refusal(unreadable(file, error), { cause: error });
  }
  const mapping = readMapping(text, await call.store.model(programme.id));
  return 'records' in mapping ? mapping : refuse(file, mapping, call);
}

/** What is wrong with one file keeps the account of the others; it names the file as it was typed. */
async function importFile(
  call: Call,
  typed: string,
  mapping: Mapping,
  programme: Programme,
  asker: Asker,
): Promise<FileResult> {
  const file = resolve(call.terminal.cwd, typed);
  try {
    const taken = await namingFile(typed, () => takeFile(call, file, mapping, programme, asker));
    return { file: typed, ...taken };
  } catch (error) {
    if (error instanceof Refusal) return { file: typed, problem: error.problem };
    throw error;
  }
}

async function takeFile(
  call: Call,
  file: string,
  mapping: Mapping,
  programme: Programme,
  asker: Asker,
): Promise<Omit<TakenFile, 'file'>> {
  const { store, terminal, flags, overlay } = call;
  const name = basename(file);
  await oneFile(file);
  const model = await store.model(programme.id);
  const open = (): Promise<Table> => openTable(file, mapping.read ?? {});
  const total = await readThrough(await open(), (n) => terminal.progress(`${name}: ${n} rows read`));
  const table = await open();
  try {
    const { problems, notices } = fits(mapping, table.columns, model);
    if (problems.length > 0) refuse(file, problems, call);
    const dryRun = flags['dry-run'] === true;
    const about = {
      mediaType: mediaTypes[table.format] ?? 'application/octet-stream',
      name,
      sensitivity: captureSensitivity(mapping, table.columns, model),
    };
    const capture = dryRun
      ? await digestOf(file)
      : await store.putCapture(asker, programme.id, createReadStream(file), about);
    const { repair_percent, repair_m2 } = await store.limits(programme.id);
    const now = new Date();
    const today = dayIn(programme.zone, now);
    const drafted = drafts(table, mapping, {
      programme: programme.id,
      by: asker.person ?? '',
      today,
      written: now.toISOString(),
      secret: await store.secret(programme.id),
      random: (n) => randomBytes(n),
      model,
      shapes: overlay,
      capture,
      limits: { percent: repair_percent, m2: repair_m2 },
    });
    const result = await store.intake(asker, drafted, {
      programme: programme.id,
      source: mapping.source.name,
      approve: flags.approve === true,
      dryRun,
      ...(mapping.snapshot === undefined ? {} : { snapshot: reportDate(mapping, { today }) }),
      progress: (n) =>
        terminal.progress(`${name}: ${n} of ${total} rows ${dryRun ? 'looked at' : 'worked on'}`),
    });
    return { encoding: table.encoding, notices: [...table.notices, ...notices, ...result.notices], result };
  } finally {
    await table.close();
  }
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
      if (n % 1000 === 0) progress(n);
    }
  } finally {
    await table.close();
  }
  return n;
}

async function digestOf(file: string): Promise<string> {
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
