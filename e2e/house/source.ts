/** The repository as the house checks see it: the files git knows or would take, and their text. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export const shelves = [
  'domain',
  'words',
  'formats',
  'store',
  'server',
  'web',
  'cli',
  'fixtures',
  'e2e',
  'bench',
] as const;

export const files: readonly string[] = spawnSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .stdout.split('\n')
  .filter((f) => f !== '' && existsSync(root + f));

export const code = files.filter((f) => /\.tsx?$/.test(f));

export const isTest = (f: string): boolean => /\.(test|testing)\.tsx?$/.test(f) || f.startsWith('e2e/');

const read = new Map<string, string>();
export function textOf(file: string): string {
  let text = read.get(file);
  if (text === undefined) {
    text = readFileSync(root + file, 'utf8');
    read.set(file, text);
  }
  return text;
}

/** The module names a file imports, static and dynamic. */
export function importsOf(file: string): readonly string[] {
  return [
    ...textOf(file).matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'|\bimport\s*\(?\s*'([^']+)'/g,
    ),
  ].map((m) => m[1] ?? m[2] ?? '');
}
