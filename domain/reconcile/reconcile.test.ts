import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { builtIn } from '../record/kinds.ts';
import type { Value } from '../report/entry.ts';
import { rectangle, squares } from '../report/squares.testing.ts';
import { type Comparing, compare } from './compare.ts';
import { pair } from './pair.ts';
import { keyWord, type Side } from './sides.ts';

const kind = builtIn.kinds.get('hazardous-area')!;
const about: Comparing = {
  kind,
  model: builtIn,
  overlay: squares,
  properties: ['hazard_class', 'reported_area', 'device_count', 'identified_on', 'categories', 'outline'],
  tolerance_m2: 0,
};
const side = (id: string, keys: readonly string[], values: Side['values'] = {}): Side => ({
  id,
  keys,
  values,
  place: null,
});
const number = (n: number): Value => ({ type: 'number', number: n });
const code = (c: string): Value => ({ type: 'code', code: c });
const date = (from: string, to: string): Value => ({ type: 'date', span: { from, to } });

const keys = fc.array(fc.constantFrom('A', 'a ', 'B', 'C', 'D  1', 'd 1', 'E', ''), { maxLength: 3 });
const sides = fc
  .array(fc.tuple(keys, keys), { maxLength: 8 })
  .map((all) => all.map(([own, perhaps], n) => ({ ...side(String(n), own), perhaps })));
const value = fc.oneof(
  fc.integer({ min: 0, max: 20 }).map(number),
  fc.constantFrom('sha', 'cha').map(code),
  fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 9 }))
    .map(([d, n]) =>
      date(`2024-03-${String(d).padStart(2, '0')}`, `2024-04-${String(n + 1).padStart(2, '0')}`),
    ),
  fc.constant<Value>({ type: 'unknown', why: 'not-stated' }),
);
const values = fc.dictionary(
  fc.constantFrom('hazard_class', 'reported_area', 'device_count', 'identified_on'),
  fc.array(value, { maxLength: 2 }),
);

test('every item of both sides stands in exactly one group, whatever the keys', () => {
  fc.assert(
    fc.property(sides, sides, (ours, theirs) => {
      const found = pair(ours, theirs);
      const mine = [
        ...found.both.map((b) => b.ours),
        ...found.only_ours,
        ...found.unsure.flatMap((u) => u.ours),
      ];
      const yours = [
        ...found.both.map((b) => b.theirs),
        ...found.only_theirs,
        ...found.unsure.flatMap((u) => u.theirs),
      ];
      assert.deepEqual(mine.map((s) => s.id).sort(), ours.map((s) => s.id).sort());
      assert.deepEqual(yours.map((s) => s.id).sort(), theirs.map((s) => s.id).sort());
    }),
  );
});

test('a pair shares a key, and no other item shares one with it', () => {
  const shares = (a: Side, b: Side) =>
    a.keys.some((k) => keyWord(k) !== '' && b.keys.some((other) => keyWord(other) === keyWord(k)));
  fc.assert(
    fc.property(sides, sides, (ours, theirs) => {
      for (const { ours: o, theirs: t } of pair(ours, theirs).both) {
        assert.ok(shares(o, t));
        assert.equal(
          [...ours, ...theirs].filter((s) => s !== o && s !== t && (shares(s, o) || shares(s, t))).length,
          0,
        );
      }
    }),
  );
});

test('a word that may be the same id or another’s makes no pair, and a person sees both', () => {
  const doubtful = (id: string, key: string): Side => ({ ...side(id, [key]), perhaps: ['12'] });
  const [ours, theirs] = [doubtful('a', 'UNMAS: 12'), doubtful('1', '12')];
  assert.deepEqual(pair([ours], [theirs]), {
    both: [],
    only_ours: [],
    only_theirs: [],
    unsure: [{ ours: [ours], theirs: [theirs] }],
  });
  const sure = side('b', ['12']);
  assert.deepEqual(pair([ours, sure], [theirs]), {
    both: [{ ours: sure, theirs }],
    only_ours: [ours],
    only_theirs: [],
    unsure: [],
  });
});

test('who is whose pair depends neither on the order of a list nor on which side is called ours', () => {
  const named = (found: ReturnType<typeof pair>, turned = false) =>
    found.both
      .map(({ ours, theirs }) => (turned ? [theirs.id, ours.id] : [ours.id, theirs.id]).join())
      .sort();
  fc.assert(
    fc.property(sides, sides, (ours, theirs) => {
      const found = named(pair(ours, theirs));
      assert.deepEqual(named(pair([...ours].reverse(), [...theirs].reverse())), found);
      assert.deepEqual(named(pair(theirs, ours), true), found);
    }),
  );
});

test('a list held against itself differs in nothing', () => {
  fc.assert(
    fc.property(values, (said) => {
      const one = side('1', ['A'], said);
      assert.deepEqual(compare(one, one, about), []);
    }),
  );
});

test('turned around, the same properties differ', () => {
  fc.assert(
    fc.property(values, values, (a, b) => {
      const [one, other] = [side('1', [], a), side('2', [], b)];
      const turned = { differs: 'differs', 'only-ours': 'only-theirs', 'only-theirs': 'only-ours' };
      assert.deepEqual(
        compare(other, one, about).map((d) => [d.property, d.how]),
        compare(one, other, about).map((d) => [d.property, turned[d.how]]),
      );
    }),
  );
});

test('a greater tolerance never finds a new difference', () => {
  fc.assert(
    fc.property(values, values, fc.nat(30), fc.nat(30), (a, b, less, more) => {
      const [one, other] = [side('1', [], a), side('2', [], b)];
      const at = (tolerance_m2: number) =>
        compare(one, other, { ...about, tolerance_m2 }).map((d) => d.property);
      const wide = at(less + more);
      for (const property of wide) assert.ok(at(less).includes(property));
    }),
  );
});

test('numbers are compared in m² within the tolerance, dates by their spans, codes with their narrower ones, sets as sets', () => {
  const ours = side('1', [], {
    reported_area: [number(15_000)],
    identified_on: [date('2024-01-01', '2024-12-31')],
    device_count: [number(12)],
    categories: [code('ap-mine'), code('av-mine')],
  });
  const theirs = side('2', [], {
    reported_area: [number(15_200)],
    identified_on: [date('2024-05-05', '2024-05-05')],
    device_count: [number(14)],
    categories: [code('av-mine'), code('ap-mine')],
  });
  const names = (tolerance_m2: number) =>
    compare(ours, theirs, { ...about, tolerance_m2 }).map((d) => d.property);
  assert.deepEqual(names(0), ['reported_area', 'device_count']);
  assert.deepEqual(names(500), ['device_count']);
});

test('outlines differ by the land that only one of them covers', () => {
  const place = (geometry: ReturnType<typeof rectangle>) => ({ type: 'geometry' as const, geometry });
  const ours = { ...side('1', []), place: place(rectangle(0, 0, 10, 10)) };
  const theirs = { ...side('2', []), place: place(rectangle(0, 0, 10, 20)) };
  const [found] = compare(ours, theirs, about);
  assert.equal(found?.property, 'outline');
  assert.ok(found.m2 && found.m2.ours === 0 && found.m2.theirs > 0);
  assert.deepEqual(compare(ours, theirs, { ...about, tolerance_m2: found.m2.theirs }), []);
  assert.deepEqual(
    compare({ ...ours, place: null }, theirs, about).map((d) => d.how),
    ['only-theirs'],
  );
});

test('what is unknown or personal on one side is no difference to say', () => {
  const ours = side('1', [], { landowner: [{ type: 'personal', commitment: 'x' }] });
  const theirs = side('2', [], { device_count: [{ type: 'unknown', why: 'unreadable' }] });
  assert.deepEqual(compare(ours, theirs, { ...about, properties: ['landowner', 'device_count'] }), []);
});
