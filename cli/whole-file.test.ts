import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { wholeFile } from './whole-file.ts';

let room: string;
before(async () => {
  room = await mkdtemp(join(tmpdir(), 'tilth-whole-'));
});
after(() => rm(room, { recursive: true }));

test('a file is written whole, in the mode asked, and its size told', async () => {
  const file = join(room, 'whole');
  const size = await wholeFile(file, 0o600, async (put) => {
    await put(Buffer.from('one '));
    await put(Buffer.from('two'));
  });
  assert.deepEqual([size, await readFile(file, 'utf8')], [7, 'one two']);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
});

test('what breaks off leaves the file that was there, and no part of the new one', async () => {
  const file = join(room, 'kept');
  await writeFile(file, 'before');
  const broken = wholeFile(file, 0o666, async (put) => {
    await put(Buffer.from('after'));
    throw new Error('the database went away');
  });
  await assert.rejects(broken, /the database went away/);
  assert.equal(await readFile(file, 'utf8'), 'before');
  assert.deepEqual(
    (await readdir(room)).filter((f) => f.endsWith('.part')),
    [],
  );
});

test('a place that cannot be written to is refused by name', async () => {
  for (const file of [join(room, 'no/such/place'), room]) {
    await assert.rejects(
      wholeFile(file, 0o666, async () => undefined),
      (e: { problem?: { code: string; facts: { file: string } } }) =>
        e.problem?.code === 'file-unwritable' && e.problem.facts.file === file,
    );
  }
});
