import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggest } from './suggest.ts';

const voices = (text: string, publisher: string) =>
  suggest(text, { publisher, published: '2025-03-04' }).map((s) => [s.speaker_kind, s.speaker]);

test('a press agency speaks for itself, also where its date line has letters that are those of a charity', () => {
  const text = 'OSLO, March 4 (NPA) - Norway has cleared the last minefield on its coast.\n';
  assert.deepEqual(voices(text, 'Northern Press Agency'), [['outlet', 'Northern Press Agency (own voice)']]);
  assert.deepEqual(voices(text, 'The Coastal Ledger')[0]?.[0], 'outlet');
});

test('an opinion piece speaks for the author it names, and the note on the author is no claim', () => {
  const text =
    'Opinion\n\nNo fence is worth a field\n\nBy Example Writer\n\nI have read the law. Chad joined the convention in 1999.\n\nExample Writer is a surveyor. She joined the paper in 2001.\n';
  const found = voices(text, 'The Coastal Ledger');
  assert.ok(found.length > 0);
  for (const voice of found) assert.deepEqual(voice, ['person-named', 'Example Writer']);
  assert.ok(!suggest(text).some((s) => s.span.text.includes('2001')));
});
