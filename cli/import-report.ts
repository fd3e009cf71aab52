/** What an import did, for people and for programs. */
import type { Problem } from '@tilth/domain/problem';
import type { RowReport } from '@tilth/domain/report/draft';
import type { IntakeResult } from '@tilth/store/store';
import type { Terminal } from './command.ts';
import { sentenceOf } from './sentence.ts';

/** A file that was taken row by row, or what kept it out as a whole. */
export type FileResult = TakenFile | { readonly file: string; readonly problem: Problem };

export interface TakenFile {
  readonly file: string;
  readonly encoding: string | null;
  /** what was noticed of the file as a whole */
  readonly notices: readonly Problem[];
  readonly result: IntakeResult;
}

const counts = [
  'read',
  'accepted',
  'updated',
  'unchanged',
  'repaired',
  'same',
  'refused',
  'gone',
  'waiting',
] as const;

/** One object: the counts of all files added up, and the rows, each with its file when there are several. */
export function toJson(files: readonly FileResult[]): Readonly<Record<string, unknown>> {
  const taken = files.filter((f) => 'result' in f);
  const sums = Object.fromEntries(counts.map((c) => [c, taken.reduce((n, f) => n + f.result[c], 0)]));
  const rows = taken.flatMap(({ file, result }) =>
    files.length === 1 ? result.rows : result.rows.map((r) => ({ file, ...r })),
  );
  const about = files.map((f) =>
    'problem' in f
      ? { file: f.file, problem: { ...f.problem, sentence: sentenceOf(f.problem) } }
      : { file: f.file, encoding: f.encoding, notices: f.notices },
  );
  return { ...sums, files: about, rows };
}

/** At most this many rows are told one by one on a terminal; --json tells all. */
const TOLD = 20;

export async function printImport(files: readonly FileResult[], terminal: Terminal): Promise<void> {
  for (const one of files) {
    if ('problem' in one) {
      await terminal.out(`${sentenceOf(one.problem)}\n`);
      continue;
    }
    const { file, encoding, notices, result } = one;
    const said = counts.filter((c) => c === 'read' || result[c] > 0).map((c) => `${result[c]} ${c}`);
    await terminal.out(`${file}${encoding === null ? '' : ` (${encoding})`}: ${said.join(', ')}\n`);
    for (const n of notices) await terminal.out(`  ${sentenceOf(n)}\n`);
    const told = result.rows.filter((r) => r.code !== undefined && r.outcome !== 'unchanged');
    for (const row of told.slice(0, TOLD))
      await terminal.out(`  row ${row.row}: ${row.outcome}: ${rowSentence(row)}\n`);
    if (told.length > TOLD)
      await terminal.out(`  … and ${told.length - TOLD} more; --json tells them all.\n`);
    if (result.waiting > 0)
      await terminal.out(`  ${result.waiting} reports wait for a person to look at them one by one.\n`);
  }
}

function rowSentence(row: RowReport): string {
  return sentenceOf({ code: row.code, facts: row.facts ?? {} } as Problem);
}
