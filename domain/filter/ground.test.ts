import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { box } from '../geometry/box.testing.ts';
import { isInside } from '../geometry/inside.ts';
import { readGround, writeBox, writeRing } from './ground.ts';

const why = (text: string) => {
  const read = readGround(text);
  return 'code' in read ? read.facts.why : read.type;
};

test('a box is read west, south, east, north, and over the antimeridian as two', () => {
  assert.deepEqual(readGround(writeBox([18.1, 43, 18.7, 43.6])), box(18.1, 43, 18.7, 43.6));
  assert.equal(why('179,-1,-179,1'), 'MultiPolygon');
  assert.equal(why('1,5,2,4'), 'shape');
  assert.equal(why('1,2,3,94'), 'range');
});

test('a ring closes itself, and one that crosses or touches itself is refused', () => {
  assert.deepEqual(readGround('0 0,2 0,2 2'), readGround('0 0, 2 0, 2 2, 0 0'));
  assert.equal(why('0 0,2 2,2 0,0 2'), 'crossing');
  assert.equal(why('0 0,4 0,4 4,2 0,0 4'), 'crossing');
  assert.equal(why('0 0,4 0,2 0,2 4'), 'crossing');
  assert.equal(why('0 0,2 0'), 'shape');
  assert.equal(why('0 0 5,2 0,2 2'), 'shape');
  assert.equal(why('0 0,190 0,2 2'), 'range');
  assert.equal(why('somewhere'), 'shape');
});

test('a star around a point is read as it was written, and the point lies in it', () => {
  const star = fc
    .array(fc.double({ min: 0.1, max: 5, noNaN: true }), { minLength: 3, maxLength: 40 })
    .map((radii) =>
      radii.map((r, i) => {
        const angle = (2 * Math.PI * i) / radii.length;
        return [10 + r * Math.cos(angle), 20 + r * Math.sin(angle)] as const;
      }),
    );
  fc.assert(
    fc.property(star, (ring) => {
      const ground = readGround(writeRing(ring));
      assert.ok(!('code' in ground));
      assert.ok(isInside([10, 20], ground));
    }),
    { numRuns: 500 },
  );
});
