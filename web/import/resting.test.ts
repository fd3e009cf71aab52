import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resting } from './resting.ts';

test('of several edits the newest is sent when the editing rests', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const sent: string[] = [];
  const { put, flush } = resting(async (s: string) => sent.push(s) > 0, 300);
  put('a');
  t.mock.timers.tick(200);
  put('b');
  t.mock.timers.tick(299);
  await Promise.resolve();
  assert.deepEqual(sent, []);
  t.mock.timers.tick(1);
  await flush();
  assert.deepEqual(sent, ['b']);
});

test('who goes on at once loses nothing, and nothing is sent twice', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const sent: string[] = [];
  const { put, flush } = resting(async (s: string) => sent.push(s) > 0, 300);
  put('a');
  await flush();
  assert.deepEqual(sent, ['a']);
  t.mock.timers.tick(1000);
  await flush();
  assert.deepEqual(sent, ['a']);
});

test('an older state never arrives after a newer one, and each asker hears whether it was taken', async () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const { put, flush } = resting((s: string) => {
    begun.push(s);
    return new Promise<boolean>((done) => ends.push(() => done(begun.length > 1)));
  }, 300);
  put('a');
  const first = flush();
  await Promise.resolve();
  put('b');
  const second = flush();
  await Promise.resolve();
  assert.deepEqual(begun, ['a']);
  ends[0]?.();
  assert.equal(await first, false);
  assert.deepEqual(begun, ['a', 'b']);
  ends[1]?.();
  assert.equal(await second, true);
});
