/**
 * XLSX (ECMA-376): the rows on one sheet, the stamp on a second. Texts stand in their cells as texts, so none is ever
 * taken for a formula. What is longer than a cell can be is cut, but for an outline: half of one is none, so words stand
 * for it. How many there are is said on the second sheet, which is written last.
 */
import { problem, Refusal } from '@tilth/domain/problem';
import { type About, INVENTED, type Row, stampOf } from './about.ts';
import { type Plain, tabular } from './tabular.ts';
import { xml } from './xml.ts';
import { type ZipPart, zipped } from './zip.ts';

/** Rows one sheet can hold, and characters one cell can. */
const MOST_ROWS = 1_048_576;
const MOST_CHARACTERS = 32_767;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function writeXlsx(rows: AsyncIterable<Row>, about: About): AsyncGenerator<Uint8Array> {
  const cut = { texts: 0, outlines: 0 };
  return book([
    { name: about.kind.plural, xml: sheet(dataRows(rows, about), about.hxl === true ? 2 : 1, cut) },
    { name: 'About', xml: sheet(aboutRows(about, cut), 0, { texts: 0, outlines: 0 }) },
  ]);
}

/** Tables that are no list of items, a sheet each; the first row of each is its header. */
export function writeTables(
  tables: readonly { readonly name: string; readonly rows: readonly (readonly Plain[])[] }[],
): AsyncGenerator<Uint8Array> {
  async function* each(rows: readonly (readonly Plain[])[]) {
    yield* rows;
  }
  const cut = { texts: 0, outlines: 0 };
  return book(tables.map(({ name, rows }) => ({ name, xml: sheet(each(rows), 1, cut) })));
}

function book(
  all: readonly { readonly name: string; readonly xml: AsyncIterable<string> }[],
): AsyncGenerator<Uint8Array> {
  const sheets = all.map(({ name }) => name.slice(0, 31).replace(/[\\/?*[\]:]/gu, ' '));
  const fixed = (name: string, text: string): ZipPart => ({ name, text: [HEAD, text] });
  return zipped([
    fixed(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`,
    ),
    fixed(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    fixed(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map((s, i) => `<sheet name="${xml(s)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    fixed(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId9" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    fixed(
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    ),
    ...all.map(({ xml: text }, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, text })),
  ]);
}

async function* dataRows(rows: AsyncIterable<Row>, about: About): AsyncGenerator<readonly Plain[]> {
  const table = tabular(about);
  yield table.header;
  if (about.hxl === true) yield table.hxl;
  for await (const row of rows) yield table.cells(row);
}

interface Cut {
  texts: number;
  outlines: number;
}

async function* aboutRows(about: About, cut: Cut): AsyncGenerator<readonly Plain[]> {
  if (about.invented) yield [INVENTED];
  yield* stampOf(about);
  const whole = 'GeoPackage, GeoJSON and CSV hold them whole';
  if (cut.outlines > 0)
    yield ['outlines_left_out', `${cut.outlines} outlines are too long for a cell; ${whole}`];
  if (cut.texts > 0) yield ['texts_cut', `${cut.texts} texts are too long for a cell; ${whole}`];
}

async function* sheet(
  rows: AsyncIterable<readonly Plain[]>,
  heads: number,
  cut: Cut,
): AsyncGenerator<string> {
  const frozen =
    heads === 0
      ? ''
      : `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${heads}" topLeftCell="A${heads + 1}" state="frozen"/></sheetView></sheetViews>`;
  yield `${HEAD}<worksheet xmlns="${MAIN}">${frozen}<sheetData>`;
  let n = 0;
  for await (const cells of rows) {
    n++;
    if (n > MOST_ROWS) throw new Refusal(problem('export-too-large', { limit: MOST_ROWS }));
    const style = n <= heads ? ' s="1"' : '';
    yield `<row r="${n}">${cells.map((c, i) => cell(c, `${letters(i + 1)}${n}`, style, cut)).join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

function cell(value: Plain, at: string, style: string, cut: Cut): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${at}"${style}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${at}"${style} t="b"><v>${value ? 1 : 0}</v></c>`;
  const text = value.length > MOST_CHARACTERS ? shortened(value, cut) : value;
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${xml(escaped(text))}</t></is></c>`;
}

function shortened(value: string, cut: Cut): string {
  if (/^(?:MULTI)?(?:POINT|LINESTRING|POLYGON) \(/u.test(value)) {
    cut.outlines++;
    return 'too long for a cell of a workbook: take it from GeoPackage, GeoJSON or CSV';
  }
  cut.texts++;
  return `${value.slice(0, MOST_CHARACTERS - 1)}…`.toWellFormed();
}

/** Characters XML can't hold stand as _x0001_, and what looks like that already is escaped itself. */
function escaped(text: string): string {
  return text
    .replace(/_x[0-9A-F]{4}_/giu, (m) => `_x005F${m}`)
    .replace(
      /[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu,
      (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}

/** 1 → A, 27 → AA. */
function letters(n: number): string {
  let name = '';
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
