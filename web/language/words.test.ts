import assert from 'node:assert/strict';
import { test } from 'node:test';
import { say } from '@tilth/domain/say';
import words from '@tilth/words/en.json' with { type: 'json' };

const ours = Object.entries(words).filter(([key]) => key.startsWith('web.'));

test('every sentence of the app can be read, with any facts', () => {
  for (const [key, sentence] of ours)
    for (const facts of [{}, { n: 0 }, { n: 1 }, { n: 12, pending: 3, number: 4 }])
      assert.ok(say(sentence, facts).length > 0, key);
});

test('no sentence of the app calls land safe', () => {
  const safe = ours.filter(([, sentence]) => /\bsafe\b/i.test(sentence)).map(([key]) => key);
  assert.deepEqual(safe, []);
});

test('the standing sentence is there, word for word', () => {
  assert.equal(words['web.absence'], 'Absence of a record is not evidence of safety.');
});
