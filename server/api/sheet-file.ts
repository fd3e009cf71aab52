/** An issued sheet as a file: CSV and XLSX are tables of what it says; JSON is the very bytes that were sent. */
import type { SheetLine } from '@tilth/domain/products/sheet';
import { CAUTION, INVENTED } from '@tilth/formats/write/about';
import { csvCell } from '@tilth/formats/write/csv';
import type { Plain } from '@tilth/formats/write/tabular';
import { writeTables } from '@tilth/formats/write/xlsx';
import type { OpenIssued } from './make-sheet.ts';

type Format = 'csv' | 'xlsx' | 'json';

export async function sheetFile(
  found: OpenIssued,
  format: Format,
): Promise<{ readonly name: string; readonly mediaType: string; readonly bytes: AsyncIterable<Uint8Array> }> {
  const { sheet, digest } = found;
  const number = (sheet.issued?.number ?? digest.slice(0, 8)).replace(/[^\w.-]+/g, '-');
  const name = `${sheet.programme}-${number}.${format}`;
  const rows = [header, ...sheet.lines.flatMap(rowsOf)];
  if (format === 'json') return { name, mediaType: 'application/json', bytes: one(found.bytes) };
  if (format === 'xlsx') {
    const tables = [
      { name: sheet.title, rows },
      { name: 'About', rows: about(found) },
    ];
    return {
      name,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: writeTables(tables),
    };
  }
  const text = [...about(found), [], ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
  return { name, mediaType: 'text/csv; charset=utf-8', bytes: one(`\uFEFF${text}`) };
}

const header: readonly string[] = [
  'figure',
  'by',
  'of',
  'value',
  'least',
  'most',
  'sources',
  'pending',
  'not_countable',
  'kept_back',
  'definition',
];

function rowsOf(line: SheetLine): readonly (readonly Plain[])[] {
  const title = line.title ?? line.figure;
  const by = line.by_title ?? line.by;
  const { sources, pending, unknown, kept_back, means } = line;
  const beside = [sources, pending, unknown, kept_back, means ?? null];
  return [
    [title, null, null, line.value, line.least, line.most, ...beside],
    ...line.cells.map((c) => [title, by, line.labels?.[c.key] ?? c.key, c.value, c.least, c.most]),
  ];
}

function about({ sheet, digest }: OpenIssued): readonly (readonly Plain[])[] {
  const { issued, period, at, known, office, fold, pending, programme } = sheet;
  return [
    ...(sheet.invented ? [['notice', INVENTED]] : []),
    ['title', sheet.title],
    ['number', issued?.number ?? null],
    ['issued', issued?.instant ?? null],
    ['programme', programme],
    ['period_from', period.from],
    ['period_to', period.to],
    ['at', at],
    ['known', known],
    ['office', office],
    ['fold', fold],
    ['pending', pending],
    ['sha256', digest],
    ['caution', CAUTION],
  ];
}

async function* one(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
