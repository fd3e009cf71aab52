import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { gather, type Point } from './gather.ts';
import { EXTENT, pixelsAtDeepest } from './mercator.ts';

const points = fc.array(
  fc.record({
    id: fc.uuid(),
    x: fc.double({ min: -80, max: EXTENT + 80, noNaN: true }),
    y: fc.double({ min: -80, max: EXTENT + 80, noNaN: true }),
    standing: fc.constantFrom('live', 'reported'),
  }),
  { maxLength: 60 },
);
const pointOf = ({ id, x, y, standing }: { id: string; x: number; y: number; standing: string }): Point => ({
  id,
  x,
  y,
  look: { id, standing },
});
const within = ({ x, y }: { x: number; y: number }) => x >= 0 && y >= 0 && x < EXTENT && y < EXTENT;

test('every item of a tile is in exactly one mark, and those waiting for review are told', () => {
  fc.assert(
    fc.property(points, fc.integer({ min: 16, max: 256 }), (all, cell) => {
      const marks = gather(all.map(pointOf), cell);
      const inside = all.filter(within);
      const total = (name: string) => marks.reduce((sum, { look }) => sum + Number(look[name] ?? 0), 0);
      assert.equal(total('count'), inside.length);
      const alone = marks.filter((m) => m.look.standing === 'reported').length;
      assert.equal(total('waiting') + alone, inside.filter((p) => p.standing === 'reported').length);
    }),
  );
});

test('what stands alone keeps its place and its look; the number of marks is bounded by the cells', () => {
  const alone = pointOf({ id: 'a', x: 100.4, y: 200.6, standing: 'live' });
  assert.deepEqual(gather([alone], 64), [{ look: { id: 'a', standing: 'live', count: 1 }, x: 100, y: 201 }]);
  const many = Array.from({ length: 5_000 }, (_, i) =>
    pointOf({ id: `${i}`, x: (i * 997) % EXTENT, y: (i * 613) % EXTENT, standing: 'live' }),
  );
  assert.ok(gather(many, 64).length <= 64);
});

test('a circle of a known width on the ground comes out as so many pixels', () => {
  // at the equator a pixel of zoom 20 is 40,075,017 m / 512 / 2^20 wide
  assert.equal(pixelsAtDeepest(100, 0), Number((100 / (40_075_016.686 / 512 / 2 ** 20)).toFixed(2)));
  assert.ok(pixelsAtDeepest(100, 60) > 1.99 * pixelsAtDeepest(100, 0));
});
