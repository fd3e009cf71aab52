/**
 * Delimited text: comma, semicolon, tab or bar; quoted cells may hold line ends. A header row is required. What
 * spreadsheets put around text so that it stays text is taken off again: `="007"`, and an apostrophe before what would be
 * a formula (our own export writes it too). Rows without anything in any cell are no rows, as in a workbook.
 */
import { type Problem, Refusal } from '@tilth/domain/problem';
import { type CsvRecord, csvRecords, findShape } from './csv-records.ts';
import { decoded, findEncoding } from './encoding.ts';
import { doubleEncoded, headed, headerOf, tableRow } from './header.ts';
import type { SourceRow, Table } from './table.ts';

export interface CsvOptions {
  readonly encoding?: string;
  /** row of the column names, 1-based; default: the first row that is not blank */
  readonly header_row?: number;
  readonly delimiter?: string;
}

const SAMPLE = 1 << 16;

/** Opens a delimited text file. Throws Refusal when there is no header to read by: `file-empty`, `header-missing`, `encoding-unknown`. */
export async function openCsv(path: string, options: CsvOptions = {}): Promise<Table> {
  const encoding = await findEncoding(path, options.encoding);
  const found = findShape(await sample(decoded(path, encoding)));
  const shape = options.delimiter === undefined ? found : { ...found, delimiter: options.delimiter };
  const all = filledRecords(csvRecords(decoded(path, encoding), shape), shape.said);
  const wanted = options.header_row;
  const found_head = await headed(all, wanted, (r) =>
    r.problem || shape.width < 2 ? 2 : r.cells.filter((c) => c.trim() !== '').length,
  );
  if (found_head === undefined) {
    await all.return(undefined);
    throw new Refusal({ code: 'header-missing', facts: { row: wanted ?? 1 } });
  }
  const { head, rows: records } = found_head;
  if (head.problem) {
    await records.return(undefined);
    throw new Refusal(head.problem);
  }
  const second = await records.next();
  const header = headerOf(head.cells, head.row, second.done ? undefined : second.value.cells);
  const notices = [...encoding.notices, ...found_head.notices, ...header.notices];
  if (second.done) notices.push({ code: 'rows-missing', facts: {} });
  async function* rows(): AsyncGenerator<SourceRow> {
    try {
      let next = header.taggedBy === 'second' ? await records.next() : second;
      for (; !next.done; next = await records.next()) {
        const { row, line, cells, unended } = next.value;
        const problem = next.value.problem ?? (unended && cutOff(row, line, cells, header.names));
        if (problem) yield { row, values: {}, problem };
        else yield doubleEncoded(tableRow(header.names, cells.map(meant), row, line, encoding.broken));
      }
    } finally {
      await records.return(undefined);
    }
  }
  return {
    format: 'csv',
    encoding: encoding.name,
    columns: header.names,
    hxl: header.hxl,
    sheets: [],
    crs: null,
    rows: rows(),
    notices,
    close: async () => {
      await records.return(undefined);
    },
  };
}

/** Records that hold anything, without the line by which spreadsheets say the delimiter. */
async function* filledRecords(records: AsyncGenerator<CsvRecord>, said: boolean): AsyncGenerator<CsvRecord> {
  for await (const record of records) {
    if (said && record.row === 1) continue;
    if (record.problem !== undefined || record.cells.some((c) => c !== '')) yield record;
  }
}

/** A cell without what keeps a spreadsheet from taking it for a number or a formula. */
function meant(cell: string): string {
  const first = cell.charCodeAt(0);
  if (first === 0x3d) return /^="([^"]*)"$/u.exec(cell)?.[1] ?? cell;
  return first === 0x27 && /^'+[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell;
}

/** A last row that lacks cells and a line end was cut off: its last cell may be half of what stood there. */
function cutOff(
  row: number,
  line: number,
  cells: readonly string[],
  names: readonly string[],
): Problem | undefined {
  const [expected, got] = [names.length, cells.length];
  return got < expected ? { code: 'row-cut-off', facts: { row, line, expected, got } } : undefined;
}

async function sample(text: AsyncGenerator<string>): Promise<string> {
  let taken = '';
  for await (const piece of text) {
    taken += piece;
    if (taken.length >= SAMPLE) break;
  }
  return taken.slice(0, SAMPLE);
}
