/** What an import did, for people and for programs. */
import type { Problem } from '@tilth/domain/problem';
import { importCounts, type RowReport } from '@tilth/domain/report/draft';
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

/** One object: the counts of all files added up, and the rows, each with its file when there are several. */
export function toJson(files: readonly FileResult[]): Readonly<Record<string, unknown>> {
  const taken = files.filter((f) => 'result' in f);
  const sums = Object.fromEntries(importCounts.map((c) => [c, taken.reduce((n, f) => n + f.result[c], 0)]));
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

/** At most this many sentences are told of one kind of outcome on a terminal; --json tells every row. */
const TOLD = 5;

const numerals = new Intl.NumberFormat('en');

/** `dryRun` and `approved`: as the command was given; they decide what is left to do. */
export async function printImport(
  files: readonly FileResult[],
  terminal: Terminal,
  { dryRun, approved }: { dryRun: boolean; approved: boolean },
): Promise<void> {
  let received = 0;
  for (const one of files) {
    if ('problem' in one) {
      await terminal.out(`${sentenceOf(one.problem)}\n`);
      continue;
    }
    const { file, encoding, notices, result } = one;
    received += result.accepted + result.updated + result.repaired;
    const said = importCounts
      .filter((c) => c === 'read' || result[c] > 0)
      .map((c) => `${numerals.format(result[c])} ${c}`);
    await terminal.out(`${file}${encoding === null ? '' : ` (${encoding})`}: ${said.join(', ')}\n`);
    for (const n of notices) await terminal.out(`  ${sentenceOf(n)}\n`);
    for (const line of toldRows(result.rows)) await terminal.out(`  ${line}\n`);
    if (result.waiting > 0) {
      const [reports, them] = result.waiting === 1 ? ['report waits', 'it'] : ['reports wait', 'them'];
      await terminal.out(
        `  ${numerals.format(result.waiting)} ${reports} for a person to look at ${them}: on the page, under Review.\n`,
      );
    }
  }
  if (dryRun) await terminal.out('Nothing was stored: this was --dry-run.\n');
  else if (received > 0 && !approved)
    await terminal.out(
      'What is new waits for review. Danger in it is drawn already. Review it on the page, or run this again with --approve.\n',
    );
}

/** Rows of which one and the same is to be said stand in one line; refused rows first, then by how they came. */
export function toldRows(rows: readonly RowReport[]): readonly string[] {
  const kinds = new Map<string, Map<string, RowReport[]>>();
  for (const row of rows) {
    if (row.code === undefined || row.outcome === 'unchanged') continue;
    const { row: _, line: __, ...facts } = row.facts ?? {};
    const kind = `${row.outcome === 'refused' ? '0' : '1'} ${row.outcome} ${row.code}`;
    const alike = kinds.get(kind) ?? new Map<string, RowReport[]>();
    const same = JSON.stringify(facts);
    const before = alike.get(same);
    if (before) before.push(row);
    else alike.set(same, [row]);
    kinds.set(kind, alike);
  }
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, alike]) => {
      const groups = [...alike.values()];
      const untold = groups.slice(TOLD).reduce((n, g) => n + g.length, 0);
      const [first] = groups[0] ?? [];
      const lines = groups.slice(0, TOLD).flatMap((g) => {
        const [row] = g;
        if (row === undefined) return [];
        const others = g.length === 1 ? '' : ` The same of ${rowNumbers(g.slice(1).map((r) => r.row))}.`;
        const sentence = rowSentence(row);
        // most sentences leave it to the reader of a list which row it is
        const named = sentence.startsWith(`Row ${row.row}`) ? '' : `row ${row.row}: `;
        return [`${named}${row.outcome}: ${sentence}${others}`];
      });
      return untold === 0
        ? lines
        : [
            ...lines,
            `… and ${numerals.format(untold)} more ${first?.outcome} likewise; --json tells them all.`,
          ];
    });
}

/** At most ten stretches of rows, as `rows 3–9, 22` */
function rowNumbers(rows: readonly number[]): string {
  const stretches: [number, number][] = [];
  for (const row of rows) {
    const last = stretches.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else stretches.push([row, row]);
  }
  const shown = stretches.slice(0, 10);
  const rest = stretches.slice(10).reduce((n, [from, to]) => n + to - from + 1, 0);
  const said = shown.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
  return `${rows.length === 1 ? 'row' : 'rows'} ${said}${rest === 0 ? '' : ` and ${numerals.format(rest)} more`}`;
}

function rowSentence(row: RowReport): string {
  return sentenceOf({ code: row.code, facts: row.facts ?? {} } as Problem);
}
