/**
 * CSV (RFC 4180), UTF-8 with a byte order mark so that spreadsheets read it rightly. Text that a spreadsheet would take
 * for a formula gets an apostrophe before it. The stamp stands in the last column of every row, because lines of comment
 * above the header break most readers.
 */
import type { About, Row } from './about.ts';
import { type Plain, tabular } from './tabular.ts';

const FORMULA = /^[=+\-@\t\r]/u;

export async function* writeCsv(rows: AsyncIterable<Row>, about: About): AsyncGenerator<string> {
  const table = tabular(about);
  yield `\uFEFF${line(table.header)}`;
  if (about.hxl === true) yield line(table.hxl);
  for await (const row of rows) yield line(table.cells(row));
}

function line(cells: readonly Plain[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** One cell as it stands in the file. */
export function csvCell(value: Plain): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n;\t|]|^\s|\s$/u.test(safe) ? `"${safe.replace(/"/gu, '""')}"` : safe;
}
