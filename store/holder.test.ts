import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { problem, Refusal } from '@tilth/domain/problem';
import { askHolder, holdDirectory, serveHolder } from './holder.ts';

const root = await mkdtemp(path.join(tmpdir(), 'tilth-hold-'));
after(() => rm(root, { recursive: true }));

let made = 0;
async function directory(): Promise<string> {
  const made_ = path.join(root, String(++made));
  await mkdir(made_);
  return made_;
}

const children: ChildProcess[] = [];
after(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** Starts a holder process and waits for the one line it says. */
async function startHolder(where: string): Promise<{ child: ChildProcess; line: string }> {
  const script = new URL('./holder.child.testing.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, where], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, line };
}

test('of several that start at once one holds the directory, and the others are told its pid', async () => {
  const where = await directory();
  const all = await Promise.all(Array.from({ length: 6 }, () => startHolder(where)));
  const winners = all.filter((one) => one.line.startsWith('held'));
  assert.equal(winners.length, 1);
  const told = all.filter((one) => !one.line.startsWith('held')).map((one) => JSON.parse(one.line));
  for (const one of told) assert.equal(one.code, 'data-held');
  await assert.rejects(holdDirectory(where), {
    problem: problem('data-held', { directory: where, pid: winners[0]?.child.pid ?? 0 }),
  });
});

test('a holder that was killed is taken over from, ten times', async () => {
  const where = await directory();
  for (let i = 0; i < 10; i++) {
    const { child, line } = await startHolder(where);
    assert.equal(line, `held ${child.pid}`);
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  const own = await holdDirectory(where);
  await own.release();
});

test('two that try at once in one process: one holds, and no other process can take it', async () => {
  const where = await directory();
  const both = await Promise.allSettled([holdDirectory(where), holdDirectory(where)]);
  assert.deepEqual(both.map((b) => b.status).sort(), ['fulfilled', 'rejected']);
  const { line } = await startHolder(where);
  assert.equal(JSON.parse(line).code, 'data-held');
  for (const one of both) if (one.status === 'fulfilled') await one.value.release();
});

test('a directory that was open to others is for its owner only once it is held', async () => {
  const where = await directory();
  await chmod(where, 0o755);
  const hold = await holdDirectory(where);
  assert.equal((await stat(where)).mode & 0o777, 0o700);
  assert.equal((await stat(path.join(where, 'holder.sock'))).mode & 0o777, 0o600);
  await hold.release();
});

test('a line that is no request, or none at all, does the holder no harm', async () => {
  const where = await directory();
  const { child } = await startHolder(where);
  for (const text of ['not JSON\n', '', '{"half":']) {
    const socket = connect(path.join(where, 'holder.sock'));
    await once(socket, 'connect');
    socket.end(text);
    await once(socket.resume(), 'close');
  }
  assert.equal(await askHolder(where, {}, () => undefined), 7);
  child.kill('SIGKILL');
});

test('a command is run in the process that holds the directory, chunk by chunk, with its status', async () => {
  const where = await directory();
  const { child } = await startHolder(where);
  const chunks: unknown[] = [];
  const status = await askHolder(where, { argv: ['verify', 'ü'] }, (chunk) => {
    chunks.push(chunk);
  });
  assert.equal(status, 7);
  assert.deepEqual(chunks, [{ saw: { argv: ['verify', 'ü'] }, by: child.pid }]);
});

test('nobody holds: not there, never held, or dead', async () => {
  assert.equal(await askHolder(path.join(root, 'none'), {}, () => undefined), null);
  const where = await directory();
  assert.equal(await askHolder(where, {}, () => undefined), null);
  const { child } = await startHolder(where);
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.equal(await askHolder(where, {}, () => undefined), null);
});

test('a directory whose path is longer than a socket name may be can be held and asked', async () => {
  const where = path.join(root, 'l'.repeat(60), 'm'.repeat(60), 'ñ'.repeat(60));
  const { child } = await startHolder(where);
  assert.equal(await askHolder(where, 1, () => undefined), 7);
  child.stdin?.end();
  await once(child, 'exit');
});

test('a refusal inside the holder is the asker’s refusal, and any other fault is named', async () => {
  const where = await directory();
  const holder = await serveHolder(where, async (request) => {
    if (request === 'refuse') throw new Refusal(problem('report-empty'));
    throw new Error('broken');
  });
  await assert.rejects(
    askHolder(where, 'refuse', () => undefined),
    { problem: problem('report-empty') },
  );
  await assert.rejects(
    askHolder(where, 'fail', () => undefined),
    { problem: problem('fault', { what: 'broken' }) },
  );
  await holder.close();
});

test('a request that comes while the holder is still starting is answered when it is ready', async () => {
  const where = await directory();
  const hold = await holdDirectory(where);
  const asked = askHolder(where, 'early', () => undefined);
  const holder = await serveHolder(where, async () => 0);
  assert.equal(await asked, 0);
  await holder.close();
  await hold.release();
});

test('a request to a holder that ends without taking commands finds nobody', async () => {
  const where = await directory();
  const hold = await holdDirectory(where);
  const asked = askHolder(where, 'early', () => undefined);
  await new Promise((done) => setTimeout(done, 50));
  await hold.release();
  assert.equal(await asked, null);
});

test('a holder that dies in the middle of a command is named, because nobody knows how far it came', async () => {
  const where = await directory();
  const { child } = await startHolder(where);
  await assert.rejects(
    askHolder(where, 'slow', () => {
      child.kill('SIGKILL');
    }),
    { problem: problem('holder-gone', { pid: child.pid ?? 0 }) },
  );
});
