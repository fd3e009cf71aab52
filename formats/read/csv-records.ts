/**
 * Cuts delimited text into records as RFC 4180 says, and goes on behind every fault: one record, one row of the file.
 * Written here rather than taken from a library, because each library tried either stops at the first broken quote or
 * leaves the record out without a word, and because a file with mixed line ends must not run two rows together.
 */
import type { Problem } from '@tilth/domain/problem';
import { LARGEST_ROW } from './table.ts';

export interface CsvRecord {
  readonly row: number;
  /** line on which it begins, 1-based; differs from `row` behind quoted line ends */
  readonly line: number;
  readonly cells: readonly string[];
  /** the file ends in this record, without a line end */
  readonly unended?: true;
  readonly problem?: Problem;
}

export interface CsvShape {
  readonly delimiter: string;
  /** old files end lines with a lone carriage return; only then does one end a record */
  readonly lone_cr: boolean;
}

/** What the first rows tell of a file. */
export interface FoundShape extends CsvShape {
  /** cells that most rows have */
  readonly width: number;
  /** the first line is no row: it says the delimiter (`sep=;`), as spreadsheets write it */
  readonly said: boolean;
}

type State = 'start' | 'plain' | 'quoted' | 'closed';

/**
 * Records of the text, in order, blank lines left out but counted in `row`. Faults: `row-too-large`,
 * `csv-quote-not-closed` (all text to the end of the file is in that record), `csv-quote-misplaced`.
 */
export async function* csvRecords(
  text: AsyncIterable<string>,
  shape: CsvShape,
  largest: number = LARGEST_ROW,
): AsyncGenerator<CsvRecord> {
  const { delimiter, lone_cr } = shape;
  const plainEnd = lone_cr
    ? new RegExp(`[${inClass(delimiter)}\\n\\r]`, 'g')
    : new RegExp(`[${inClass(delimiter)}\\n]`, 'g');
  let state: State = 'start';
  let cells: string[] = [];
  let field = '';
  let size = 0;
  let row = 1;
  let line = 1;
  let began = 1;
  let fault: Problem | undefined;
  let tooLarge = false;
  let carried = '';

  const take = (part: string): void => {
    size += part.length;
    if (size > largest) {
      tooLarge = true;
      cells = [];
      field = '';
    } else field += part;
  };
  const endField = (): void => {
    if (!tooLarge) cells.push(field);
    field = '';
    size += 1;
    state = 'start';
  };
  const endRecord = (): CsvRecord | null => {
    if (!lone_cr && state === 'plain' && field.endsWith('\r')) field = field.slice(0, -1);
    const blank = cells.length === 0 && field === '' && (state === 'start' || state === 'plain') && !tooLarge;
    endField();
    const problem: Problem | undefined = tooLarge
      ? { code: 'row-too-large', facts: { row, limit: largest } }
      : fault;
    const record: CsvRecord = { row, line: began, cells: tooLarge ? [] : cells, ...(problem && { problem }) };
    cells = [];
    size = 0;
    fault = undefined;
    tooLarge = false;
    row++;
    began = line;
    return blank ? null : record;
  };

  const walk = function* (s: string): Generator<CsvRecord> {
    let i = 0;
    while (i < s.length) {
      if (state === 'quoted') {
        const close = s.indexOf('"', i);
        const end = close < 0 ? s.length : close;
        const part = s.slice(i, end);
        line += newlines(part);
        take(part);
        i = end + 1;
        if (close >= 0) state = 'closed';
        continue;
      }
      const c = s[i]!;
      if (state === 'start' && c === '"') {
        state = 'quoted';
        i++;
        continue;
      }
      if (state === 'closed') {
        if (c === '"') {
          take('"');
          state = 'quoted';
          i++;
          continue;
        }
        if (c === '\r' && s[i + 1] === '\n') {
          i++;
          continue;
        }
        if (c !== delimiter && c !== '\n' && !(lone_cr && c === '\r')) {
          if (c !== ' ')
            fault = { code: 'csv-quote-misplaced', facts: { row, line, cell: cells.length + 1 } };
          i++;
          continue;
        }
      }
      if (c === delimiter) {
        endField();
        i++;
        continue;
      }
      if (c === '\n' || (lone_cr && c === '\r')) {
        line++;
        const record = endRecord();
        if (record) yield record;
        i++;
        continue;
      }
      plainEnd.lastIndex = i;
      const end = plainEnd.exec(s)?.index ?? s.length;
      take(s.slice(i, end));
      state = 'plain';
      i = end;
    }
  };

  for await (const piece of text) {
    // what follows a carriage return decides what it means: keep it for the next piece
    let s = carried + piece;
    carried = s.endsWith('\r') ? '\r' : '';
    if (carried !== '') s = s.slice(0, -1);
    yield* walk(s);
  }
  yield* walk(carried);
  const left = state as State;
  if (left === 'quoted') {
    fault = { code: 'csv-quote-not-closed', facts: { row, line: began } };
  }
  if (left !== 'start' || cells.length > 0) {
    const last = endRecord();
    if (last) yield { ...last, unended: true };
  }
}

function inClass(delimiter: string): string {
  return delimiter === '\t' ? '\\t' : `\\${delimiter}`;
}

function newlines(s: string): number {
  let n = 0;
  for (let i = s.indexOf('\n'); i >= 0; i = s.indexOf('\n', i + 1)) n++;
  return n;
}

/** The delimiter that cuts the sample's first rows into the most, and mostly equally many, cells. */
export function findShape(sample: string): FoundShape {
  const lone_cr = !sample.includes('\n') && sample.includes('\r');
  const newline = lone_cr ? '\r' : '\n';
  const said = /^"?sep=([^\r\n"])"?\r?\n/iu.exec(sample)?.[1];
  if (said !== undefined) {
    const rest = sample.slice(sample.indexOf('\n') + 1);
    return { delimiter: said, lone_cr, width: usual(cellsPerRow(rest, said, newline)).width, said: true };
  }
  const found = [',', ';', '\t', '|'].map((delimiter) => {
    const counts = cellsPerRow(sample, delimiter, newline);
    return { delimiter, counts, ...usual(counts) };
  });
  // the column names are cut like the rows, and before them; a decimal comma cuts rows only
  let best = { delimiter: ',', score: 0, width: 1, first: Number.POSITIVE_INFINITY };
  for (const { delimiter, counts, width, share } of found) {
    if (width < 2) continue;
    const score = share * share * width;
    const first = counts.indexOf(width);
    if (first < best.first || (first === best.first && score > best.score))
      best = { delimiter, score, width, first };
  }
  return { delimiter: best.delimiter, lone_cr, width: best.width, said: false };
}

/** The number of cells that most rows have, and how many of them do; of equally common ones the first. */
function usual(counts: readonly number[]): { readonly width: number; readonly share: number } {
  const rows = new Map<number, number>();
  for (const n of counts) rows.set(n, (rows.get(n) ?? 0) + 1);
  const [width, times] = [...rows].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
  return { width, share: times / counts.length };
}

function cellsPerRow(sample: string, delimiter: string, newline: string): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let filled = false;
  for (const c of sample) {
    if (c === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (c === delimiter) cells++;
    else if (c === newline) {
      if (filled || cells > 1) counts.push(cells);
      cells = 1;
      filled = false;
      if (counts.length >= 50) return counts;
    } else if (c !== '\r') filled = true;
  }
  if (counts.length === 0) counts.push(cells);
  return counts;
}
