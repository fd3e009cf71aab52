import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { type Reply, terminalOfHolder } from './terminal.ts';

test('what is written keeps its order, and nothing of it is left behind when the command ends', async () => {
  const arrived: Reply[] = [];
  const terminal = terminalOfHolder('/', async (reply) => {
    await setTimeout(5);
    arrived.push(reply);
  });
  terminal.progress('half');
  terminal.err('a word');
  void terminal.out('an answer');
  await terminal.sent();
  assert.deepEqual(arrived, [{ progress: 'half' }, { err: 'a word' }, { out: 'an answer' }]);
});

test('an asker that has gone ends the output, not the work', async () => {
  let sends = 0;
  const terminal = terminalOfHolder('/', async () => {
    sends += 1;
    throw new Error('the asker has gone');
  });
  terminal.err('a word');
  await terminal.out('an answer');
  await terminal.out('another');
  await terminal.sent();
  assert.equal(sends, 1);
});
