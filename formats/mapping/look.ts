/**
 * Looks a whole file through before anybody says what it means: its columns with examples and counts, its words as far as they
 * repeat, its geometries. Nothing is stored, and what is found is for the eyes of who brought the file: it holds their cells.
 */
import type { Problem } from '@tilth/domain/problem';
import type { Cell, Table } from '../read/table.ts';
import { textOf } from './cells.ts';
import { readNumber, styleOf } from './numbers.ts';

export interface Word {
  readonly word: string;
  readonly rows: number;
}

export interface LookedColumn {
  readonly name: string;
  readonly hxl?: string;
  /** rows in which it holds something */
  readonly filled: number;
  /** of them, those that read as a number */
  readonly numbers: number;
  /** different words, at most `MOST_WORDS` + 1: more are not counted */
  readonly different: number;
  /** the words, commonest first; of a column with more than `MOST_WORDS` different ones the first met */
  readonly words: readonly Word[];
  readonly longest: number;
}

export interface Look {
  readonly format: string;
  readonly encoding: string | null;
  readonly sheets: readonly string[];
  readonly crs: string | null;
  /** rows read, those that can't be taken with them */
  readonly rows: number;
  readonly columns: readonly LookedColumn[];
  /** type of geometry → rows; `none` for rows without; empty where the format knows no geometry */
  readonly geometries: Readonly<Record<string, number>>;
  /** what was found in rows that can be taken: problem code → rows */
  readonly found: Readonly<Record<string, number>>;
  /** about the file as a whole */
  readonly notices: readonly Problem[];
  /** rows that can't be taken, and why: the first of them, and how many there are */
  readonly broken: { readonly rows: number; readonly first: readonly Problem[] };
}

/** Different words of one column that are counted: enough for every list of codes. */
export const MOST_WORDS = 400;
const BROKEN_SHOWN = 20;
const CUT = 200;

interface Counting {
  filled: number;
  numbers: number;
  longest: number;
  readonly words: Map<string, number>;
  more: boolean;
}

/** Walks all rows and closes the table. `progress` is told now and then how many were read. */
export async function lookAt(table: Table, progress: (rows: number) => void = () => {}): Promise<Look> {
  const counted = new Map(
    table.columns.map((c): [string, Counting] => [
      c,
      { filled: 0, numbers: 0, longest: 0, words: new Map(), more: false },
    ]),
  );
  const geometries: Record<string, number> = {};
  const found: Record<string, number> = {};
  const first: Problem[] = [];
  let rows = 0;
  let broken = 0;
  try {
    for await (const { values, geometry, problem, notices = [] } of table.rows) {
      rows++;
      if (rows % 500 === 0) progress(rows);
      if (problem) {
        broken++;
        if (first.length < BROKEN_SHOWN) first.push(problem);
        continue;
      }
      for (const code of new Set(notices.map((n) => n.code))) found[code] = (found[code] ?? 0) + 1;
      for (const [column, counting] of counted) count(counting, values[column]);
      if (geometry !== undefined) {
        const type = typeOf(geometry);
        geometries[type] = (geometries[type] ?? 0) + 1;
      }
    }
  } finally {
    await table.close();
  }
  progress(rows);
  return {
    format: table.format,
    encoding: table.encoding,
    sheets: table.sheets,
    crs: table.crs,
    rows,
    columns: [...counted].map(([name, c]) => lookedColumn(name, c, table.hxl[name])),
    geometries,
    found,
    notices: table.notices,
    broken: { rows: broken, first },
  };
}

function count(counting: Counting, cell: Cell | undefined): void {
  const text = textOf(cell);
  if (text === '') return;
  counting.filled++;
  if (isNumber(text, cell)) counting.numbers++;
  counting.longest = Math.max(counting.longest, text.length);
  const word = text.length > CUT ? `${text.slice(0, CUT).toWellFormed()}…` : text;
  const before = counting.words.get(word);
  if (before !== undefined) counting.words.set(word, before + 1);
  else if (counting.words.size < MOST_WORDS) counting.words.set(word, 1);
  else counting.more = true;
}

/** Whichever sign stands before the decimals. */
function isNumber(text: string, cell: Cell | undefined): boolean {
  const styles = [styleOf(cell, {}), styleOf(cell, { decimal: ',' })];
  return styles.some((style) => readNumber(text, style, false) !== null);
}

function lookedColumn(name: string, { filled, numbers, longest, words, more }: Counting, hxl?: string) {
  return {
    name,
    ...(hxl !== undefined && { hxl }),
    filled,
    numbers,
    different: more ? MOST_WORDS + 1 : words.size,
    words: [...words].map(([word, rows]) => ({ word, rows })).sort((a, b) => b.rows - a.rows),
    longest,
  };
}

function typeOf(geometry: unknown): string {
  if (geometry === null) return 'none';
  if (typeof geometry !== 'object' || !('type' in geometry)) return 'unreadable';
  return typeof geometry.type === 'string' && /^[A-Za-z]{4,20}$/u.test(geometry.type)
    ? geometry.type
    : 'unreadable';
}
