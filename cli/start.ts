/** `npm start`: builds the app when its sources are newer than the last build, then serves. */
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache();
const root = fileURLToPath(new URL('..', import.meta.url));
const newest = (patterns: readonly string[]): number =>
  Math.max(0, ...patterns.flatMap((p) => globSync(p, { cwd: root })).map((f) => statSync(root + f).mtimeMs));

const sources = newest([
  'web/**/*.{ts,tsx,css,html}',
  'domain/**/*.ts',
  'words/**/*.json',
  'web/public/**/*',
]);
if (newest(['web/dist/index.html']) < sources) {
  process.stderr.write('Building the app …\n');
  const { status } = spawnSync(process.execPath, ['web/build.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(2);
}
const { runFromProcess } = await import('./run.ts');
process.exitCode = await runFromProcess(['serve', ...process.argv.slice(2)]);
