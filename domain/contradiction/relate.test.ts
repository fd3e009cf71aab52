import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Overlay } from '../geometry/overlay.ts';
import { builtIn } from '../record/kinds.ts';
import type { Value } from '../report/entry.ts';
import { property } from '../report/worlds.testing.ts';
import { relate } from './relate.ts';
import type { Stated } from './relation.ts';

const overlay = {} as Overlay;
const acts = builtIn.lists.get('treaty-act-type');
const context = { overlay, list: acts };

function stated(value: Value, more: Partial<Stated> = {}): Stated {
  return {
    claim: { report: 'r', n: 0 },
    value,
    definition: '',
    when: { from: '2024-11-20', to: '2024-11-23' },
    voice: 'a',
    published: 'p',
    certainty: 'asserted',
    doubted: false,
    ...more,
  };
}
const other = { voice: 'b', published: 'q' };
const code = (c: string): Value => ({ type: 'code', code: c });
const text = (t: string): Value => ({ type: 'text', text: t });
const told = (a: Stated, b: Stated) => {
  const { relation, reason } = relate(a, b, context);
  return `${relation}: ${reason}`;
};

test('within two weeks and a few weeks meet only at a bound', () => {
  const within: Value = { type: 'number', max: 336 };
  const few: Value = { type: 'number', min: 336, typed: 'a few weeks' };
  assert.equal(told(stated(within), stated(few, other)), 'in-tension: at-a-bound');
  const exact: Value = { type: 'number', number: 336 };
  assert.equal(told(stated(within), stated(exact, other)), 'agree: within-rounding');
});

test('an open end far from the other’s number is no agreement', () => {
  const thousands: Value = { type: 'number', min: 2000, typed: 'thousands' };
  const say = (n: number): Value => ({ type: 'number', number: n });
  const pair = relate(stated(thousands), stated(say(5_000_000), other), context);
  assert.deepEqual(pair, { relation: 'in-tension', reason: 'says-more', leads: 'second' });
  assert.equal(told(stated(thousands), stated(say(2000), other)), 'agree: within-rounding');
  const within = (max: number): Value => ({ type: 'number', max });
  assert.equal(told(stated(within(336)), stated(within(24), other)), 'in-tension: says-more');
  assert.equal(told(stated(within(336)), stated(within(336), other)), 'agree: same');
});

test('a code that is a case of the other says more', () => {
  const pair = relate(stated(code('not-party')), stated(code('not-signatory'), other), context);
  assert.deepEqual(pair, { relation: 'in-tension', reason: 'says-more', leads: 'second' });
  assert.equal(told(stated(code('ratification')), stated(code('signature'), other)), 'contradict: apart');
});

test('two voices that name different accusers contradict each other, one that names another publisher does not', () => {
  assert.equal(told(stated(text('the UN')), stated(text('a campaign'), other)), 'contradict: apart');
  assert.equal(told(stated(text('the UN')), stated(text(' the UN '), other)), 'agree: same');
});

test('a plan beside a deed, doubt beside fact, and a denial are in tension', () => {
  const same = code('decided');
  assert.equal(told(stated(same, { certainty: 'planned' }), stated(same, other)), 'in-tension: planned-done');
  assert.equal(told(stated(same, { doubted: true }), stated(same, other)), 'in-tension: less-sure');
  assert.equal(told(stated(same, { certainty: 'denied' }), stated(same, other)), 'in-tension: denied');
  assert.equal(told(stated(same, { certainty: 'reported' }), stated(same, other)), 'agree: same');
});

test('one voice handed on more strongly by another publisher is in tension', () => {
  const quote = stated({ type: 'number', max: 336 });
  const retold = stated({ type: 'number', max: 100 }, { published: 'q' });
  assert.equal(told(quote, retold), 'in-tension: stronger-retold');
});

test('the later takes the place of the earlier, and members of a set stand beside each other', () => {
  const later = stated(code('signature'), { ...other, when: { from: '2025-01-01', to: '2025-01-01' } });
  assert.deepEqual(relate(stated(code('ratification')), later, context), {
    relation: 'supersede',
    reason: 'later',
    leads: 'second',
  });
  const member = (c: string, yes = true): Value => ({ type: 'member', of: code(c), yes });
  assert.equal(
    told(stated(member('signature')), stated(member('ratification'), other)),
    'complement: beside',
  );
  assert.equal(
    told(stated(member('signature')), stated(member('signature', false), other)),
    'contradict: apart',
  );
});

const anyDay = fc.integer({ min: 1, max: 6 }).map((m) => `2024-0${m}-01`);
const anySpan = fc
  .tuple(fc.option(anyDay), anyDay)
  .map(([from, to]) => ({ from: from === null || from > to ? null : from, to }));
const anyNumber = fc.oneof(
  fc.integer({ min: 0, max: 5 }).map((number): Value => ({ type: 'number', number })),
  fc.integer({ min: 0, max: 5 }).map((min): Value => ({ type: 'number', min })),
  fc.integer({ min: 0, max: 5 }).map((max): Value => ({ type: 'number', max })),
  fc.constant<Value>({ type: 'unknown', why: 'not-stated' }),
);
const anyStated = fc.record({
  value: anyNumber,
  when: anySpan,
  voice: fc.constantFrom('a', 'b'),
  definition: fc.constantFrom('', 'x'),
  certainty: fc.constantFrom(null, 'asserted' as const, 'planned' as const, 'denied' as const),
});

test('a relation is the same seen from either side, but for which of the two leads', () => {
  const turned = { first: 'second', second: 'first' } as const;
  fc.assert(
    fc.property(anyStated, anyStated, fc.constantFrom('latest', 'monotone'), (x, y, fold) => {
      const [a, b] = [stated(x.value, x), stated(y.value, y)];
      const comparing = { ...context, property: property('number', fold) };
      const there = relate(a, b, comparing);
      const back = relate(b, a, comparing);
      assert.equal(back.relation, there.relation);
      assert.equal(back.reason, there.reason);
      assert.equal(back.leads, there.leads === null ? null : turned[there.leads]);
    }),
  );
});
