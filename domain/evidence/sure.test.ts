import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '../record/kinds.ts';
import { propose } from './propose.ts';
import { suggest } from './suggest.ts';
import { isSure } from './sure.ts';

/** The words of a text that may be taken without a look at each. */
function sureOf(text: string): readonly string[] {
  const found = suggest(text, { publisher: 'Example Post', published: '2026-10-06' });
  return found.filter((s) => isSure(s, propose(s, builtIn))).map((s) => s.span.text);
}

test('a whole sentence that says a value of what it names is sure', () => {
  assert.deepEqual(sureOf('Estonia ratified the Mine Ban Treaty in 2004.'), [
    'Estonia ratified the Mine Ban Treaty in 2004',
  ]);
});

test('what is told of something named elsewhere, of two states at once, or only worded, is left to a person', () => {
  for (const text of [
    'They become inert within two weeks.',
    'This decision follows the approval of using long-range missiles on Veltlandish territory.',
    'Both Estonia and Latvia have not ratified the treaty.',
    'The minister welcomed the move.',
    'Ukraine signed nothing, and has faced accusations of violating the treaty.',
  ])
    assert.deepEqual(sureOf(text), [], text);
});

test('what is thought, or holds on a condition, is left to a person', () => {
  for (const text of [
    'If parliament agreed, Estonia would withdraw from the Mine Ban Treaty.',
    'The mines should become inert within two weeks if the battery is sound.',
  ])
    assert.deepEqual(sureOf(text), [], text);
});

test('a number that may be another thing’s is left to a person: an age, another clause, one of two, a share', () => {
  for (const text of [
    'Ahmed Placeholder, 12, was killed by a landmine near Mosul on Monday.',
    'Sara, aged 34, was killed by a mine near Mosul.',
    'A man of 45 was killed by a mine in Mosul.',
    'The area is safe after ten years, and mines self-deactivate within 120 days.',
    'The annual number of casualties has fallen from about 300 in 2008 to fewer than 40.',
    'Nine in ten victims were civilians.',
    'Myanmar has not joined it either.',
  ])
    assert.deepEqual(sureOf(text), [], text);
});
