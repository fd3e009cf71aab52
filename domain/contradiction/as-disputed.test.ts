import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Claim, Value } from '../report/entry.ts';
import { live, only, says } from '../report/folded.testing.ts';
import { squares } from '../report/squares.testing.ts';
import { code, model, property, text } from '../report/worlds.testing.ts';
import { relate } from './relate.ts';

const day = fc.integer({ min: 1, max: 6 }).map((m) => `2020-0${m}-01`);
const span = fc
  .tuple(fc.option(day), day)
  .map(([from, to]): readonly [string | null, string] => [from === null || from > to ? null : from, to]);
const number = fc.oneof(
  fc.integer({ min: 0, max: 5 }).map((n): Value => ({ type: 'number', number: n })),
  fc.integer({ min: 0, max: 5 }).map((min): Value => ({ type: 'number', min })),
  fc.integer({ min: 0, max: 5 }).map((max): Value => ({ type: 'number', max })),
);
const value = (name: string): fc.Arbitrary<Value> =>
  name === 'mines'
    ? number
    : name === 'terrain'
      ? fc.constantFrom('land', 'forest', 'pine', 'water').map(code)
      : fc.constantFrom('here', 'there').map(text);
const pair = fc
  .constantFrom('mines', 'terrain', 'name')
  .chain((name) => fc.record({ name: fc.constant(name), a: value(name), b: value(name), x: span, y: span }));
const folds = {
  mines: property('number', 'monotone'),
  terrain: property('code', 'latest', { codes: 'terrain' }),
  name: property('text', 'latest'),
};

test('of one item two voices contradict each other exactly where the fold disputes what they say', () => {
  fc.assert(
    fc.property(pair, ({ name, a, b, x, y }) => {
      const claim = (v: Value): Omit<Claim, 'on'> => ({ property: name, value: v });
      const folded = only(live(says('one', x, claim(a)), says('two', y, claim(b))), name);
      const of = (v: Value, when: readonly [string | null, string], voice: string) => ({
        claim: { report: voice, n: 0 },
        value: v,
        definition: '',
        when: { from: when[0], to: when[1] },
        voice,
        published: '',
        certainty: null,
        doubted: false,
      });
      const context = {
        overlay: squares,
        list: model.lists.get(name),
        property: folds[name as keyof typeof folds],
      };
      const relation = (more: object) =>
        relate(of(a, x, 'one'), of(b, y, 'two'), { ...context, ...more }).relation;
      assert.equal(relation({}) === 'contradict', folded.state === 'disputed');
      // of two items the fold says nothing: there an undated claim leaves open which is the later
      const across = relation({ acrossItems: true });
      assert.equal(across === 'contradict' || across === 'order-open', folded.state === 'disputed');
    }),
    { numRuns: 400 },
  );
});
