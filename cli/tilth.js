#!/usr/bin/env node
// The bin entry. npm links it, so it must be plain JavaScript: on a Node older than 24 it hands over to the Node that the workspace pins.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('./tilth.ts', import.meta.url));
if (Number(process.versions.node.split('.')[0]) >= 24) {
  await import('./tilth.ts');
} else {
  const pinned = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
  if (!existsSync(pinned)) {
    process.stderr.write('tilth needs Node 24: run npm install in the checkout first.\n');
    process.exit(2);
  }
  const { status } = spawnSync(pinned, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(status ?? 2);
}
