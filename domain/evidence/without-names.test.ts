import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withoutNames } from './without-names.ts';

test('a private person is left out, an office holder stays, and of a charge nobody is named', () => {
  const told = 'Marta Placeholder lost a leg near Oddar Meanchey';
  assert.equal(withoutNames(told, false, null), '… lost a leg near Oddar Meanchey');
  const minister = 'Defence Minister Anna Placeholder ordered the mines laid';
  assert.equal(withoutNames(minister, false, null), minister);
  assert.equal(withoutNames(minister, true, null), 'Defence Minister … ordered the mines laid');
  assert.equal(withoutNames('Placeholder saw two blasts', false, 'Marta Placeholder'), '… saw two blasts');
});

test('a headline with every word written large is left whole for a person to read', () => {
  const headline = 'Ministry Cites Changing Enemy Tactics as Reason for Reversing Landmine Policy';
  assert.equal(withoutNames(headline, false, null), headline);
});

test('doing it again changes nothing', () => {
  const word = fc.constantFrom(
    'Marta',
    'Placeholder',
    'Minister',
    'the',
    'mines',
    'near',
    'said',
    'Norway',
    'General',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), fc.boolean(), (words, everyone) => {
      const once = withoutNames(words.join(' '), everyone, null);
      assert.equal(withoutNames(once, everyone, null), once);
    }),
  );
});
