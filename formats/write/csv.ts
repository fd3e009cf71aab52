/**
 * CSV (RFC 4180), UTF-8 with a byte order mark so that spreadsheets read it rightly. Text that a spreadsheet would take
 * for a formula gets an apostrophe before it, which reading takes off again. The stamp stands in the last column of every
 * row, because lines of comment above the header break most readers; where there is no row, it stands in its header.
 */
import { type About, type Row, stampLine } from './about.ts';
import { type Plain, tabular } from './tabular.ts';

/** Apostrophes before such a character get one more, so that reading, which takes one off, gives the text back. */
const FORMULA = /^'*[=+\-@\t\r]/u;

export async function* writeCsv(rows: AsyncIterable<Row>, about: About): AsyncGenerator<string> {
  const table = tabular(about);
  const head = (header: readonly string[]): string =>
    `\uFEFF${line(header)}${about.hxl === true ? line(table.hxl) : ''}`;
  let begun = false;
  for await (const row of rows) {
    if (!begun) yield head(table.header);
    begun = true;
    yield line(table.cells(row));
  }
  if (!begun) yield head([...table.header.slice(0, -1), `stamp: ${stampLine(about)}`]);
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
