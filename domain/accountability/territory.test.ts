import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import initGeosJs from 'geos-wasm';
import { box } from '../geometry/box.testing.ts';
import { overlayOf, type Shapes } from '../geometry/geos.ts';
import type { Geometry } from '../report/entry.ts';
import { checkPromise, type Promised, type Recorded } from './promise-check.ts';
import { type Placed, UNSTATED_POSITION_M, whereIs } from './territory.ts';

let overlay: Shapes;
before(async () => {
  overlay = overlayOf(await initGeosJs());
});

/** By degrees: one at the equator is some 111 km. */
const squareOf = (x: number, y: number, size: number): Geometry => box(x, y, x + size, y + size);
const land: Placed = { geometry: squareOf(30, 0, 1), accuracy: 100 };
const at = (x: number, y: number, accuracy: number | null): Placed => ({
  geometry: { type: 'Point', coordinates: [x, y] },
  accuracy,
});

test('well within is inside, well away is outside, near the line nobody can say', () => {
  assert.equal(whereIs(land, at(30.5, 0.5, 50), overlay).outcome, 'inside');
  assert.equal(whereIs(land, at(33, 0.5, 50), overlay).outcome, 'outside');
  // about 110 m from the line, off by up to 150 m together
  assert.deepEqual(whereIs(land, at(30.999, 0.5, 50), overlay), {
    outcome: 'too-imprecise',
    why: 'near-the-line',
  });
});

test('an imprecise position is too imprecise to say, and so is none, and a territory nobody drew', () => {
  assert.deepEqual(whereIs(land, at(30.5, 0.5, 80_000), overlay).outcome, 'too-imprecise');
  assert.deepEqual(whereIs(land, null, overlay), { outcome: 'too-imprecise', why: 'no-place' });
  assert.deepEqual(whereIs(null, at(30.5, 0.5, 1), overlay), {
    outcome: 'too-imprecise',
    why: 'no-territory',
  });
  assert.equal(
    whereIs({ ...land, geometry: { type: 'Point', coordinates: [30, 0] } }, at(30, 0, 1), overlay).outcome,
    'too-imprecise',
    'a point bounds no land',
  );
});

test('a position of which nobody says how far it is off is taken to be off by kilometres', () => {
  const metre = 1 / 111_000;
  const inLand = UNSTATED_POSITION_M * metre;
  assert.equal(whereIs(land, at(30 + inLand * 0.9, 0.5, null), overlay).outcome, 'too-imprecise');
  assert.equal(whereIs(land, at(30 + inLand * 1.1, 0.5, null), overlay).outcome, 'inside');
});

test('what lies across the line, around the territory or in a hole of it is not inside', () => {
  const across: Placed = { geometry: squareOf(30.9, 0.4, 0.2), accuracy: 1 };
  assert.equal(whereIs(land, across, overlay).outcome, 'too-imprecise');
  const around: Placed = { geometry: squareOf(29, -1, 3), accuracy: 1 };
  assert.notEqual(whereIs(land, around, overlay).outcome, 'inside');
  const [outer, hole] = [squareOf(30, 0, 1), squareOf(30.4, 0.4, 0.2)];
  assert.ok(outer.type === 'Polygon' && hole.type === 'Polygon');
  const ring: Placed = {
    geometry: { type: 'Polygon', coordinates: [...outer.coordinates, ...hole.coordinates] },
    accuracy: 1,
  };
  assert.equal(whereIs(ring, at(30.5, 0.5, 1), overlay).outcome, 'outside');
  const both: Placed = {
    geometry: {
      type: 'MultiPoint',
      coordinates: [
        [30.5, 0.5],
        [35, 5],
      ],
    },
    accuracy: 1,
  };
  assert.equal(whereIs(land, both, overlay).outcome, 'too-imprecise', 'some of it on either side');
});

const degree = fc.double({ min: -0.5, max: 1.5, noNaN: true });
const metres = fc.double({ min: 0, max: 60_000, noNaN: true });

test('less precision never says more: what can’t be said at an accuracy can’t be said at a worse one', () => {
  fc.assert(
    fc.property(degree, degree, metres, metres, (x, y, a, b) => {
      const [good, bad] = [Math.min(a, b), Math.max(a, b)];
      const sharp = whereIs(land, at(30 + x, y, good), overlay).outcome;
      const vague = whereIs(land, at(30 + x, y, bad), overlay).outcome;
      if (sharp === 'too-imprecise') assert.equal(vague, 'too-imprecise');
      // and where the vague one says something, it says the same
      if (vague !== 'too-imprecise') assert.equal(vague, sharp);
    }),
    { numRuns: 300 },
  );
});

test('what is inside stays inside wherever it may really lie', () => {
  const turn = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(degree, degree, metres, turn, share, (x, y, accuracy, angle, far) => {
      const { outcome } = whereIs(land, at(30 + x, y, accuracy), overlay);
      if (outcome === 'too-imprecise') return;
      // a true position within its accuracy, a tenth off for the plane of degrees
      const step = (accuracy * far * 0.9) / 111_320;
      const really = at(30 + x + step * Math.cos(angle), y + step * Math.sin(angle), 0);
      const sharpLand = { ...land, accuracy: 0 };
      const found = whereIs(sharpLand, really, overlay).outcome;
      assert.equal(found, outcome);
    }),
    { numRuns: 300 },
  );
});

const promise: Promised = {
  id: 'promise',
  territory: land,
  since: '2024-11-19',
  transfers: ['sent'],
  models: ['model'],
  categories: ['ap-mine'],
};
const thing = (id: string, more: Partial<Recorded>): Recorded => ({
  id,
  kind: 'find',
  when: { from: '2025-01-01', to: '2025-01-01' },
  place: at(30.5, 0.5, 5),
  transfers: [],
  models: [],
  categories: [],
  ...more,
});

test('each record says why it is held against the promise, the surest reason first; others are left out', () => {
  const { checks, counts } = checkPromise(
    promise,
    [
      thing('a', { categories: ['ap-mine'], models: ['model'] }),
      thing('b', { transfers: ['sent'], place: at(40, 9, 5) }),
      thing('c', { categories: ['uxo'] }),
      thing('d', { categories: ['ap-mine'], place: null }),
    ],
    overlay,
  );
  assert.deepEqual(
    checks.map((c) => [c.id, c.outcome, c.relation]),
    [
      ['b', 'outside', 'transfer'],
      ['a', 'inside', 'model'],
      ['d', 'too-imprecise', 'category'],
    ],
  );
  const none = { inside: 0, outside: 0, 'too-imprecise': 0 };
  assert.deepEqual(counts, {
    transfer: { ...none, outside: 1 },
    model: { ...none, inside: 1 },
    category: { ...none, 'too-imprecise': 1 },
  });
});

test('what certainly happened before the promise is counted apart; what may have is held against it', () => {
  const found = checkPromise(
    promise,
    [
      thing('before', { transfers: ['sent'], when: { from: null, to: '2022-12-31' } }),
      thing('perhaps', { transfers: ['sent'], when: { from: '2024-01-01', to: '2024-12-31' } }),
      thing('undated', { transfers: ['sent'], when: null }),
    ],
    overlay,
  );
  assert.equal(found.before, 1);
  assert.deepEqual(
    found.checks.map((c) => c.id),
    ['perhaps', 'undated'],
  );
});
