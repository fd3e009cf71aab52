import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kept } from './kept.ts';

test('what many ask for at once is worked out once', async () => {
  const kept = new Kept<number>(10);
  let made = 0;
  const ask = () =>
    kept.get(['a', 1], async () => {
      await new Promise((done) => setImmediate(done));
      return { value: ++made, weight: 1 };
    });
  assert.deepEqual(await Promise.all([ask(), ask(), ask()]), [1, 1, 1]);
  assert.equal(await ask(), 1);
});

test('a failure is told to all who wait, and the next one tries again', async () => {
  const kept = new Kept<string>(10);
  const fail = () => kept.get(['a'], () => Promise.reject(new Error('no')));
  const both = await Promise.allSettled([fail(), fail()]);
  assert.deepEqual(
    both.map((b) => b.status),
    ['rejected', 'rejected'],
  );
  assert.equal(await kept.get(['a'], async () => ({ value: 'yes', weight: 1 })), 'yes');
});

test('the least recently used goes first when the whole grows too large', async () => {
  const kept = new Kept<string>(2);
  const made: string[] = [];
  const ask = (name: string, weight = 1) =>
    kept.get([name], async () => {
      made.push(name);
      return { value: name, weight };
    });
  for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(name);
  assert.equal(made.join(''), 'abcb');
  await ask('large', 9);
  await ask('large', 9);
  assert.equal(made.join(''), 'abcblarge');
  await ask('a');
  await ask('large', 9);
  assert.equal(made.filter((m) => m === 'large').length, 2);
});
