/** What cannot be right is told plainly, by file, row and column, and nothing of it is stored. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { tilthRuns } from '../server.ts';
import { type Account, addsUp, type Named } from './account.ts';
import { type BadCase, badCases, GOOD, goodMapping, longRow } from './bad-files.ts';
import { cleanUp, type Office, type Served, servedOffice } from './office.ts';
import { room } from './shared-data.ts';

let at: Office;
let served: Served;
let directory: string;
let mapping: string;
let cases: BadCase[] = [];

before(async () => {
  ({ at, served } = await servedOffice('postgres'));
  directory = await room();
  mapping = join(directory, 'mapping.json');
  await writeFile(mapping, JSON.stringify(goodMapping));
  cases = await badCases(directory);
});
after(cleanUp);

const number = async () => {
  const { stamps } = await served.get<{ stamps: { number: number }[] }>('/api/stamp');
  return stamps[0]?.number;
};

const matches = (found: Partial<Named> | undefined, bad: BadCase) => {
  assert.equal(found?.code, bad.code, bad.name);
  for (const [fact, value] of Object.entries(bad.facts ?? {}))
    assert.equal(found?.facts?.[fact], value, `${bad.name}: ${fact}`);
};

/** The bad ones that the good mapping meets, by whether they are taken row by row or not at all. */
const met = (whole: boolean) => cases.filter((c) => c.mapping === undefined && (c.status === 2) === whole);

test('a file that cannot be read is not taken at all, and is named with the reason', async () => {
  const before = await number();
  const bad = met(true);
  const account = await at.json<Account>(2, 'import', ...bad.map((c) => c.file), '--mapping', mapping);
  for (const [i, one] of bad.entries()) {
    const { file, problem } = account.files[i]!;
    assert.equal(file, one.file);
    matches(problem, one);
    assert.ok(problem?.sentence?.includes(one.file), `${one.name}: ${problem?.sentence}`);
    assert.doesNotMatch(problem?.sentence ?? '', /undefined|\p{Cc}/u, one.name);
  }
  assert.equal(await number(), before);
});

test('a row that cannot be right is refused by number, with the column where it is one', async () => {
  const before = await number();
  const bad = met(false);
  const account = await at.json<Account>(1, 'import', ...bad.map((c) => c.file), '--mapping', mapping);
  addsUp(account);
  for (const one of bad) {
    const notices = account.files.find((f) => f.file === one.file)?.notices ?? [];
    const told = [...account.rows.filter((r) => r.file === one.file), ...notices];
    matches(
      told.find((t) => t.code === one.code),
      one,
    );
  }
  assert.equal(await number(), before);
});

test('a mapping that cannot be right is named with the place in it, before anything is read', async () => {
  const before = await number();
  for (const bad of cases.filter((c) => c.mapping !== undefined)) {
    const words = ['import', bad.file, '--mapping', bad.mapping ?? '', '--approve'];
    const { problem } = await at.json<{ problem: Named }>(2, ...words);
    matches(problem, bad);
    const { sentence = '' } = problem;
    assert.ok(sentence.includes(bad.mapping ?? '') || sentence.includes(bad.file), sentence);
  }
  assert.equal(await number(), before);
});

test('on a terminal a bad file or row is told in a sentence that names file, row and column', async () => {
  const cut = join(directory, 'cut-off.geojson');
  const one = await at.run('import', cut, '--mapping', mapping);
  assert.deepEqual([one.status, one.out], [2, '']);
  assert.match(one.err, /cut-off\.geojson: The file ends in the middle of a value, at byte \d+/);
  const ran = await at.run('import', join(directory, 'nul.csv'), '--mapping', mapping);
  assert.equal(ran.status, 1);
  assert.match(ran.out, /refused: Row 2: “note” holds characters that can't be stored/);
});

test('one bad file among good ones is told and keeps nothing of the others out', async () => {
  const good = join(directory, 'among.csv');
  await writeFile(good, GOOD.replaceAll('17.', '18.'));
  const account = await at.json<Account>(
    1,
    ...['import', join(directory, 'cut-off.geojson'), good, join(directory, 'zip-in-zip.zip')],
    ...['--mapping', mapping],
  );
  addsUp(account);
  assert.equal(account.accepted, 3, JSON.stringify(account));
  assert.deepEqual(
    account.files.map((f) => f.problem?.code),
    ['file-truncated', undefined, 'archive-nested'],
  );
});

test('a file in another encoding is read by it, and a guess is said', async () => {
  const read = async (name: string, bytes: Uint8Array) => {
    const file = join(directory, name);
    await writeFile(file, bytes);
    const words = ['import', file, '--mapping', mapping, '--dry-run'];
    const [told] = (await at.json<Account>(0, ...words)).files;
    return [told?.encoding, told?.notices?.map((n) => n.code)];
  };
  const text = GOOD.replace('c\n', 'año\n');
  assert.deepEqual(await read('utf-16.csv', Buffer.from(`\ufeff${text}`, 'utf16le')), ['utf-16le', []]);
  assert.deepEqual(await read('utf-8.csv', Buffer.from(`\ufeff${text}`)), ['utf-8', []]);
  assert.deepEqual(await read('latin.csv', Buffer.from(text, 'latin1')), [
    'windows-1252',
    ['encoding-guessed'],
  ]);
});

test('a row of hundreds of megabytes is refused by number in little memory, the rows about it are taken', async () => {
  // TILTH_LONG_ROW=2147483648 for a row of two gigabytes
  const bytes = Number(process.env.TILTH_LONG_ROW || 200e6);
  const file = await longRow(join(directory, 'long.csv'), bytes);
  const env = { ...at.env, NODE_OPTIONS: '--max-old-space-size=160' };
  const words = ['import', file, '--mapping', mapping, '--dry-run', '--json'];
  const ran = await tilthRuns(words, env);
  assert.equal(ran.status, 1, ran.err);
  const account: Account = JSON.parse(ran.out);
  addsUp(account);
  assert.deepEqual([account.read, account.refused], [3, 1]);
  assert.deepEqual([account.rows[1]?.row, account.rows[1]?.code], [3, 'row-too-large']);
});
