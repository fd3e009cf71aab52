/**
 * XLSX (ECMA-376) as a stream of rows: dates by their number format, formulas as the value stored with them, merged cells
 * filled downwards, one sheet of several. Written on an XML parser and a ZIP reader, because the library at hand passes over merged
 * cells and errors, needs two hundred packages and was last released in 2023.
 */
import { type Problem, problem, Refusal } from '@tilth/domain/problem';
import { openArchive } from './archive.ts';
import { doubleEncoded, headed, headerOf, tableRow } from './header.ts';
import { type Cell, LARGEST_ROW, type SourceRow, type Table } from './table.ts';
import {
  columnOf,
  lookThrough,
  type Range,
  readWorkbook,
  type Shows,
  texts,
  unescaped,
  type Workbook,
  xmlWalker,
} from './xlsx-parts.ts';

export interface XlsxOptions {
  readonly sheet?: string;
  /** 1-based; default: the first row with two filled cells (and, under merged ones, the row they end in), else the first filled row */
  readonly header_row?: number;
}

const MOST_COLUMNS = 16_384;
/** rows that column names may be merged over */
const MOST_TIERS = 4;
/** columns that one name may be merged over */
const WIDEST_NAME = 256;

interface RawRow {
  readonly row: number;
  readonly cells: (Cell | undefined)[];
  /** cells filled by themselves, not by a merged range */
  readonly own: number;
  readonly notices: Problem[];
  readonly tooLarge: boolean;
}

/** Opens a workbook. Throws Refusal `archive-…`, `file-broken`, `sheet-unknown`, `header-missing`. */
export async function openXlsx(path: string, options: XlsxOptions = {}): Promise<Table> {
  const archive = await openArchive(path);
  try {
    const book = await readWorkbook(archive);
    const names = book.sheets.map((s) => s.name);
    const sheet =
      options.sheet === undefined
        ? (book.sheets.find((s) => !s.hidden) ?? book.sheets[0])
        : book.sheets.find((s) => s.name === options.sheet);
    if (sheet === undefined)
      throw new Refusal(problem('sheet-unknown', { sheet: options.sheet ?? '', sheets: names }));
    const { merged, hidden } = await lookThrough(await archive.open(sheet.part));
    const all = filled(rawRows(texts(await archive.open(sheet.part)), book), merged);
    const found = await headed(all, options.header_row, (r) => r.own);
    if (found === undefined) {
      throw new Refusal(problem('header-missing', { row: options.header_row ?? 1 }));
    }
    const { rows: raw } = found;
    const head = options.header_row === undefined ? await lowest(found.head, raw, merged) : found.head;
    const second = await raw.next();
    const header = headerOf(
      namesOver(head, merged),
      head.row,
      second.done ? undefined : padded(second.value.cells),
    );
    const notices = [...found.notices, ...header.notices];
    if (hidden > 0) notices.push(problem('rows-hidden', { sheet: sheet.name, rows: hidden }));
    if (names.length > 1 && options.sheet === undefined) {
      notices.push(
        problem('sheet-chosen', { sheet: sheet.name, sheets: names.filter((n) => n !== sheet.name) }),
      );
    }
    if (merged.length > 0)
      notices.push(problem('cells-merged', { sheet: sheet.name, ranges: merged.length }));
    if (second.done) notices.push(problem('rows-missing'));
    async function* rows(): AsyncGenerator<SourceRow> {
      try {
        let next = header.taggedBy === 'second' ? await raw.next() : second;
        for (; !next.done; next = await raw.next()) yield sourceRow(next.value, header.names, sheet!.name);
      } finally {
        archive.close();
      }
    }
    return {
      format: 'xlsx',
      encoding: null,
      columns: header.names,
      hxl: header.hxl,
      sheets: names,
      crs: null,
      rows: rows(),
      notices,
      close: async () => {
        await raw.return(undefined);
        archive.close();
      },
    };
  } catch (e) {
    archive.close();
    throw e;
  }
}

/** The cells of the header; a name merged over several columns names them all. */
function namesOver(head: RawRow, merged: readonly Range[]): Cell[] {
  const cells = padded(head.cells);
  for (const { top, bottom, left, right } of merged) {
    if (top > head.row || bottom < head.row) continue;
    const last = Math.min(right, left + WIDEST_NAME - 1);
    for (let c = left + 1; c <= last; c++)
      if (!isFilled(cells[c - 1])) cells[c - 1] = cells[left - 1] ?? null;
  }
  return Array.from(cells, (c) => c ?? null);
}

/** Column names in two tiers are merged downwards where there is one: the lowest row of them is the header. */
async function lowest(head: RawRow, rows: AsyncGenerator<RawRow>, merged: readonly Range[]): Promise<RawRow> {
  // a range that goes further down is no part of a header: it would take rows of data for one
  const tiers = merged.filter((r) => r.top === head.row && r.bottom < head.row + MOST_TIERS);
  const bottom = tiers.reduce((lowest, r) => Math.max(lowest, r.bottom), 0);
  let last = head;
  while (last.row < bottom) {
    const next = await rows.next();
    if (next.done) break;
    last = next.value;
  }
  return last;
}

function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && cell !== null && cell !== '';
}

function padded(cells: readonly (Cell | undefined)[]): Cell[] {
  return Array.from(cells, (c) => c ?? null);
}

function sourceRow(raw: RawRow, names: readonly string[], sheet: string): SourceRow {
  const { row, cells, notices, tooLarge } = raw;
  if (tooLarge)
    return { row, sheet, values: {}, problem: problem('row-too-large', { row, limit: LARGEST_ROW }) };
  const source = doubleEncoded(tableRow(names, padded(cells), row, row, false, sheet));
  if (notices.length === 0 || source.problem) return source;
  const named = notices.map((n) => ({
    code: n.code,
    facts: { ...n.facts, column: names[Number(n.facts.column) - 1] ?? String(n.facts.column) },
  }));
  return { ...source, notices: [...(source.notices ?? []), ...named] };
}

/** Rows of the sheet that hold anything, as they stand. */
async function* rawRows(pieces: AsyncGenerator<string>, book: Workbook): AsyncGenerator<RawRow> {
  const reader = new SheetReader(book);
  const walker = xmlWalker({
    open: (name, a) => reader.open(name, a),
    close: (name) => reader.close(name),
    text: (t) => reader.text(t),
  });
  for await (const piece of pieces) {
    walker.write(piece);
    yield* reader.take();
  }
  walker.end();
  yield* reader.take();
}

class SheetReader {
  private readonly book: Workbook;
  private done: RawRow[] = [];
  private row = 0;
  private column = 0;
  private cells: (Cell | undefined)[] = [];
  private notices: Problem[] = [];
  private size = 0;
  private type = 'n';
  private style = 0;
  private value: string | null = null;
  private formula = false;
  private reading = false;

  constructor(book: Workbook) {
    this.book = book;
  }

  take(): RawRow[] {
    const rows = this.done;
    this.done = [];
    return rows;
  }

  open(name: string, a: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row':
        // numbers only go up; what is no number, or one a second time, is the next row
        this.row = Number.isInteger(Number(a.r)) && Number(a.r) > this.row ? Number(a.r) : this.row + 1;
        this.cells = [];
        this.notices = [];
        this.size = 0;
        this.column = 0;
        break;
      case 'c': {
        const letters = /^[A-Z]+/u.exec(a.r ?? '')?.[0];
        this.column = letters === undefined ? this.column + 1 : columnOf(letters);
        this.type = a.t ?? 'n';
        this.style = Number(a.s ?? 0);
        this.value = null;
        this.formula = false;
        break;
      }
      case 'f':
        this.formula = true;
        break;
      case 'v':
      case 't':
        this.reading = true;
        this.value ??= '';
        break;
    }
  }

  text(t: string): void {
    if (!this.reading) return;
    this.size += t.length;
    if (this.size <= LARGEST_ROW) this.value = (this.value ?? '') + t;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.reading = false;
    else if (name === 'c') this.endCell();
    else if (name === 'row') {
      const tooLarge = this.size > LARGEST_ROW;
      const own = this.cells.filter(isFilled).length;
      if (tooLarge || own > 0 || this.notices.length > 0) {
        const cells = tooLarge ? [] : this.cells;
        this.done.push({ row: this.row, cells, own, notices: this.notices, tooLarge });
      }
    }
  }

  private endCell(): void {
    if (this.column < 1 || this.column > MOST_COLUMNS) {
      const why = `row ${this.row} has a cell beyond the last column`;
      throw new Refusal(problem('file-broken', { format: 'xlsx', why }));
    }
    const at = { row: this.row, column: this.column };
    // a program that works nothing out leaves the value of a formula empty
    if (this.value === null || (this.value === '' && this.type !== 'str' && this.formula)) {
      if (this.formula) this.notices.push(problem('cell-formula-unread', at));
      return;
    }
    if (this.type === 'e') {
      const error = /^#[A-Z0-9/?!_]{2,20}$/u.test(this.value) ? this.value : '#';
      this.notices.push(problem('cell-error', { ...at, error }));
      return;
    }
    this.cells[this.column - 1] = this.read(this.value);
  }

  private read(text: string): Cell {
    switch (this.type) {
      case 's': {
        const shared = this.book.texts[Number(text)];
        if (shared === undefined) {
          const why = `row ${this.row} shows a text that is not in it`;
          throw new Refusal(problem('file-broken', { format: 'xlsx', why }));
        }
        // a shared text is held once but counts for each row that shows it
        this.size += shared.length;
        return shared;
      }
      case 'b':
        return text.trim() === '1' || text.trim() === 'true';
      case 'str':
      case 'inlineStr':
      case 'd':
        return unescaped(text);
      default: {
        const n = Number(text);
        if (text.trim() === '' || !Number.isFinite(n)) return text;
        return shownAs(n, this.book.shows[this.style] ?? null, this.book.from_1904);
      }
    }
  }
}

/** A number as its format shows it: 0.45 under `0%` is "45%", 1.25 under `[h]:mm` is 30 hours. */
function shownAs(n: number, shows: Shows, from_1904: boolean): Cell {
  switch (shows) {
    case null:
      return n;
    case 'percent':
      return `${Number((n * 100).toPrecision(15))}%`;
    case 'elapsed':
      return n < 0 ? n : clock(Math.round(n * 86_400));
    case 'time':
      return n >= 0 && n < 1 ? clock(Math.round(n * 86_400)) : dateText(n, from_1904);
    case 'date':
      return dateText(n, from_1904);
  }
}

/** A day number of Excel as ISO 8601: a date, a date with time, or a time alone (below one day). */
export function dateText(serial: number, from_1904: boolean): Cell {
  if (serial < 0 || serial > 2_958_466) return serial;
  const seconds = Math.round(serial * 86_400);
  if (seconds < 86_400 && !from_1904) return clock(seconds);
  // Excel has a 29 February 1900 that never was (day 60): the days before it count one less
  const epoch = from_1904 ? 24_107 : serial < 60 ? 25_568 : 25_569;
  const date = new Date((Math.floor(seconds / 86_400) - epoch) * 86_400_000).toISOString().slice(0, 10);
  const rest = seconds % 86_400;
  return rest === 0 ? date : `${date}T${clock(rest)}`;
}

function clock(seconds: number): string {
  const part = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  return `${part(seconds / 3600)}:${part((seconds / 60) % 60)}:${part(seconds % 60)}`;
}

/**
 * Gives the first column of a merged range its value in every row it reaches down to. Not the columns beside it: one
 * value drawn over two columns is said of one of them, and the other would get an id for a longitude.
 */
async function* filled(rows: AsyncGenerator<RawRow>, merged: readonly Range[]): AsyncGenerator<RawRow> {
  if (merged.length === 0) {
    yield* rows;
    return;
  }
  const waiting = [...merged].sort((a, b) => a.top - b.top);
  let active: { range: Range; value: Cell | undefined }[] = [];
  for await (const raw of rows) {
    active = active.filter(({ range }) => range.bottom >= raw.row);
    while (waiting[0] !== undefined && waiting[0].top <= raw.row) {
      const range = waiting.shift()!;
      if (range.bottom >= raw.row)
        active.push({ range, value: range.top === raw.row ? raw.cells[range.left - 1] : undefined });
    }
    for (const { range, value } of active) {
      if (value === undefined) continue;
      raw.cells[range.left - 1] ??= value;
    }
    yield raw;
  }
}
