/** `tilth` as typed: help, what is not understood, and readers that go away. What each command answers: cli/commands.test.ts. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { commands } from '@tilth/cli/commands';
import { eventsSample } from './events.ts';
import { cleanUp, type Office, office } from './office.ts';
import { mappingFile } from './shared-data.ts';

let at: Office;

before(async () => {
  at = await office('postgres');
  const { file } = await eventsSample(3_000);
  await at.json(0, 'import', file, '--mapping', mappingFile('colombia-events'), '--approve');
});
after(cleanUp);

test('tilth --help lists every command, and a command has a help of its own', async () => {
  const overview = await at.run('--help');
  assert.equal(overview.status, 0);
  for (const { name } of commands) assert.ok(overview.out.includes(`  ${name}`), name);
  for (const name of ['serve', 'programme add']) {
    const { status, out } = await at.run(...name.split(' '), '--help');
    assert.equal(status, 0);
    assert.ok(out.startsWith(`tilth ${name}`));
    assert.match(out, /--json/);
  }
});

test('what is not understood ends with 2, in a sentence or with --json as a problem', async () => {
  const nothing = await at.run();
  assert.deepEqual([nothing.status, nothing.err], [2, '']);
  const plain = await at.run('dance');
  assert.deepEqual([plain.status, plain.out], [2, '']);
  assert.match(plain.err, /^tilth: There is no command “dance”/);
  const { problem } = await at.json<{ problem: { code: string } }>(2, 'verify', '--nosuch');
  assert.equal(problem.code, 'arguments-wrong');
});

test('a reader that has had enough ends an export without a word', async () => {
  const child = at.begin('export', 'activity', '--format', 'csv');
  child.closeOutput();
  const { err } = await child.ended;
  assert.equal(err, '');
});
