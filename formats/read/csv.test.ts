import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { openCsv } from './csv.ts';
import { csvRecords, findShape } from './csv-records.ts';
import { allRows, refusal, withFile } from './samples.testing.ts';

function read(content: string | Uint8Array, options = {}) {
  return withFile('sample.csv', content, async (path) => allRows(await openCsv(path, options)));
}

test('rows keep their number in the file, blank lines counted', async () => {
  const { rows, table } = await read('a,b\n1,x\n\n2,"y\nz"\n3,\n');
  assert.deepEqual(table.columns, ['a', 'b']);
  assert.deepEqual(
    rows.map((r) => [r.row, r.values]),
    [
      [2, { a: '1', b: 'x' }],
      [4, { a: '2', b: 'y\nz' }],
      [5, { a: '3', b: null }],
    ],
  );
});

test('the delimiter is found: comma, semicolon, tab and bar, also when the others stand in the text', async () => {
  for (const d of [',', ';', '\t', '|']) {
    const other = d === ';' ? ',' : ';';
    const { rows } = await read(`a${d}b${d}c\n1${d}"x${d}x"${d}p${other}q${other}r\n2${d}y${d}z\n`);
    assert.deepEqual(rows[0]?.values, { a: '1', b: `x${d}x`, c: `p${other}q${other}r` });
  }
});

test('a header given twice or left out gets a name of its own, and the file says so', async () => {
  const { table, rows } = await read('a,,a\n1,2,3\n');
  assert.deepEqual(table.columns, ['a', 'column 2', 'a (2)']);
  assert.deepEqual(
    table.notices.map((n) => n.code),
    ['column-unnamed', 'column-repeated'],
  );
  assert.deepEqual(rows[0]?.values, { a: '1', 'column 2': '2', 'a (2)': '3' });
});

test('a last row that lacks cells and a line end was cut off and is not taken', async () => {
  const { rows } = await read('id,lon,lat\n1,17.25,44.5\n2,17.5,4\n3,17.5');
  assert.equal(rows[1]?.problem, undefined);
  assert.deepEqual(rows[2]?.problem, {
    code: 'row-cut-off',
    facts: { row: 4, line: 4, expected: 3, got: 2 },
  });
  const whole = await read('id,lon,lat\n1,17.25,44.5');
  assert.equal(whole.rows[0]?.problem, undefined);
});

test('a row with more filled cells than columns is refused by number; a short one is taken and named', async () => {
  const { rows } = await read('a,b\n1,2,3\n4\n5,6,,\n');
  assert.equal(rows[0]?.problem?.code, 'row-too-long');
  assert.deepEqual(rows[0]?.problem?.facts, { row: 2, line: 2, expected: 2, got: 3 });
  assert.equal(rows[1]?.notices?.[0]?.code, 'row-short');
  assert.deepEqual(rows[2]?.values, { a: '5', b: '6' });
});

test('a quotation mark that is never closed spoils the last row only, and names where it was opened', async () => {
  const { rows } = await read('a,b\n1,x\n2,"open\n3,y\n4,z\n');
  assert.equal(rows.length, 2);
  assert.deepEqual(rows[0]?.values, { a: '1', b: 'x' });
  assert.deepEqual(rows[1]?.problem, { code: 'csv-quote-not-closed', facts: { row: 3, line: 3 } });
});

test('text behind a closing quotation mark is refused and the next row is read', async () => {
  const { rows } = await read('a,b\n"x"y,1\nz,2\n');
  assert.deepEqual(rows[0]?.problem, { code: 'csv-quote-misplaced', facts: { row: 2, line: 2, cell: 1 } });
  assert.deepEqual(rows[1]?.values, { a: 'z', b: '2' });
});

test('a row over the limit is refused without being held, and reading goes on behind it', async () => {
  async function* text() {
    yield 'a,b\n1,x\n2,';
    for (let i = 0; i < 1000; i++) yield 'y'.repeat(100);
    yield '\n3,z\n';
  }
  const rows = [];
  for await (const r of csvRecords(text(), { delimiter: ',', lone_cr: false }, 5000)) rows.push(r);
  assert.deepEqual(
    rows.map((r) => [r.row, r.cells.length, r.problem?.code]),
    [
      [1, 2, undefined],
      [2, 2, undefined],
      [3, 0, 'row-too-large'],
      [4, 2, undefined],
    ],
  );
});

test('line ends of Windows, Unix and old Macs, and all mixed, never run rows together', async () => {
  assert.equal((await read('a,b\r\n1,2\n3,4\r\n')).rows.length, 2);
  assert.equal((await read('a,b\r1,2\r3,4\r')).rows.length, 2);
  assert.equal((await read('a,b\n1,2\r\n"3\r\n3",4')).rows.length, 2);
});

test('an empty file, one of blank lines and one with a header only are told apart', async () => {
  assert.equal((await refusal(read(''))).code, 'file-empty');
  assert.equal((await refusal(read('\uFEFF'))).code, 'file-empty');
  assert.equal((await refusal(read('\n\n'))).code, 'header-missing');
  assert.deepEqual(
    (await read('a,b\n')).table.notices.map((n) => n.code),
    ['rows-missing'],
  );
  assert.equal((await refusal(read('a,b\n1,2\n', { header_row: 9 }))).code, 'header-missing');
});

test('the header may stand further down', async () => {
  const { table, rows } = await read('Title,,\nOf the year,,\na,b,c\n1,2,3\n', { header_row: 3 });
  assert.deepEqual(table.columns, ['a', 'b', 'c']);
  assert.equal(rows[0]?.row, 4);
});

test('a row of HXL tags is no data', async () => {
  const { table, rows } = await read('Place,Killed\n#adm1 +name,#affected +killed\nNorth,2\n');
  assert.deepEqual(table.hxl, { Place: '#adm1 +name', Killed: '#affected +killed' });
  assert.deepEqual(
    rows.map((r) => [r.row, r.values]),
    [[3, { Place: 'North', Killed: '2' }]],
  );
});

test('a cell with NUL is refused with row and column', async () => {
  const { rows } = await read('a,b\n1,x\0y\n2,z\n');
  assert.deepEqual(rows[0]?.problem, { code: 'cell-not-text', facts: { row: 2, column: 'b' } });
  assert.deepEqual(rows[1]?.values, { a: '2', b: 'z' });
});

test('any table comes out as it went in, however the stream is cut, and as csv-parse reads it', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r\n', ' ', '7') });
  const tables = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(tables, fc.integer({ min: 1, max: 7 }), async (table, cut) => {
      const text = `${table.map((r) => r.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`;
      async function* pieces() {
        for (let i = 0; i < text.length; i += cut) yield text.slice(i, i + cut);
      }
      const rows = [];
      for await (const r of csvRecords(pieces(), { delimiter: ',', lone_cr: false })) rows.push(r.cells);
      assert.deepEqual(rows, table);
      assert.deepEqual(rows, parse(text, { relax_column_count: true }));
    }),
    { numRuns: 300 },
  );
});

test('the shape is found from quoted samples too', () => {
  assert.equal(findShape('"a;b";"c"\n"1;2";"3"\n').delimiter, ';');
  assert.equal(findShape('alone\nvalue\n').delimiter, ',');
});

test('the line by which a spreadsheet says the delimiter is no row', async () => {
  const { table, rows } = await read('sep=;\r\nid;x\r\nA;17,5\r\n');
  assert.deepEqual(table.columns, ['id', 'x']);
  assert.deepEqual(
    rows.map((r) => [r.row, { ...r.values }]),
    [[3, { id: 'A', x: '17,5' }]],
  );
});

test('a title above the column names is no header and no row, and the file says so', async () => {
  for (const title of ['Hazard list,,\n', 'Hazard list\n\n']) {
    const { table, rows } = await read(`${title}id,x,y\nA,1,2\nB,3,4\n`);
    assert.deepEqual(table.columns, ['id', 'x', 'y']);
    assert.equal(rows.length, 2);
    assert.deepEqual(table.notices[0]?.code, 'header-below');
  }
});

test('rows of nothing but delimiters are no rows', async () => {
  const { rows } = await read('id,x\nA,1\n,\n,\n');
  assert.deepEqual(
    rows.map((r) => r.row),
    [2],
  );
});

test('what keeps a spreadsheet from working a cell out is taken off', async () => {
  const { rows } = await read(`id,x\n="007","=""08"""\n'=1+1,'-5\n''=x,'tis\n`);
  assert.deepEqual(
    rows.map((r) => Object.values(r.values)),
    [
      ['007', '08'],
      ['=1+1', '-5'],
      ["'=x", "'tis"],
    ],
  );
});

test('a column name that can not be stored is refused before any row', async () => {
  assert.equal((await refusal(read('id,x\0y\nA,1\n'))).code, 'column-not-text');
});

test('decimal commas in every cell do not pass for delimiters', async () => {
  for (const title of ['', 'Hazard list\n', 'Hazard list;;\n', 'Hazards, north\n']) {
    const { table, rows } = await read(`${title}x;y;z\n17,5;44,1;1,5\n17,6;44,2;2,5\n`);
    assert.deepEqual(table.columns, ['x', 'y', 'z'], title);
    assert.deepEqual(Object.values(rows[0]?.values ?? {}), ['17,5', '44,1', '1,5']);
  }
});
