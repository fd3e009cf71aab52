import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestionsOf } from './suggestions.ts';

const known = { publisher: 'The Dale Post' };

test('after a text that breaks the thread the next one is read in a new thread', async () => {
  const broken = await suggestionsOf('a'.repeat(64), 12 as never, known, 'A');
  assert.equal(broken, null);
  const next = await suggestionsOf(
    'b'.repeat(64),
    'The ministry said that it had laid 300 mines.',
    known,
    'A',
  );
  assert.ok(next !== null && next.length > 0);
});

test('who waits behind a text that breaks the thread, or takes long, gets their answer', async () => {
  const text = 'The ministry said that it had laid 300 mines.';
  const asked = [12 as never, text.repeat(2000), 12 as never, `${text} Nobody was hurt.`].map((t, n) =>
    suggestionsOf(String(n).repeat(64), t, known, 'A'),
  );
  const [broken, long, again, last] = await Promise.all(asked);
  assert.deepEqual([broken, again], [null, null]);
  assert.ok(long && long.length > 0);
  assert.ok(last && last.length > 0);
});

test('each text’s time begins when it is begun', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const text = 'The ministry said that it had laid 400 mines. ';
  const first = suggestionsOf('c'.repeat(64), text.repeat(500), known, 'A');
  const second = suggestionsOf('d'.repeat(64), text.repeat(501), known, 'A');
  // most of the time of the first has gone by when the second begins
  t.mock.timers.tick(15_000);
  await first;
  t.mock.timers.tick(15_000);
  assert.ok((await second)?.length);
});

test('who brings many texts keeps nobody waiting for more than one of them', async () => {
  const text = 'The ministry said that it had laid 500 mines. ';
  const ended: string[] = [];
  const ask = (name: string, by: string, times: number) =>
    suggestionsOf(name.repeat(32), text.repeat(times), known, by).then(() => void ended.push(name));
  await Promise.all([
    ...['m1', 'm2', 'm3'].map((name, n) => ask(name, 'who brings many', 300 + n)),
    ask('o1', 'somebody else', 1),
  ]);
  assert.deepEqual(ended, ['m1', 'o1', 'm2', 'm3']);
});
