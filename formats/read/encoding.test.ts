import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openCsv } from './csv.ts';
import { findEncoding, undoubled } from './encoding.ts';
import { allRows, refusal, withFile } from './samples.testing.ts';

const TEXT = 'name,place\nJosé,Goražde\n';

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

async function read(bytes: Uint8Array, encoding?: string) {
  return withFile('x.csv', bytes, async (p) => allRows(await openCsv(p, encoding ? { encoding } : {})));
}

test('every encoding is named and read alike, with and without a byte order mark', async () => {
  const samples: [string, Buffer][] = [
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8', Buffer.from(`\uFEFF${TEXT}`)],
    ['utf-16le', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['utf-16le', Buffer.from(TEXT, 'utf16le')],
    ['utf-16be', utf16be(`\uFEFF${TEXT}`)],
    ['utf-16be', utf16be(TEXT)],
  ];
  for (const [name, bytes] of samples) {
    const { table, rows } = await read(bytes);
    assert.equal(table.encoding, name);
    assert.deepEqual(table.columns, ['name', 'place']);
    assert.deepEqual(rows[0]?.values, { name: 'José', place: 'Goražde' });
  }
});

test('windows-1252 is recognised, named and read, also its characters between 0x80 and 0x9F', async () => {
  const { table, rows } = await read(
    Buffer.from([...Buffer.from('a,b\n'), 0x80, 0x2c, 0x4a, 0xe9, 0x9e, 0x0a]),
  );
  assert.equal(table.encoding, 'windows-1252');
  assert.deepEqual(
    table.notices.map((n) => n.code),
    ['encoding-guessed'],
  );
  assert.deepEqual(rows[0]?.values, { a: '€', b: 'Jéž' });
});

test('in a UTF-8 file with a few broken bytes only their rows are refused', async () => {
  const good = 'ééé,ččč\n'.repeat(20);
  const bytes = Buffer.concat([
    Buffer.from(`a,b\n${good}x,`),
    Buffer.from([0xe9, 0x20]),
    Buffer.from('\nž,ž\n'),
  ]);
  const { table, rows } = await read(bytes);
  assert.equal(table.encoding, 'utf-8');
  assert.deepEqual(
    table.notices.map((n) => n.code),
    ['encoding-broken'],
  );
  const bad = rows.filter((r) => r.problem);
  assert.deepEqual(
    bad.map((r) => r.problem),
    [{ code: 'cell-broken-encoding', facts: { row: 22, column: 'b' } }],
  );
  assert.equal(rows.length, 22);
});

test('half characters of UTF-16 are refused by row', async () => {
  const bytes = Buffer.concat([
    Buffer.from('\uFEFFa,b\n1,', 'utf16le'),
    Buffer.from([0x00, 0xd8]),
    Buffer.from('\n2,y\n', 'utf16le'),
  ]);
  const { rows } = await read(bytes);
  assert.equal(rows[0]?.problem?.code, 'cell-broken-encoding');
  assert.deepEqual(rows[1]?.values, { a: '2', b: 'y' });
});

test('a character cut by a chunk of the file is whole again', async () => {
  const text = `a\n${'é'.repeat(700_000)}\n`;
  for (const shift of ['', 'x']) {
    const found = await withFile('x.csv', shift + text, (p) => findEncoding(p));
    assert.deepEqual([found.name, found.broken], ['utf-8', false]);
  }
});

test('an encoding asked for wins; one that does not exist is refused', async () => {
  const { rows } = await read(Buffer.from([0x61, 0x0a, 0xcf, 0x0a]), 'windows-1251');
  assert.deepEqual(rows[0]?.values, { a: 'П' });
  assert.equal((await refusal(read(Buffer.from('a\n1\n'), 'klingon'))).code, 'encoding-unknown');
});

test('text encoded twice is recognised, and nothing else is', () => {
  assert.equal(undoubled('GoraÅ¾de'), 'Goražde');
  assert.equal(undoubled('JosÃ©'), 'José');
  for (const plain of ['Goražde', 'José', 'Ångström', 'Âge', 'naïve Ã', 'Тест', ''])
    assert.equal(undoubled(plain), null);
});

test('whatever was encoded twice comes back', () => {
  const doubled = (s: string) => new TextDecoder('windows-1252').decode(Buffer.from(s, 'utf8'));
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'é', 'ž', 'ć', 'Ñ', 'я', '€') }), (s) => {
      const twice = doubled(s);
      assert.equal(undoubled(twice) ?? s, /[^\x20-\x7e]/u.test(s) ? s : s);
      if (/[^\x20-\x7e]/u.test(s)) assert.equal(undoubled(twice), s);
    }),
    { numRuns: 1000 },
  );
});

test('a row with text encoded twice is taken as it is, and says so', async () => {
  const { rows } = await read(Buffer.from('a\nGoraÅ¾de\n'));
  assert.deepEqual(rows[0]?.values, { a: 'GoraÅ¾de' });
  assert.deepEqual(rows[0]?.notices, [{ code: 'text-double-encoded', facts: { row: 2, column: 'a' } }]);
});
