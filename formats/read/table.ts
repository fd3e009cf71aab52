/** What a reader hands on: a table of rows, whatever the file was. Every row of the source appears, the broken ones too. */
import type { Problem } from '@tilth/domain/problem';

/** Largest row, record or feature read into memory. One that is larger is refused, and reading goes on behind it. */
export const LARGEST_ROW = 10 * 1024 * 1024;

export type Cell = string | number | boolean | null;

export interface SourceRow {
  /** tables: 1-based as in the file, header and blank rows counted; features: place in the file + 1 */
  readonly row: number;
  readonly sheet?: string;
  readonly values: Readonly<Record<string, Cell>>;
  /** as read: GeoJSON-shaped but unchecked; null: the feature has none; undefined: the format knows no geometry */
  readonly geometry?: unknown;
  /** the row can't be taken: why */
  readonly problem?: Problem;
  /** worth a look; the row is taken as it is */
  readonly notices?: readonly Problem[];
}

export interface Table {
  /** name of the format, as in `--format`: csv, xlsx, geojson, gpkg, shp, kml … */
  readonly format: string;
  /** name of the encoding found; null where the format has none of its own */
  readonly encoding: string | null;
  readonly columns: readonly string[];
  /** HXL tags by column, where the file carries a row of them under its header */
  readonly hxl: Readonly<Record<string, string>>;
  /** names of the sheets or layers the file has; empty where there is just one table */
  readonly sheets: readonly string[];
  /** the coordinate system the file names, if it is not WGS 84 and the reader did not convert: `EPSG:…` */
  readonly crs: string | null;
  /** can be walked once */
  readonly rows: AsyncIterable<SourceRow>;
  readonly notices: readonly Problem[];
  /** removes what was unpacked; harmless to call twice */
  close(): Promise<void>;
}

/**
 * Names for the columns of a header row: trimmed, never empty, never twice (`name (2)`). Says what it changed.
 * `row` is the header's row number, for the notices.
 */
export function columnNames(
  header: readonly string[],
  row: number,
): { readonly names: readonly string[]; readonly notices: readonly Problem[] } {
  const names: string[] = [];
  const taken = new Set<string>();
  const notices: Problem[] = [];
  for (const [i, raw] of header.entries()) {
    const typed = raw.normalize('NFC').replace(/\s+/gu, ' ').trim();
    const base = typed || `column ${i + 1}`;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base} (${n})`;
    if (name !== base) notices.push({ code: 'column-repeated', facts: { row, column: base, name } });
    else if (typed === '') notices.push({ code: 'column-unnamed', facts: { row, name } });
    taken.add(name);
    names.push(name);
  }
  return { names, notices };
}

/** Stands for a geometry that is there but can't be converted to WGS 84: never drawn, never taken for none. */
export const UNCONVERTIBLE = Object.freeze({ type: 'unconvertible' });

/** True for text that can be stored: no lone surrogates, no NUL. */
export function isText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
