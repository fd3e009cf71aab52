import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim } from './entry.ts';
import { fold, live } from './folded.testing.ts';
import { outline, report, text } from './worlds.testing.ts';

test('a hazard that cannot be drawn stands on the to-locate list with its reason', () => {
  const why = (...claims: readonly Omit<Claim, 'on'>[]) => {
    const view = fold(live(report({}, ...claims)))[0];
    return [view?.to_locate, view?.drawing?.extent];
  };
  assert.deepEqual(why({ property: 'name', value: text('x') }), ['place-missing', 'none']);
  assert.deepEqual(why({ property: 'unit', value: { type: 'link', key: { kind: 'place', id: 'P' } } }), [
    'place-unit-only',
    'unit',
  ]);
  assert.deepEqual(why({ property: 'outline', value: { type: 'unknown', why: 'unreadable', typed: '?' } }), [
    'place-unreadable',
    'none',
  ]);
  const waits = report(
    { waits: 'position-sign-error' },
    { property: 'outline', value: { type: 'unknown', why: 'unreadable' } },
  );
  assert.equal(fold([waits])[0]?.to_locate, 'position-sign-error');
  assert.deepEqual(why(outline(0, 0)), [undefined, 'outline']);
});
