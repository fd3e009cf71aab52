import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isProblem } from '@tilth/domain/problem';
import { parse } from './arguments.ts';
import { serve } from './commands/serve.ts';
import { commands } from './commands.ts';
import { helpOf, overview } from './help.ts';
import { whereTheDataIs } from './run.ts';
import { timesOf } from './times.ts';

const known = [serve, ...commands];
const parsed = (...argv: string[]) => {
  const found = parse(known, argv);
  assert.ok(!isProblem(found), JSON.stringify(found));
  return found;
};
const code = (...argv: string[]) => {
  const found = parse(known, argv);
  return isProblem(found) ? found.code : null;
};

test('a command of two words is found before one of one, and flags stand anywhere behind it', () => {
  const { command, positionals, flags } = parsed(
    'programme',
    'add',
    '--name',
    'N',
    'orlia',
    '--public',
    'a',
    '--public',
    'b',
  );
  assert.equal(command.name, 'programme add');
  assert.deepEqual(positionals, ['orlia']);
  assert.deepEqual([flags.name, flags.public], ['N', ['a', 'b']]);
});

test('what is not understood is named: command, flag, number of words', () => {
  assert.equal(code('dance'), 'command-unknown');
  assert.equal(code('programme'), 'command-half');
  assert.equal(code('improt', 'x'), 'command-near');
  assert.equal(code('programme', 'ad', 'x'), 'command-half');
  assert.equal(code('verify', '--nosuch'), 'arguments-wrong');
  assert.equal(code('show'), 'arguments-wrong');
  assert.equal(code('show', 'a', 'b'), 'arguments-wrong');
  assert.equal(code('export', 'find', '--format'), 'arguments-wrong');
  assert.equal(code('show', '--help'), null);
});

test('what is wrong with a flag is said in a sentence, with the flag that was probably meant', () => {
  const why = (...argv: string[]) => {
    const result = parse(known, argv);
    return isProblem(result) ? result.facts.why : null;
  };
  assert.equal(why('import', 'f', '--maping', 'm'), 'There is no flag --maping. Did you mean --mapping?');
  assert.equal(why('verify', '--nosuch'), 'There is no flag --nosuch.');
  assert.equal(why('verify', '-x'), 'There is no flag -x.');
  assert.equal(why('export', 'find', '--format'), '--format needs a value.');
  assert.equal(why('verify', '--json=yes'), '--json takes no value.');
});

test('every command has a help that names each of its options, and --json', () => {
  for (const command of known) {
    const line = overview(known).match(new RegExp(`^  ${command.name} .*$`, 'm'))?.[0] ?? '';
    assert.ok(line.endsWith(`  ${command.summary}`), command.name);
    assert.ok(line.length <= 140, `${command.name} stays on a line`);
    const help = helpOf(command);
    for (const option of [...Object.keys(command.options), 'json', 'programme', 'help'])
      assert.ok(help.includes(`--${option}`), `${command.name} --${option}`);
  }
});

test('flags win over environment, and a database address over a directory', () => {
  const { TILTH_DATA, TILTH_DATABASE_URL } = process.env;
  try {
    process.env.TILTH_DATA = '/from/environment';
    process.env.TILTH_DATABASE_URL = '';
    assert.deepEqual(whereTheDataIs(parsed('verify')), { data: '/from/environment' });
    assert.deepEqual(whereTheDataIs(parsed('verify', '--data', '/typed')), { data: '/typed' });
    process.env.TILTH_DATABASE_URL = 'postgres://environment/db';
    assert.deepEqual(whereTheDataIs(parsed('verify')), { url: 'postgres://environment/db' });
    assert.deepEqual(whereTheDataIs(parsed('verify', '--data', '/typed')), { data: '/typed' });
    assert.deepEqual(whereTheDataIs(parsed('verify', '--database-url', 'postgres://typed/db')), {
      url: 'postgres://typed/db',
    });
  } finally {
    Object.assign(process.env, { TILTH_DATA, TILTH_DATABASE_URL });
    if (TILTH_DATA === undefined) delete process.env.TILTH_DATA;
    if (TILTH_DATABASE_URL === undefined) delete process.env.TILTH_DATABASE_URL;
  }
});

test('--at takes days that exist, --known an instant or a receipt number', () => {
  assert.deepEqual(timesOf({ at: '2024-02-29', known: '17' }), { at: '2024-02-29', known: 17 });
  assert.deepEqual(timesOf({ known: '2024-02-29T12:00+02:00' }), { known: '2024-02-29T10:00:00.000Z' });
  for (const at of ['2023-02-29', '2024-13-01', '2024-00-10', '2024-1-1', 'today', ''])
    assert.throws(() => timesOf({ at }), { problem: { code: 'date-unreadable', facts: { value: at } } });
  // a bare day would leave open which of its instants is meant
  for (const known of ['2024-02-29', '-1', '1e3', '2024-02-29T25:00'])
    assert.throws(() => timesOf({ known }), {
      problem: { code: 'date-unreadable', facts: { value: known } },
    });
});
