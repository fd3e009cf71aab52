import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { suggest } from './suggest.ts';
import { readAlone } from './whole-claim.ts';

const alone = (text: string) => suggest(text).map((s) => readAlone(s.span.text, s));

test('a stretch without a subject of its own can be read alone', () => {
  assert.deepEqual(alone('Norway has provided Ukraine with rockets, which were made in 1985.'), [
    'Norway has provided Ukraine with rockets',
    'rockets were made in 1985',
  ]);
  assert.deepEqual(alone('The army laid mines in March and has fired rockets since.'), [
    'The army laid mines in March',
    'The army has fired rockets since',
  ]);
});

test('words that hold their subject stay as they are', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (a, b, subject) => {
      const span = a + subject + b;
      assert.equal(readAlone(span, { subject, predicate: 'is', object: null }), span);
      assert.equal(readAlone(span, { subject: null, predicate: 'is', object: null }), span);
    }),
  );
});
