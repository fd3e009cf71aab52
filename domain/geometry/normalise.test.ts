import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { normalise, type Ring, round, signedArea } from './normalise.ts';

const square: Ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];

test('one land is written one way, whatever the first vertex, the direction and the order of parts', () => {
  const other: Ring = square.map(([x, y]) => [x + 5, y]);
  const expected = JSON.stringify(normalise([[square], [other]]));
  fc.assert(
    fc.property(fc.nat(3), fc.boolean(), fc.boolean(), (start, reverse, swap) => {
      const open = square.slice(0, -1);
      const turned = [...open.slice(start), ...open.slice(0, start)];
      const ring = reverse ? [...turned, turned[0]!].toReversed() : [...turned, turned[0]!];
      const parts = swap ? [[other], [ring]] : [[ring], [other]];
      assert.equal(JSON.stringify(normalise(parts)), expected);
    }),
    { numRuns: 1000 },
  );
});

test('exteriors run counter-clockwise and holes clockwise, as RFC 7946 asks', () => {
  const hole: Ring = [
    [0.2, 0.2],
    [0.4, 0.2],
    [0.4, 0.4],
    [0.2, 0.2],
  ];
  const a = normalise([[square.toReversed(), hole]]);
  assert.ok(a?.type === 'Polygon');
  assert.ok(signedArea(a.coordinates[0]!) > 0);
  assert.ok(signedArea(a.coordinates[1]!) < 0);
});

test('coordinates lie on the grid of 1e-9° and are never negative zero', () => {
  assert.equal(round(17.123456789123), 17.123456789);
  assert.ok(Object.is(round(-1e-12), 0));
});

test('what encloses nothing is left out', () => {
  assert.equal(
    normalise([
      [[]],
      [
        [
          [1, 1],
          [2, 2],
          [1, 1],
        ],
      ],
    ]),
    null,
  );
});
