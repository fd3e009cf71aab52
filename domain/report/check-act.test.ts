import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAct, checkReason } from './check-act.ts';
import type { Act, Decision, Id } from './entry.ts';

const id = (n: number): Id => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const decided = (act: Act, reason = 'seen on the ground') =>
  ({
    type: 'decision',
    id: id(1),
    programme: 'p',
    by: id(2),
    written: '2026-01-01T00:00:00.000Z',
    reason,
    after: [],
    ...act,
  }) as Decision;
const kinds = new Map([
  [id(3), 'hazardous-area'],
  [id(4), 'hazardous-area'],
  [id(5), 'accident'],
]);
const kindOf = (item: Id) => kinds.get(item);
const merge = (a: number, b: number) => decided({ act: 'merge', pairs: [[id(a), id(b)]] });

test('only two different items of one kind are merged, as far as their kinds are known here', () => {
  assert.equal(checkAct(merge(3, 4), kindOf), null);
  assert.equal(checkAct(merge(3, 5), kindOf)?.code, 'merge-kinds-differ');
  assert.equal(checkAct(merge(3, 3), kindOf)?.code, 'merge-kinds-differ');
  assert.equal(checkAct(merge(3, 9), kindOf), null, 'the other has not arrived yet');
});

test('a choice takes one of the claims its author saw', () => {
  const choose = (n: number) =>
    decided({
      act: 'choose',
      item: id(3),
      property: 'a',
      definition: '',
      saw: [{ report: id(7), n: 0 }],
      takes: { report: id(7), n },
    });
  assert.equal(checkAct(choose(0), kindOf), null);
  assert.equal(checkAct(choose(1), kindOf)?.code, 'choice-not-seen');
});

test('a merge without a word why is refused, an approval is not', () => {
  assert.equal(
    checkReason(decided({ act: 'merge', pairs: [[id(3), id(4)]] }, ' '))?.code,
    'decision-without-reason',
  );
  assert.equal(checkReason(decided({ act: 'approve', reports: [], step: 'review' }, '')), null);
});

test('a void names what it rests on', () => {
  const of = { item: id(3) };
  assert.equal(checkReason(decided({ act: 'void', of, evidence: '' }))?.code, 'decision-without-reason');
  assert.equal(checkReason(decided({ act: 'void', of, evidence: 'the sheet it was read from' })), null);
});
