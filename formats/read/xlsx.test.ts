import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRows, refusal, withFile, zip } from './samples.testing.ts';
import { dateText, openXlsx, type XlsxOptions } from './xlsx.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A workbook of sheets given as their inner XML. */
function workbook(
  sheets: Readonly<Record<string, string>>,
  more: { texts?: string; styles?: string; pr?: string } = {},
) {
  const names = Object.keys(sheets);
  return zip({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="r">${more.pr ?? ''}<sheets>${names.map((n, i) => `<sheet name="${n}" sheetId="${i + 1}" r:id="r${i}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, i) => `<Relationship Id="r${i}" Target="worksheets/s${i}.xml"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${more.texts ?? ''}</sst>`,
    'xl/styles.xml':
      more.styles ??
      `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      Object.values(sheets).map((s, i) => [`xl/worksheets/s${i}.xml`, `<worksheet ${MAIN}>${s}</worksheet>`]),
    ),
  });
}

async function read(bytes: Promise<Buffer>, options: XlsxOptions = {}) {
  return withFile('x.xlsx', await bytes, async (p) => allRows(await openXlsx(p, options)));
}

const text = (ref: string, t: string) => `<c r="${ref}" t="inlineStr"><is><t>${t}</t></is></c>`;

test('texts, numbers, dates by format, yes/no, formulas with their stored value, errors', async () => {
  const { rows, table } = await read(
    workbook(
      {
        S: `<sheetData><row r="1">${text('A1', 'a')}${text('B1', 'b')}${text('C1', 'c')}${text('D1', 'd')}</row>
        <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>1.5</v></c><c r="C2" s="1"><v>43831</v></c><c r="D2" t="b"><v>1</v></c></row>
        <row r="3"><c r="A3" t="str"><f>A2</f><v>x&amp;y</v></c><c r="B3"><f>1+1</f></c><c r="C3" s="2"><v>43831.5</v></c><c r="D3" t="e"><v>#N/A</v></c></row>
        <row r="5"><c r="B5" s="3"><v>3</v></c></row></sheetData>`,
      },
      { texts: '<si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></si>' },
    ),
  );
  assert.deepEqual(table.columns, ['a', 'b', 'c', 'd']);
  assert.deepEqual(
    rows.map((r) => [r.row, Object.values(r.values)]),
    [
      [2, ['rich', 1.5, '2020-01-01', true]],
      [3, ['x&y', null, '2020-01-01T12:00:00', null]],
      [5, [null, 3, null, null]],
    ],
  );
  assert.deepEqual(rows[1]?.notices, [
    { code: 'cell-formula-unread', facts: { row: 3, column: 'b' } },
    { code: 'cell-error', facts: { row: 3, column: 'd', error: '#N/A' } },
  ]);
});

test('days count from 1900 with its missing leap day, or from 1904', () => {
  assert.equal(dateText(1, false), '1900-01-01');
  assert.equal(dateText(59, false), '1900-02-28');
  assert.equal(dateText(61, false), '1900-03-01');
  assert.equal(dateText(45000, false), '2023-03-15');
  assert.equal(dateText(0, true), '1904-01-01');
  assert.equal(dateText(43831 - 1462, true), '2020-01-01');
  assert.equal(dateText(0.25, false), '06:00:00');
});

test('a merged range gives each of its cells the value, and the sheet says so', async () => {
  const { rows, table } = await read(
    workbook({
      S: `<sheetData><row r="1">${text('A1', 'place')}${text('B1', 'n')}</row><row r="2">${text('A2', 'North')}<c r="B2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row><row r="4"><c r="B4"><v>3</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>`,
    }),
  );
  assert.deepEqual(
    rows.map((r) => r.values.place),
    ['North', 'North', null],
  );
  assert.deepEqual(table.notices, [{ code: 'cells-merged', facts: { sheet: 'S', ranges: 1 } }]);
});

test('of several sheets the first is read and the others are named; one can be asked for', async () => {
  const sheet = (t: string) =>
    `<sheetData><row r="1">${text('A1', t)}${text('B1', 'b')}</row><row r="2">${text('A2', '1')}</row></sheetData>`;
  const book = workbook({ One: sheet('a'), Two: sheet('z') });
  const first = await read(book);
  assert.deepEqual(first.table.columns, ['a', 'b']);
  assert.deepEqual(first.table.notices, [{ code: 'sheet-chosen', facts: { sheet: 'One', sheets: ['Two'] } }]);
  const second = await read(book, { sheet: 'Two' });
  assert.deepEqual([second.table.columns, second.rows[0]?.sheet], [['z', 'b'], 'Two']);
  assert.deepEqual(await refusal(read(book, { sheet: 'Three' })), {
    code: 'sheet-unknown',
    facts: { sheet: 'Three', sheets: ['One', 'Two'] },
  });
});

test('a title above the header is passed over; another header row can be asked for', async () => {
  const book = workbook({
    S: `<sheetData><row r="1">${text('A1', 'Report of the year')}</row><row r="3">${text('A3', 'a')}${text('B3', 'b')}</row><row r="4">${text('A4', '1')}${text('B4', '2')}</row></sheetData>`,
  });
  assert.deepEqual((await read(book)).table.columns, ['a', 'b']);
  assert.deepEqual((await read(book, { header_row: 4 })).table.columns, ['1', '2']);
  assert.equal((await refusal(read(book, { header_row: 2 }))).code, 'header-missing');
});

test('a damaged workbook is refused and leaves no row behind', async () => {
  assert.equal((await refusal(read(zip({ 'a.txt': 'x' })))).code, 'file-broken');
  assert.equal(
    (await refusal(read(Promise.resolve(Buffer.from('PK\u0003\u0004 no')))))?.code,
    'archive-broken',
  );
  const broken = workbook({
    S: `<sheetData><row r="1">${text('A1', 'a')}${text('B1', 'b')}</row><row r="2"><c r="A2"></row>`,
  });
  assert.equal((await refusal(read(broken))).code, 'file-broken');
});

test('a percentage, a span of hours and a time of day are read as they are shown', async () => {
  const styles = `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/><numFmt numFmtId="165" formatCode="h:mm"/><numFmt numFmtId="166" formatCode="0.0%"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`;
  for (const pr of ['', '<workbookPr date1904="1"/>']) {
    const { rows } = await read(
      workbook(
        {
          S: `<sheetData><row r="1">${['A', 'B', 'C', 'D'].map((c) => text(`${c}1`, c)).join('')}</row><row r="2"><c r="A2" s="1"><v>0.45</v></c><c r="B2" s="2"><v>1.25</v></c><c r="C2" s="3"><v>0.375</v></c><c r="D2" s="4"><v>0.07</v></c></row></sheetData>`,
        },
        { styles, pr },
      ),
    );
    assert.deepEqual(Object.values(rows[0]?.values ?? {}), ['45%', '30:00:00', '09:00:00', '7%'], pr);
  }
});

test('a formula nobody worked out is named, not read as nothing', async () => {
  const { rows } = await read(
    workbook({
      S: `<sheetData><row r="1">${text('A1', 'a')}${text('B1', 'b')}</row><row r="2">${text('A2', 'x')}<c r="B2"><f>A2*2</f><v></v></c></row></sheetData>`,
    }),
  );
  assert.deepEqual(
    rows[0]?.notices?.map((n) => n.code),
    ['cell-formula-unread'],
  );
});

test('a merged title is no header, and column names in two tiers end in their lowest row', async () => {
  const { table, rows } = await read(
    workbook({
      S: `<sheetData><row r="1">${text('A1', 'Hazards of the north')}</row><row r="2">${text('A2', 'Id')}${text('B2', 'Position')}</row><row r="3">${text('B3', 'Lon')}${text('C3', 'Lat')}</row><row r="4" hidden="1">${text('A4', 'HA-1')}<c r="B4"><v>17</v></c><c r="C4"><v>44</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/></mergeCells>`,
    }),
  );
  assert.deepEqual(table.columns, ['Id', 'Lon', 'Lat']);
  assert.deepEqual(
    rows.map((r) => ({ ...r.values })),
    [{ Id: 'HA-1', Lon: 17, Lat: 44 }],
  );
  const codes = table.notices.map((n) => n.code);
  assert.ok(codes.includes('header-below') && codes.includes('rows-hidden'), codes.join());
});

test('a sheet of one column has a header too', async () => {
  const { table, rows } = await read(
    workbook({
      S: `<sheetData><row r="1">${text('A1', 'id')}</row><row r="2">${text('A2', 'x')}</row><row r="3">${text('A3', 'y')}</row></sheetData>`,
    }),
  );
  assert.deepEqual(table.columns, ['id']);
  assert.equal(rows.length, 2);
});

test('a text that the workbook does not hold is no empty cell', async () => {
  const bytes = workbook({
    S: `<sheetData><row r="1">${text('A1', 'a')}${text('B1', 'b')}</row><row r="2"><c r="A2" t="s"><v>7</v></c></row></sheetData>`,
  });
  assert.equal((await refusal(read(bytes))).code, 'file-broken');
});

test('a range merged over the whole sheet takes no row of data for a header', async () => {
  const rowsOf = (n: number) =>
    Array.from({ length: n }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}"><v>${i}</v></c></row>`).join('');
  const { rows } = await read(
    workbook({
      S: `<sheetData><row r="1">${text('A1', 'id')}${text('B1', 'x')}</row>${rowsOf(20)}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
    }),
  );
  assert.equal(rows.length, 20);
});

test('a cell beyond the last column is no cell to leave out', async () => {
  const bytes = workbook({
    S: `<sheetData><row r="1">${text('A1', 'a')}${text('B1', 'b')}</row><row r="2"><c r="ZZZZZ2"><v>5</v></c></row></sheetData>`,
  });
  assert.equal((await refusal(read(bytes))).code, 'file-broken');
});

test('a value merged over two columns is said of the first only', async () => {
  const { table, rows } = await read(
    workbook({
      S: `<sheetData><row r="1">${text('A1', 'id')}${text('B1', 'x')}${text('C1', 'who')}</row><row r="2"><c r="A2"><v>17</v></c>${text('C2', 'me')}</row></sheetData><mergeCells><mergeCell ref="A2:B2"/><mergeCell ref="C1:D1"/></mergeCells>`,
    }),
  );
  assert.deepEqual(table.columns, ['id', 'x', 'who', 'who (2)']);
  assert.deepEqual({ ...rows[0]?.values }, { id: 17, x: null, who: 'me', 'who (2)': null });
});

test('each sheet is found by its relation, whatever the prefix, and a chart is no sheet', async () => {
  const sheet = (t: string) =>
    `<worksheet ${MAIN}><sheetData><row r="1">${text('A1', t)}${text('B1', 'b')}</row><row r="2">${text('A2', '1')}</row></sheetData></worksheet>`;
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const bytes = zip({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook ${MAIN}><sheets><sheet name="Chart" sheetId="1" d:id="r0"/><sheet name="Two" sheetId="2" d:id="r2"/><sheet name="One" sheetId="3" d:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r0" Type="${type}/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="r1" Type="${type}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${type}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
    'xl/chartsheets/sheet1.xml': '<chartsheet/>',
    'xl/worksheets/sheet1.xml': sheet('one'),
    'xl/worksheets/sheet2.xml': sheet('two'),
  });
  const { table } = await read(bytes);
  assert.deepEqual(
    [table.sheets, table.columns],
    [
      ['Two', 'One'],
      ['two', 'b'],
    ],
  );
});
