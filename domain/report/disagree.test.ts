import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { meet } from './disagree.ts';
import type { Value } from './entry.ts';
import { rectangle, squares } from './squares.testing.ts';
import { code, model, number, text } from './worlds.testing.ts';

const context = { list: model.lists.get('terrain'), overlay: squares };
const agree = (a: Value, b: Value): void => assert.ok(meet(a, b, context) && meet(b, a, context));
const clash = (a: Value, b: Value): void => assert.ok(!meet(a, b, context) && !meet(b, a, context));
const num = (n: object): Value => ({ type: 'number', ...n });

test('numbers agree when their ranges meet', () => {
  agree(num({ number: 100, precision: 10 }), num({ number: 115, precision: 5 }));
  clash(num({ number: 100, precision: 10 }), num({ number: 116, precision: 5 }));
  agree(num({ min: 2 }), number(500));
  clash(num({ min: 2 }), number(1));
  agree(num({ min: 2, max: 5 }), num({ max: 2 }));
  agree(number(0.1 + 0.2), number(0.3));
  clash(number(2), number(3));
});

test('a code agrees with the wider code it is a case of, not with its neighbour', () => {
  agree(code('land'), code('pine'));
  agree(code('forest'), code('pine'));
  clash(code('water'), code('pine'));
});

test('a text agrees with itself however it is spaced at the ends or its accents are written', () => {
  agree(text(' Caf\u00e9'), text('Cafe\u0301 '));
  clash(text('Hill'), text('Dale'));
  agree({ type: 'text', text: 'Kabul', language: 'en' }, { type: 'text', text: 'کابل', language: 'fa' });
});

test('dates agree when their spans share a day', () => {
  const date = (from: string | null, to: string): Value => ({ type: 'date', span: { from, to } });
  agree(date('2019-01-01', '2019-12-31'), date('2019-06-01', '2019-06-01'));
  agree(date(null, '2019-12-31'), date('2001-01-01', '2001-01-01'));
  clash(date('2019-01-01', '2019-12-31'), date('2020-01-01', '2020-01-01'));
});

test('outlines agree when neither leaves out land of the other', () => {
  const land = (x: number, width: number): Value => ({ type: 'geometry', geometry: rectangle(x, 0, width) });
  agree(land(0, 2), land(0, 2));
  clash(land(0, 2), land(0, 3));
  const point: Value = { type: 'geometry', geometry: { type: 'Point', coordinates: [0.5, 0.5] } };
  agree(point, land(0, 2));
  clash(point, land(3, 2));
});

test('a local key may turn out to be any item; two items or two keys are told apart', () => {
  const item = (id: string): Value => ({ type: 'link', item: id });
  const key = (id: string): Value => ({ type: 'link', key: { kind: 'place', id } });
  agree(item('a'), key('P-1'));
  clash(item('a'), item('b'));
  clash(key('P-1'), key('P-2'));
  agree(key('P-1'), key(' P-1'));
});

test('what is unknown agrees with anything; another type never does', () => {
  agree({ type: 'unknown', why: 'not-stated' }, number(3));
  clash(text('3'), number(3));
});

test('agreeing does not depend on who is asked first, and everything agrees with itself', () => {
  const value: fc.Arbitrary<Value> = fc.oneof(
    fc.record({ number: fc.integer({ min: -5, max: 5 }), precision: fc.nat({ max: 3 }) }).map(num),
    fc.constantFrom('land', 'forest', 'pine', 'water').map(code),
    fc.constantFrom('a', ' a', 'b').map(text),
    fc.boolean().map((yes): Value => ({ type: 'yesno', yes })),
  );
  fc.assert(
    fc.property(value, value, (a, b) => {
      assert.equal(meet(a, b, context), meet(b, a, context));
      assert.ok(meet(a, a, context) && meet(a, structuredClone(a), context));
    }),
    { numRuns: 1000 },
  );
});
