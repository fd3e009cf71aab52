/** `npm start -- …`: what is only a question, or mistyped, is answered before anything is built or opened. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const start = fileURLToPath(new URL('./start.ts', import.meta.url));

test('help and a flag that is none are answered at once', () => {
  const data = mkdtempSync(join(tmpdir(), 'tilth-start-'));
  try {
    const run = (...argv: string[]) =>
      spawnSync(process.execPath, [start, ...argv, '--data', data], { encoding: 'utf8' });
    const help = run('--help');
    assert.deepEqual([help.status, help.stderr], [0, '']);
    assert.match(help.stdout, /^tilth serve/);
    const wrong = run('--prot', '7');
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /^tilth: There is no flag --prot/);
    assert.deepEqual(readdirSync(data), []);
  } finally {
    rmSync(data, { recursive: true });
  }
});
