import assert from 'node:assert/strict';
import test from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import type { Claim, Value } from '../report/entry.ts';
import { checkClaim, checkValue } from './check-value.ts';
import { claimsSchema } from './json-schema.ts';
import type { Kind, Property } from './kind.ts';
import { builtIn } from './kinds.ts';

const kinds = [...builtIn.kinds.values()];
const kind = (name: string): Kind => {
  const found = builtIn.kinds.get(name);
  assert.ok(found, name);
  return found;
};
const check = (kindName: string, property: string, value: Value) =>
  checkClaim(kind(kindName), { on: 0, property, value }, builtIn)?.code ?? null;

const position = fc.tuple(fc.integer({ min: -179, max: 178 }), fc.integer({ min: -89, max: 88 }));
const point = position.map((coordinates) => ({ type: 'Point' as const, coordinates }));
const line = position.map(([x, y]) => ({
  type: 'LineString' as const,
  coordinates: [
    [x, y],
    [x + 1, y + 1],
  ] as const,
}));
const polygon = position.map(([x, y]) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y],
    ],
  ] as const,
}));
const word = fc.string({ minLength: 1 }).filter((s) => s.trim() !== '' && !s.includes('\0'));
const number = fc.double({ noNaN: true, min: 0, max: 100 });

/** A value in clear that the property takes. */
function fitting(p: Property): fc.Arbitrary<Value> {
  const codes = Object.keys(builtIn.lists.get(p.codes ?? '')?.codes ?? {});
  switch (p.type) {
    case 'text':
      return word.map((text) => ({ type: 'text', text }));
    case 'code':
      return fc.constantFrom(...codes).map((code) => ({ type: 'code', code }));
    case 'yesno':
      return fc.boolean().map((yes) => ({ type: 'yesno', yes }));
    case 'number': {
      const one = p.unit === 'count' ? fc.integer({ min: 0, max: 1e6 }) : number;
      return fc.oneof(
        one.map((n): Value => ({ type: 'number', number: n })),
        fc
          .tuple(one, one)
          .map(([a, b]): Value => ({ type: 'number', min: Math.min(a, b), max: Math.max(a, b) })),
        one.map((n): Value => ({ type: 'number', min: n })),
      );
    }
    case 'date':
      return fc.constant({ type: 'date', span: { from: null, to: '2020-02-29', typed: 'by Feb 2020' } });
    case 'geometry': {
      const shapes = { point, line, polygon };
      return fc
        .oneof(...(p.shapes ?? []).map((s) => shapes[s]))
        .map((geometry) => ({ type: 'geometry', geometry, accuracy: 5 }));
    }
    case 'link':
      return fc.oneof(
        fc.uuid().map((item): Value => ({ type: 'link', item })),
        word.map((id): Value => ({ type: 'link', key: { kind: p.to?.[0] ?? 'place', id } })),
      );
    case 'identifier':
      return fc.tuple(word, word).map(([id, issuer]) => ({ type: 'identifier', id, issuer }));
    case 'release':
      return polygon.map((land) => ({
        type: 'release',
        method: 'cleared',
        process: 'clearance',
        land,
        depth_mm: 130,
      }));
  }
}

const anyProperty = fc
  .constantFrom(...kinds)
  .chain((k) =>
    fc.constantFrom(...Object.entries(k.properties)).map(([name, property]) => ({ kind: k, name, property })),
  );

test('a value of the property’s type is taken, alone or as a member of a set', () => {
  fc.assert(
    fc.property(
      anyProperty.chain((p) => fc.tuple(fc.constant(p), fitting(p.property), fc.boolean())),
      ([{ kind: k, name, property }, value, yes]) => {
        const said: Value = property.fold === 'set' ? { type: 'member', of: value, yes } : value;
        assert.equal(checkClaim(k, { on: 0, property: name, value }, builtIn), null);
        assert.equal(checkClaim(k, { on: 0, property: name, value: said }, builtIn), null);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a value of another type is refused, and so is a member where there is no set', () => {
  fc.assert(
    fc.property(
      fc
        .tuple(anyProperty, anyProperty)
        .chain(([to, from]) => fc.tuple(fc.constant(to), fc.constant(from), fitting(from.property))),
      ([to, from, value]) => {
        fc.pre(to.property.type !== from.property.type);
        assert.equal(checkValue(to.name, to.property, value, builtIn)?.code, 'value-type-wrong');
        if (to.property.fold === 'set') return;
        const member: Value = { type: 'member', of: value, yes: true };
        assert.equal(checkValue(to.name, to.property, member, builtIn)?.code, 'value-type-wrong');
      },
    ),
    { numRuns: 1000 },
  );
});

test('unknown is a value everywhere, with a reason of the list', () => {
  for (const k of kinds)
    for (const property of Object.keys(k.properties)) {
      assert.equal(check(k.name, property, { type: 'unknown', why: 'not-stated' }), null);
      assert.equal(check(k.name, property, { type: 'unknown', why: 'perhaps' }), 'code-unknown');
    }
});

test('the JSON Schema takes what the check takes and refuses what it refuses', () => {
  const ajv = new Ajv2020({ strict: false, code: { optimize: false } });
  const schemas = new Map(kinds.map((k) => [k.name, ajv.compile(claimsSchema(k, builtIn))]));
  const agree = (k: Kind, claim: Claim) => {
    const schema = schemas.get(k.name);
    assert.ok(schema);
    assert.equal(schema([claim]), checkClaim(k, claim, builtIn) === null, JSON.stringify(claim));
  };
  fc.assert(
    fc.property(
      fc
        .tuple(anyProperty, anyProperty)
        .chain(([to, from]) => fc.tuple(fc.constant(to), fitting(from.property), fitting(to.property))),
      ([to, other, own]) => {
        agree(to.kind, { on: 0, property: to.name, value: own });
        // a number of another unit, a code of another list, a shape of another kind: both must say the same
        agree(to.kind, { on: 0, property: to.name, value: other });
        agree(to.kind, { on: 0, property: `${to.name}_x`, value: own });
      },
    ),
    { numRuns: 1000 },
  );
});

test('there are no fewer than no people, and no half ones', () => {
  assert.equal(check('accident', 'killed', { type: 'number', number: -1 }), 'number-too-low');
  assert.equal(check('accident', 'killed', { type: 'number', number: 1.5 }), 'count-not-whole');
  assert.equal(check('accident', 'killed', { type: 'number', min: 3 }), null);
  assert.equal(check('accident', 'killed', { type: 'number', min: 3, max: 2 }), 'number-bounds-crossed');
  assert.equal(check('accident', 'killed', { type: 'number' }), 'value-empty');
  assert.equal(check('accident', 'killed', { type: 'number', number: Number.NaN }), 'number-not-finite');
  assert.equal(
    check('hazardous-area', 'reported_area', { type: 'number', number: Number.POSITIVE_INFINITY }),
    'number-not-finite',
  );
  assert.equal(check('survey-result', 'share_covered', { type: 'number', number: 101 }), 'number-too-high');
  assert.equal(check('contribution', 'amount', { type: 'number', number: -5 }), null);
});

test('a find is a point, an outline may be a line', () => {
  const road: Value = {
    type: 'geometry',
    geometry: {
      type: 'LineString',
      coordinates: [
        [1, 1],
        [2, 2],
      ],
    },
    width: 8,
  };
  assert.equal(check('find', 'position', road), 'shape-wrong');
  assert.equal(check('hazardous-area', 'outline', road), null);
  assert.equal(check('hazardous-area', 'outline', { ...road, width: -8 }), 'number-too-low');
});

test('a place beyond the earth is refused', () => {
  const value: Value = { type: 'geometry', geometry: { type: 'Point', coordinates: [10, 95] } };
  assert.equal(check('find', 'position', value), 'position-out-of-range');
});

test('a link names an id or a key of a kind it may lead to', () => {
  assert.equal(check('victim', 'accident', { type: 'link', item: 'not-an-id' }), 'id-malformed');
  assert.equal(check('victim', 'accident', { type: 'link' }), 'value-empty');
  assert.equal(
    check('victim', 'accident', { type: 'link', key: { kind: 'place', id: 'X' } }),
    'link-kind-wrong',
  );
  assert.equal(
    check('victim', 'accident', { type: 'link', key: { kind: 'accidents', id: 'X' } }),
    'kind-unknown',
  );
});

test('days that do not exist and spans that run backwards are refused', () => {
  assert.equal(
    check('find', 'found_on', { type: 'date', span: { from: null, to: '2021-02-29' } }),
    'date-unreadable',
  );
  assert.equal(
    check('find', 'found_on', { type: 'date', span: { from: '2021-03-01', to: '2021-02-01' } }),
    'date-span-reversed',
  );
});

test('NUL bytes and lone surrogates are refused', () => {
  for (const text of ['a\0b', 'a\ud800b'])
    assert.equal(check('find', 'model_named', { type: 'text', text }), 'text-not-unicode');
});

test('names of object members are no properties and no codes', () => {
  for (const name of ['constructor', 'toString', '__proto__']) {
    assert.equal(check('find', name, { type: 'text', text: 'x' }), 'property-unknown');
    assert.equal(check('find', 'category', { type: 'code', code: name }), 'code-unknown');
  }
});

test('what is said about a personal value never repeats it', () => {
  const secret = 'Zebedee Nobody';
  const values: readonly Value[] = [
    { type: 'code', code: secret },
    { type: 'date', span: { from: null, to: secret } },
    { type: 'text', text: ` ${secret}\0` },
    { type: 'link', item: secret },
    { type: 'member', of: { type: 'text', text: secret }, yes: true },
  ];
  const victim = kind('victim');
  for (const value of values)
    for (const property of ['name', 'birth_date']) {
      const found = checkClaim(victim, { on: 0, property, value }, builtIn);
      assert.ok(found);
      assert.ok(!JSON.stringify(found).includes(secret), JSON.stringify(found));
    }
});
