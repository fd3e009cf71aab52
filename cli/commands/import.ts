/** Files in, every row accounted for; the work itself is the server's (server/import/take-file.ts), for the wizard does the same. */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type Problem, problem, Refusal } from '@tilth/domain/problem';
import type { Mapping } from '@tilth/formats/mapping/mapping';
import { readMapping } from '@tilth/formats/mapping/read-mapping';
import { takeFile } from '@tilth/server/import/take-file';
import type { Asker, Programme } from '@tilth/store/store';
import type { Call, Command, ExitStatus } from '../command.ts';
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
    const taken = await namingFile(typed, () => takeIn(call, file, mapping, programme, asker));
    return { file: typed, ...taken };
  } catch (error) {
    if (error instanceof Refusal) return { file: typed, problem: error.problem };
    throw error;
  }
}

async function takeIn(
  call: Call,
  file: string,
  mapping: Mapping,
  programme: Programme,
  asker: Asker,
): Promise<Omit<TakenFile, 'file'>> {
  const { store, terminal, flags, overlay } = call;
  const name = basename(file);
  const dryRun = flags['dry-run'] === true;
  const progress = (n: number, of: number | null) =>
    terminal.progress(
      of === null
        ? `${name}: ${n} rows read`
        : `${name}: ${n} of ${of} rows ${dryRun ? 'looked at' : 'worked on'}`,
    );
  const taken = await takeFile(
    { store, shapes: overlay, asker, programme: programme.id, path: file, name, mapping, progress },
    { approve: flags.approve === true, dryRun },
  );
  return 'misfits' in taken ? refuse(file, taken.misfits, call) : taken;
}
