/** Header and cells of a table: column names, a row of HXL tags, ragged rows, text that can't be stored. */
import { type Problem, Refusal } from '@tilth/domain/problem';
import { undoubled } from './encoding.ts';
import { type Cell, columnNames, isText, type SourceRow } from './table.ts';

export interface Header {
  readonly names: readonly string[];
  readonly hxl: Readonly<Record<string, string>>;
  /** the row under the header is a row of HXL tags, not data */
  readonly taggedBy: 'second' | 'none';
  readonly notices: readonly Problem[];
}

/**
 * HXL 1.1: the row under the header holds only tags (`#adm1 +name`) and blanks, and at least one tag. Throws Refusal
 * `column-not-text` for a name that can't be stored.
 */
export function headerOf(header: readonly Cell[], row: number, second: readonly Cell[] | undefined): Header {
  const { names, notices } = columnNames(
    header.map((c) => (c === null ? '' : String(c))),
    row,
  );
  if (!names.every(isText)) throw new Refusal({ code: 'column-not-text', facts: { row } });
  const tags = (second ?? []).map((c) => (c === null ? '' : String(c).trim()));
  const tagged =
    tags.some((t) => t !== '') &&
    tags.every((t) => t === '' || /^#[a-z][a-z0-9_]*(\s*\+[a-z][a-z0-9_]*)*$/iu.test(t));
  const hxl: Record<string, string> = {};
  if (tagged) for (const [i, name] of names.entries()) if (tags[i]) hxl[name] = tags[i];
  return { names, hxl, taggedBy: tagged ? 'second' : 'none', notices };
}

/** Rows looked through for column names. */
const LOOKED = 50;

/**
 * The row of the column names and the rows behind it. Row `wanted`, where it is said; else the first row that names more
 * than one column, because titles stand in one cell above; else the first. Undefined: there is no such row. A row below
 * others is named: `header-below`.
 */
export async function headed<R extends { readonly row: number }>(
  rows: AsyncGenerator<R>,
  wanted: number | undefined,
  names: (row: R) => number,
): Promise<{ readonly head: R; readonly rows: AsyncGenerator<R>; readonly notices: Problem[] } | undefined> {
  const held: R[] = [];
  while (held.length < LOOKED || wanted !== undefined) {
    const next = await rows.next();
    if (next.done) break;
    const row = next.value;
    if (wanted !== undefined && row.row >= wanted)
      return row.row === wanted ? { head: row, rows, notices: [] } : undefined;
    if (wanted !== undefined) continue;
    if (names(row) > 1) {
      const above = held.length;
      const notices: Problem[] =
        above > 0 ? [{ code: 'header-below', facts: { row: row.row, rows: above } }] : [];
      return { head: row, rows, notices };
    }
    held.push(row);
  }
  const [head, ...rest] = held;
  return head && { head, rows: chained(rest, rows), notices: [] };
}

async function* chained<R>(first: readonly R[], rest: AsyncGenerator<R>): AsyncGenerator<R> {
  try {
    yield* first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/**
 * A row of cells by column name. More filled cells than columns: refused, because cells may have slipped. Fewer: the
 * rest is empty, with a notice. `broken`: U+FFFD in the text means bytes that were not text.
 */
export function tableRow(
  names: readonly string[],
  cells: readonly Cell[],
  row: number,
  line: number,
  broken: boolean,
  sheet?: string,
): SourceRow {
  const at = { row, ...(sheet !== undefined && { sheet }) };
  let filled = cells.length;
  while (filled > 0 && (cells[filled - 1] === '' || cells[filled - 1] === null)) filled--;
  if (filled > names.length) {
    return {
      ...at,
      values: {},
      problem: { code: 'row-too-long', facts: { row, line, expected: names.length, got: filled } },
    };
  }
  const values: Record<string, Cell> = Object.create(null);
  let problem: Problem | undefined;
  for (const [i, name] of names.entries()) {
    const cell = cells[i] ?? null;
    if (typeof cell === 'string') {
      if (!isText(cell)) problem ??= { code: 'cell-not-text', facts: { row, column: name } };
      else if (broken && cell.includes('\uFFFD')) {
        problem ??= { code: 'cell-broken-encoding', facts: { row, column: name } };
      }
    }
    values[name] = cell === '' ? null : cell;
  }
  const notices: Problem[] =
    cells.length < names.length && sheet === undefined
      ? [{ code: 'row-short', facts: { row, line, expected: names.length, got: cells.length } }]
      : [];
  if (problem) return { ...at, values: {}, problem };
  return { ...at, values, ...(notices.length > 0 && { notices }) };
}

/** Adds a notice for each cell whose text is double-encoded UTF-8. The text stays as it is: a mapping may put it right. */
export function doubleEncoded(source: SourceRow): SourceRow {
  let found: Problem[] | undefined;
  for (const [column, cell] of Object.entries(source.values)) {
    if (typeof cell === 'string' && undoubled(cell) !== null) {
      found ??= [...(source.notices ?? [])];
      found.push({ code: 'text-double-encoded', facts: { row: source.row, column } });
    }
  }
  return found ? { ...source, notices: found } : source;
}
