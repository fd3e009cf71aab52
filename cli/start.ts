/**
 * `npm start`: builds the app when its sources are newer than the last build, then serves. Who asks for help, or mistypes, is
 * answered at once.
 */
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isProblem } from '@tilth/domain/problem';

enableCompileCache();
const { parse } = await import('./arguments.ts');
const { serve } = await import('./commands/serve.ts');
const argv = ['serve', ...process.argv.slice(2)];
const parsed = parse([serve], argv);
const serves = !isProblem(parsed) && parsed.flags.help !== true;

const root = fileURLToPath(new URL('..', import.meta.url));
const newest = (patterns: readonly string[]): number =>
  Math.max(0, ...patterns.flatMap((p) => globSync(p, { cwd: root })).map((f) => statSync(root + f).mtimeMs));

const sources = ['web/**/*.{ts,tsx,css,html}', 'domain/**/*.ts', 'words/**/*.json', 'web/public/**/*'];
if (serves && newest(['web/dist/index.html']) < newest(sources)) {
  process.stderr.write('Building the app …\n');
  const { status } = spawnSync(process.execPath, ['web/build.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(2);
}
const { runFromProcess } = await import('./run.ts');
process.exitCode = await runFromProcess(argv);
