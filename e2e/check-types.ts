/** Type checks every workspace: each has its own tsconfig, and that of `domain` leaves out everything but the language. */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
let failed = 0;
for (const config of globSync('*/tsconfig*.json', { cwd: root }).sort()) {
  const { status } = spawnSync(`${root}node_modules/.bin/tsc`, ['-p', config], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) {
    failed += 1;
    process.stdout.write(`types: ${config} failed\n`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
