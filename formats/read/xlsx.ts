/**
 * XLSX (ECMA-376) as a stream of rows: dates by their number format, formulas as the value stored with them, merged cells
 * filled, one sheet of several. Written on an XML parser and a ZIP reader, because the library at hand passes over merged
 * cells and errors, needs two hundred packages and was last released in 2023.
 */
import { type Problem, problem, Refusal } from '@tilth/domain/problem';
import { openArchive } from './archive.ts';
import { doubleEncoded, headerOf, tableRow } from './header.ts';
import { type Cell, LARGEST_ROW, type SourceRow, type Table } from './table.ts';
import {
  columnOf,
  mergedRanges,
  type Range,
  readWorkbook,
  texts,
  unescaped,
  type Workbook,
  xmlWalker,
} from './xlsx-parts.ts';

export interface XlsxOptions {
  readonly sheet?: string;
  /** 1-based; default: the first row with two filled cells, else the first filled row */
  readonly header_row?: number;
}

const MOST_COLUMNS = 16_384;

interface RawRow {
  readonly row: number;
  readonly cells: (Cell | undefined)[];
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
    const merged = await mergedRanges(await archive.open(sheet.part));
    const raw = filled(rawRows(texts(await archive.open(sheet.part)), book), merged);
    const head = await headRow(raw, options.header_row);
    if (head === undefined) {
      throw new Refusal(problem('header-missing', { row: options.header_row ?? 1 }));
    }
    const second = await raw.next();
    const header = headerOf(
      padded(head.cells),
      head.row,
      second.done ? undefined : padded(second.value.cells),
    );
    const notices = [...header.notices];
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

async function headRow(raw: AsyncGenerator<RawRow>, wanted: number | undefined): Promise<RawRow | undefined> {
  for (let next = await raw.next(); !next.done; next = await raw.next()) {
    const { row, cells } = next.value;
    if (wanted === undefined ? cells.filter((c) => isFilled(c)).length > 1 : row >= wanted) {
      return wanted === undefined || row === wanted ? next.value : undefined;
    }
  }
  return undefined;
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
        this.row = a.r === undefined ? this.row + 1 : Number(a.r);
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
      if (tooLarge || this.cells.some(isFilled)) {
        this.done.push({ row: this.row, cells: tooLarge ? [] : this.cells, notices: this.notices, tooLarge });
      }
    }
  }

  private endCell(): void {
    if (this.column < 1 || this.column > MOST_COLUMNS) return;
    if (this.value === null) {
      if (this.formula) this.notice('cell-formula-unread');
      return;
    }
    if (this.type === 'e') {
      this.notices.push(
        problem('cell-error', { row: this.row, column: this.column, error: this.value.slice(0, 20) }),
      );
      return;
    }
    this.cells[this.column - 1] = this.read(this.value);
  }

  private notice(code: 'cell-formula-unread'): void {
    this.notices.push(problem(code, { row: this.row, column: this.column }));
  }

  private read(text: string): Cell {
    switch (this.type) {
      case 's': {
        const shared = this.book.texts[Number(text)] ?? null;
        // a shared text is held once but counts for each row that shows it
        this.size += shared?.length ?? 0;
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
        return this.book.dates[this.style] ? dateText(n, this.book.from_1904) : n;
      }
    }
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

/** Gives each cell of a merged range the value of its first. */
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
      for (let c = range.left; c <= Math.min(range.right, MOST_COLUMNS); c++) raw.cells[c - 1] ??= value;
    }
    yield raw;
  }
}
