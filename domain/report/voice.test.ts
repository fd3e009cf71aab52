import assert from 'node:assert/strict';
import { test } from 'node:test';
import { live, name, only } from './folded.testing.ts';
import { voiceOf } from './voice.ts';
import { item, report } from './worlds.testing.ts';

test('a relay is no second voice: who said it counts, then who published it, then the source', () => {
  const log = live(
    report({ said: 'north', source: 'a newspaper' }, name('Hill')),
    report(
      { source: 'another newspaper' },
      { ...name('Dale'), published: { name: 'x' }, said: { name: 'north ' } },
    ),
  );
  assert.equal(only(log, 'name').state, 'settled');
  const unnamed = live(report({ source: 'a' }, name('Hill')), report({ source: 'b' }, name('Dale')));
  assert.equal(only(unnamed, 'name').state, 'disputed');
});

test('the voice is the nearest one named: said before published, the claim before the report, else the source', () => {
  const { entry } = report({ said: ' north ', source: 'a paper' }, name('Hill'));
  assert.equal(voiceOf(entry), 'north');
  assert.equal(voiceOf(entry, { said: { name: 'south' } }), 'south');
  assert.equal(voiceOf(entry, { published: { name: 'a press' } }), 'north');
  const { said: _, ...unsaid } = entry;
  assert.equal(voiceOf(unsaid, { published: { name: 'a press' } }), 'a press');
  assert.equal(voiceOf({ ...unsaid, said: {} }), 'a paper');
  assert.equal(voiceOf({ ...unsaid, said: { item: item(7), name: 'north' } }), item(7));
});
