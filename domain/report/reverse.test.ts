import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isProblem } from '../problem.ts';
import type { Act, Decision, Id, Ref } from './entry.ts';
import { heads, registersOf } from './registers.ts';
import { type Made, reversalOf } from './reverse.ts';

const id = (n: number): Id => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const ref = (n: number): Ref => ({ id: id(n), digest: String(n).padStart(64, '0') });
const made = (n: number, act: Act, after: readonly Ref[] = []): Made => ({
  ref: ref(n),
  decision: {
    type: 'decision',
    id: id(n),
    programme: 'p',
    by: id(99),
    written: '2026-01-01T00:00:00.000Z',
    reason: '',
    after,
    ...act,
  } as Decision,
});
const standing = (...all: readonly Made[]) => {
  const names = new Set(all.flatMap((m) => registersOf(m.decision)));
  return new Map(
    [...names].map((name) => [name, heads(all.filter((m) => registersOf(m.decision).includes(name)))]),
  );
};
const approve: Act = { act: 'approve', reports: [ref(1), ref(2)], step: 'review' };
const merge: Act = {
  act: 'merge',
  pairs: [
    [id(1), id(2)],
    [id(2), id(3)],
  ],
};

test('a merge is taken back by un-merging, and that by merging again', () => {
  const first = made(10, merge);
  const back = reversalOf(first, standing(first), []);
  assert.deepEqual(back, [
    { act: { act: 'unmerge', pairs: merge.act === 'merge' ? merge.pairs : [] }, after: [ref(10)] },
  ]);
  const second = made(11, { ...merge, act: 'unmerge' }, [ref(10)]);
  const again = reversalOf(second, standing(first, second), [first]);
  assert.deepEqual(again, [{ act: merge, after: [ref(11)] }]);
});

test('what others have decided on since is left: only the rest is taken back', () => {
  const first = made(10, approve);
  const since = made(11, { act: 'reject', reports: [ref(2)], step: 'review' }, [ref(10)]);
  assert.deepEqual(reversalOf(first, standing(first, since), []), [
    { act: { act: 'withdraw', registers: [`standing/${id(1)}/review`] }, after: [ref(10)] },
  ]);
});

test('a decision that others came after on everything it set is not taken back', () => {
  const first = made(10, { act: 'reject', reports: [ref(2)], step: 'review' });
  const since = made(11, { act: 'approve', reports: [ref(2)], step: 'review' }, [ref(10)]);
  const back = reversalOf(first, standing(first, since), []);
  assert.ok(isProblem(back) && back.code === 'decision-followed');
});

test('a withdrawal is taken back by deciding again what it took back, and no more', () => {
  const first = made(10, approve);
  const away = made(11, { act: 'withdraw', registers: [`standing/${id(2)}/review`] }, [ref(10)]);
  assert.deepEqual(reversalOf(away, standing(first, away), [first]), [
    { act: { act: 'approve', reports: [ref(2)], step: 'review' }, after: [ref(11)] },
  ]);
});

test('a dispute left open with a note took nothing back, so there is nothing to decide again', () => {
  const note = made(10, { act: 'withdraw', registers: [`choice/${id(1)}/reported_area/`] });
  const back = reversalOf(note, standing(note), []);
  assert.ok(isProblem(back) && back.code === 'decision-takes-nothing-back');
});

test('every kind of decision can be taken back', () => {
  const acts: readonly Act[] = [
    approve,
    merge,
    { act: 'retarget', moves: [{ report: ref(1), from: id(1), to: id(2) }] },
    { act: 'split', moves: [{ report: ref(1), from: id(1), to: id(2), claims: [0] }] },
    {
      act: 'choose',
      item: id(1),
      property: 'a',
      definition: '',
      saw: [{ report: id(1), n: 0 }],
      takes: { report: id(1), n: 0 },
    },
    {
      act: 'lower',
      item: id(1),
      property: 'a',
      value: { type: 'code', code: 'b' },
      when: { from: '2026-01-01', to: '2026-01-01' },
    },
    { act: 'void', of: { item: id(1) }, evidence: 'twice' },
    { act: 'confirm', of: ref(1) },
    { act: 'settle-id', entry: id(1), takes: ref(1).digest },
  ];
  for (const act of acts) {
    const first = made(10, act);
    const back = reversalOf(first, standing(first), []);
    assert.ok(Array.isArray(back) && back.length === 1, act.act);
    const names = back.flatMap((r) => registersOf(made(11, r.act).decision));
    assert.deepEqual(names.sort(), [...registersOf(first.decision)].sort(), act.act);
  }
});
