/** Every command as another process asks for it of the one that holds the data: answers, exit status, sentences. */
import assert from 'node:assert/strict';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { formats } from '@tilth/formats/write/formats';
import { findsMapping, json, refused, room, run, store, useOffice } from './office.testing.ts';

interface Feature {
  readonly id: string;
  readonly properties: Readonly<Record<string, string>>;
}

const finds = async (...times: string[]): Promise<Feature[]> =>
  JSON.parse((await run('export', 'find', '--format', 'geojson', ...times)).out).features;

let earlier = '';
let later = '';

useOffice(async () => {
  await json(0, 'programme', 'add', 'one', '--name', 'One');
  await writeFile(join(room, 'map.json'), JSON.stringify(findsMapping));
  const rows = [
    'id,day,lon,lat,remark',
    '1,1999-05-01,17,44,=1+1',
    '2,2009-05-01,17,44,\u001b[2Jgone',
    '3,2019-05-01,17,44,',
  ];
  await writeFile(join(room, 'finds.csv'), `${rows.join('\n')}\n`);
  earlier = new Date().toISOString();
  await json(0, 'import', 'finds.csv', '--mapping', 'map.json', '--approve');
  later = new Date().toISOString();
});

test('what cannot be done ends with 2 and says why in a sentence', async () => {
  for (const [words, code] of [
    ['show not-an-id', 'item-unknown'],
    ['show 00000000-0000-7000-8000-000000000000', 'item-unknown'],
    ['show 00000000-0000-7000-8000-000000000000 --programme nosuch', 'programme-unknown'],
    ['export unicorn --format csv', 'kind-unknown'],
    ['export find', 'arguments-wrong'],
    ['export find -o finds.pdf', 'format-unknown'],
    ['backup finds.csv', 'file-exists'],
    ['export find --format constructor', 'format-unknown'],
    ['export find --format csv --at 2024-13-45', 'date-unreadable'],
    ['export find --format csv --at 2024-02-30', 'date-unreadable'],
    ['export find --format csv --known yesterday', 'date-unreadable'],
    ['export find --format csv --as Nobody', 'person-unknown'],
    ['export find --format csv -o no/such/place.csv', 'file-unwritable'],
    ['verify --programme nosuch', 'programme-unknown'],
    ['rebuild --programme nosuch', 'programme-unknown'],
    ['programme add Not_An_Id --name x', 'programme-id-wrong'],
    ['programme add one --name x', 'programme-taken'],
    ['programme add two', 'arguments-wrong'],
    ['programme add two --name x --public unicorn', 'kind-unknown'],
    ['programme add two --name x --public find:personal', 'sensitivity-unknown'],
    ['programme add two --name x --zone Mars/Base', 'zone-unknown'],
    ['person add Somebody --role king', 'role-unknown'],
    ['sign-in Nobody', 'person-unknown'],
    ['import finds.csv', 'arguments-wrong'],
    ['import nosuch.csv --mapping map.json', 'file-missing'],
    ['import finds.csv --mapping nosuch.json', 'file-missing'],
    ['import finds.csv --mapping .', 'file-unreadable'],
    ['backup no/such/place', 'file-unwritable'],
    ['restore nosuch', 'file-missing'],
    ['restore .', 'file-unreadable'],
    ['restore finds.csv', 'backup-unreadable'],
    ['serve', 'command-unknown'],
  ] as const) {
    const { code: said, sentence } = await refused(...words.split(' '));
    assert.equal(said, code, words);
    assert.doesNotMatch(sentence, /[{}]|undefined|\p{Cc}/u, words);
  }
  assert.deepEqual((await readdir(room)).sort(), ['finds.csv', 'map.json']);
});

test('a refusal goes to standard error without --json, and names the file', async () => {
  const said = await run('restore', 'finds.csv');
  assert.deepEqual([said.status, said.out], [2, '']);
  assert.match(said.err, /^tilth: .*finds\.csv: This is no backup/);
});

test('every format is written whole, with its stamp told, and a formula stays text', async () => {
  const { number } = await store.stamp(
    await store.asker(await store.findPerson('Local administrator')),
    'one',
  );
  for (const format of Object.keys(formats)) {
    const file = `out.${format}`;
    const said = await json<{ bytes: number; stamp: { number: number } }>(
      0,
      ...['export', 'find', '--format', format, '-o', file],
    );
    assert.equal((await stat(join(room, file))).size, said.bytes, format);
    assert.equal(said.stamp.number, number, format);
  }
  const csv = await readFile(join(room, 'out.csv'), 'utf8');
  assert.doesNotMatch(csv, /(?:^|,)=1/m);
  const narrow = ['export', 'find', '--format', 'csv', '--columns', 'local_id', '--sort=-local_id'];
  const none = await run(...narrow, '--filter', 'standing is unsupported');
  assert.match(none.out, /standing is unsupported; sort = -local_id; columns = local_id/);
  const wrong = await run(...narrow, '--filter', 'standing is');
  assert.deepEqual([wrong.status, wrong.out], [2, '']);
  const hxl = await run('export', 'find', '--format', 'csv', '--hxl');
  assert.match(hxl.out.split('\n')[1] ?? '', /#/);
});

test('--at shows what was true on the day, --known what had been received', async () => {
  const ids = async (...times: string[]) => (await finds(...times)).map((f) => f.properties.local_id).sort();
  assert.deepEqual(await ids(), ['1', '2', '3']);
  assert.deepEqual(await ids('--at', '2009-05-01'), ['1', '2']);
  assert.deepEqual(await ids('--at', '2009-04-30'), ['1']);
  assert.deepEqual(await ids('--known', '0'), []);
  assert.deepEqual(await ids('--known', earlier), []);
  assert.deepEqual(await ids('--known', later), ['1', '2', '3']);
});

test('show tells an item, who says so and its history, and nothing in it steers the terminal', async () => {
  const odd = (await finds()).find((f) => f.properties.local_id === '2');
  const { out } = await run('show', (odd?.id ?? '').toUpperCase());
  assert.match(out, /^find .*\nas of \d{4}-\d\d-\d\d, known up to no\. \d+/);
  assert.match(out, /local_id: 2\n {4}says Some operator, report /);
  assert.match(out, /history\n {2}no\. \d+ .* report import\/finds/);
  assert.doesNotMatch(out, /[^\P{Cc}\n]/u);
  assert.equal((await run('show', '2')).out, out, 'by the id its keeper gave it');
  const page = await json<{ view: { kind: string }; entries: unknown[] }>(0, 'show', odd?.id ?? '');
  assert.deepEqual([page.view.kind, page.entries.length], ['find', 2]);
  assert.equal((await refused('show', odd?.id ?? '', '--known', '0')).code, 'item-unknown');
});

test('a person is added, may do what the role allows, and gets a link', async () => {
  await json(0, 'person', 'add', 'A viewer', '--role', 'viewer');
  const link = await json<{ link: string }>(0, 'sign-in', 'A viewer', '--address', 'http://a.test/');
  assert.match(link.link, /^http:\/\/a\.test\/sign-in#[\w-]{20,}$/);
  const own = await json<{ link: string }>(0, 'sign-in');
  assert.match(own.link, /\/sign-in#/, 'the local administrator needs no name');
  const again = ['import', 'finds.csv', '--mapping', 'map.json', '--as', 'A viewer'];
  assert.equal((await refused(...again)).code, 'may-not');
});

test('verify finds nothing, and a rebuilt view is the same', async () => {
  const view = await finds();
  assert.deepEqual(await json(0, 'verify'), { findings: [] });
  assert.match((await run('verify')).out, /Nothing found wrong: \d+ entries checked/);
  // three reports, one approval
  assert.deepEqual(await json(0, 'rebuild'), { entries: 4 });
  assert.deepEqual(await finds(), view);
});

test('with several programmes and none named, a command that needs one lists them', async () => {
  await json(0, 'programme', 'add', 'two', '--name', 'Two');
  for (const words of [
    'export find --format csv',
    'import finds.csv --mapping map.json',
    'person add X --role viewer',
  ]) {
    const { code, sentence } = await refused(...words.split(' '));
    assert.equal(code, 'programme-not-named', words);
    assert.match(sentence, /--programme\. There are: one, two\./);
  }
  await json(0, 'person', 'add', 'A viewer', '--role', 'viewer', '--programme', 'two');
});
