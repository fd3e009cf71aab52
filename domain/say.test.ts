import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SentenceFault, say } from './say.ts';

test('facts stand where the sentence names them', () => {
  assert.equal(say('There is no kind “{kind}”.', { kind: 'tank' }), 'There is no kind “tank”.');
  assert.equal(say("It can't be {a}, {b}.", { a: ['x', 2], b: null }), "It can't be x, 2, .");
});

test('a fact that was not given stays visible', () => {
  assert.equal(say('{a} and {b}', { a: 1 }), '1 and {b}');
});

test('plurals follow the language', () => {
  const sentence = '{n, plural, =0 {no row} one {# row} few {# řádky} other {# rows}} of {file}';
  assert.equal(say(sentence, { n: 0, file: 'f' }), 'no row of f');
  assert.equal(say(sentence, { n: 1, file: 'f' }), '1 row of f');
  assert.equal(say(sentence, { n: 3, file: 'f' }), '3 rows of f');
  assert.equal(say(sentence, { n: 3, file: 'f' }, 'cs'), '3 řádky of f');
});

test('select takes the branch named, else other', () => {
  const sentence = '{why, select, old {too old} other {unknown ({why})}}';
  assert.equal(say(sentence, { why: 'old' }), 'too old');
  assert.equal(say(sentence, { why: 'used' }), 'unknown (used)');
});

test('quoted braces are text', () => {
  assert.equal(say("write '{name}' for {x}", { x: 'it' }), 'write {name} for it');
});

test('a broken sentence is named, not shown', () => {
  for (const broken of ['{', '{n, plural, one {x}}', '{n, plural, other {x}', '{a b}']) {
    assert.throws(() => say(broken, { n: 5 }), SentenceFault, broken);
  }
});

test('a fact is never read as a sentence', () => {
  fc.assert(
    fc.property(fc.string(), (value) => say('[{value}]', { value }) === `[${value}]`),
    { numRuns: 1000 },
  );
});

test('on a page a fact that runs the other way is isolated, and still chooses its case', () => {
  const place = 'في {place}.';
  assert.equal(say(place, { place: 'Orlia (invented)' }, 'ar', 'rtl'), 'في \u2068Orlia (invented)\u2069.');
  assert.equal(say(place, { place: 'القدس' }, 'ar', 'rtl'), 'في القدس.');
  assert.equal(say('At {place}.', { place: 'القدس' }, 'en', 'ltr'), 'At \u2068القدس\u2069.');
  assert.equal(say('At {place}.', { place: 'Orlia' }, 'en', 'ltr'), 'At Orlia.');
  assert.equal(say('{about, select, yes {نعم} other {لا}}', { about: 'yes' }, 'ar', 'rtl'), 'نعم');
  assert.equal(say('{n, plural, one {# m} other {# m}}', { n: 1200 }, 'en', 'ltr'), '1,200 m');
});
