/** The house laws of the layout (ARCHITECTURE.md): where files stand, how long they are, which way imports go. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import longFiles from './long-files.json' with { type: 'json' };
import { code, files, importsOf, isTest, shelves, textOf } from './source.ts';

const none = (offenders: readonly string[], law: string) => assert.deepEqual(offenders, [], law);

test('no barrels, no folder whose name says nothing', () => {
  none(
    code.filter((f) => /(^|\/)index\.tsx?$/.test(f)),
    'index files hide where things are',
  );
  const empty = /(^|\/)(shared|common|core|utils?|helpers?|misc|lib|v2)\//;
  none(
    files.filter((f) => empty.test(f)),
    'a folder is named for what is in it',
  );
});

test('at most two folders below a shelf', () => {
  none(
    code.filter((f) => f.split('/').length > 4),
    'depth',
  );
});

test('a rule file is short; a longer file elsewhere is on a list that may only shrink', () => {
  const lines = (f: string) => textOf(f).split('\n').length;
  // lists are data: a longer one is no harder to read
  const exempt = (f: string) =>
    f.startsWith('domain/record/') || f.startsWith('words/') || f === 'domain/problems.ts';
  none(
    code
      .filter((f) => f.startsWith('domain/') && !exempt(f) && !isTest(f) && lines(f) > 250)
      .map((f) => `${f}: ${lines(f)}`),
    'domain: at most 250 lines',
  );
  const allowed: Readonly<Record<string, number>> = longFiles;
  none(
    code.filter((f) => !exempt(f) && lines(f) > (allowed[f] ?? 400)).map((f) => `${f}: ${lines(f)}`),
    'elsewhere: at most 400 lines, or the number on the list',
  );
  none(
    Object.keys(allowed).filter((f) => !code.includes(f) || lines(f) <= 400),
    'no longer long: take it off the list',
  );
});

/** What each shelf may import. Tests and the test shelf may reach further. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  words: [],
  formats: ['domain'],
  store: ['domain'],
  server: ['domain', 'formats', 'store', 'words'],
  web: ['domain', 'words'],
  cli: ['domain', 'formats', 'store', 'server', 'words', 'fixtures'],
  fixtures: ['domain'],
  bench: [...shelves],
  e2e: [...shelves],
};

test('arrows go one way', () => {
  const wrong: string[] = [];
  for (const file of code.filter((f) => !isTest(f))) {
    const shelf = file.split('/')[0] ?? '';
    for (const name of importsOf(file)) {
      const to = /^@tilth\/([a-z0-9]+)/.exec(name)?.[1];
      if (to !== undefined && to !== shelf && !(arrows[shelf] ?? []).includes(to))
        wrong.push(`${file} → ${name}`);
      if (name.startsWith('.') && !inside(file, name, shelf)) wrong.push(`${file} → ${name}`);
    }
  }
  none(wrong, 'imports');
});

function inside(file: string, name: string, shelf: string): boolean {
  const path = new URL(name, `file:///${file}`).pathname;
  return path.startsWith(`/${shelf}/`);
}

test('only the store knows a database driver or writes SQL', () => {
  const drivers = /^(pg|postgres|@electric-sql\/.*)$/;
  const outside = code.filter((f) => !f.startsWith('store/') && !f.startsWith('bench/') && !isTest(f));
  none(
    outside.flatMap((f) =>
      importsOf(f)
        .filter((n) => drivers.test(n))
        .map((n) => `${f} → ${n}`),
    ),
    'drivers',
  );
  const sql =
    /[`'"]\s*(select\s+[\w*"(].*\sfrom\s|insert\s+into\s|update\s+\w+(\.\w+)?\s+set\s|delete\s+from\s|create\s+(table|view|role)\s)/i;
  none(
    outside.filter((f) => sql.test(textOf(f))),
    'SQL lives in store/ and nowhere else',
  );
});

test('the rules are pure: no clock, no chance', () => {
  const impure = /\bDate\.now\s*\(|\bnew Date\(\s*\)|\bMath\.random\s*\(|\bperformance\.now\b/;
  none(
    code.filter((f) => f.startsWith('domain/') && !isTest(f) && impure.test(textOf(f))),
    'domain',
  );
});

test('every rule is reached by a test of its own folder', () => {
  const typesOnly = (f: string) =>
    !/\b(export function|export const|export async|export class|export \{)/.test(textOf(f));
  const folder = (f: string) => f.slice(0, f.lastIndexOf('/'));
  const reached = new Set<string>();
  const reach = (f: string, from: string): void => {
    for (const name of importsOf(f).filter((n) => n.startsWith('.'))) {
      const to = new URL(name, `file:///${f}`).pathname.slice(1);
      if (folder(to) !== from || reached.has(to)) continue;
      reached.add(to);
      reach(to, from);
    }
  };
  for (const t of code.filter((f) => f.startsWith('domain/') && f.endsWith('.test.ts'))) reach(t, folder(t));
  const rules = code.filter((f) => f.startsWith('domain/') && !isTest(f) && !typesOnly(f));
  none(
    rules.filter((f) => !reached.has(f) && f !== 'domain/problems.ts'),
    'rules that no test of their folder imports, directly or through another rule',
  );
});
