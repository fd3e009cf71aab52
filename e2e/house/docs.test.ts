/** Documentation names only paths and commands that exist. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { commands } from '@tilth/cli/commands';
import manifest from '../../package.json' with { type: 'json' };
import { files, root, shelves, textOf } from './source.ts';

const pages = files.filter((f) => f.endsWith('.md'));
const quoted = pages.flatMap((page) =>
  [...textOf(page).matchAll(/`([^`\n]+)`/g)].map((m) => ({ page, word: m[1] ?? '' })),
);

test('paths exist', () => {
  const begins = new RegExp(`^(${[...shelves, 'docs', '.ci'].join('|')})/[\\w./*<>-]*$`);
  const gone = quoted.filter(
    ({ word }) => begins.test(word) && !/[*<>…]/.test(word) && !existsSync(root + word),
  );
  assert.deepEqual(gone, []);
  const links = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((m) => ({ page, to: m[1] ?? '' })),
  );
  assert.deepEqual(
    links.filter(({ page, to }) => !existsSync(new URL(to, `file://${root}${page}`))),
    [],
  );
});

test('npm scripts exist', () => {
  const named = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\bnpm run ([\w:-]+)/g)].map((m) => ({ page, script: m[1] ?? '' })),
  );
  assert.deepEqual(
    named.filter(({ script }) => !(script in manifest.scripts)),
    [],
  );
});

test('tilth commands exist', () => {
  const names = [...commands.map((c) => c.name), 'serve'];
  const named = pages.flatMap((page) =>
    [...textOf(page).matchAll(/`(?:npx )?tilth ([a-z-]+(?: [a-z]+)?)/g)].map((m) => ({
      page,
      word: m[1] ?? '',
    })),
  );
  assert.deepEqual(
    named.filter(({ word }) => !names.some((n) => word === n || word.startsWith(`${n} `))),
    [],
  );
});

test('nothing personal to this workplace or machine stands in the repository', () => {
  const words = /(\/work\/|\/tmp\/brief|registry\.npmjs|localhost:\d{4,5}\/repository)/;
  assert.deepEqual(
    files.filter((f) => !/\.(png|lock)$|package-lock\.json$|e2e\/house\//.test(f) && words.test(textOf(f))),
    [],
  );
});
