import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { filterTar } from './postgis-bundle.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'tilth-tar-'));
after(() => rmSync(directory, { recursive: true }));

test('of a tar archive the wanted files stay, byte for byte, and the others go', () => {
  mkdirSync(path.join(directory, 'lib'));
  const files: Record<string, Buffer> = {
    'lib/one.so': Buffer.alloc(1300, 7),
    'lib/two.so': Buffer.alloc(512, 9),
    'lib/empty': Buffer.alloc(0),
    'other.sql': Buffer.from('SELECT 1'),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(directory, name), bytes);
  const tar = (args: readonly string[], input?: Buffer) => {
    const run = spawnSync('tar', args, { cwd: directory, ...(input ? { input } : {}) });
    assert.equal(run.status, 0, String(run.stderr));
    return run.stdout;
  };
  tar(['cf', 'all.tar', '--format=ustar', ...Object.keys(files)]);
  const kept = filterTar(readFileSync(path.join(directory, 'all.tar')), (name) => !name.endsWith('two.so'));
  assert.deepEqual(
    String(tar(['t'], kept))
      .trim()
      .split('\n'),
    ['lib/one.so', 'lib/empty', 'other.sql'],
  );
  for (const name of ['lib/one.so', 'lib/empty', 'other.sql'])
    assert.deepEqual(tar(['xO', name], kept), files[name]);
});
