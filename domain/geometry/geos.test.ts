import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import initGeosJs from 'geos-wasm';
import type { Geometry, Position } from '../report/entry.ts';
import { box } from './box.testing.ts';
import { overlayOf } from './geos.ts';
import { isInside } from './inside.ts';
import { destination, distance } from './length.ts';
import type { Ring } from './normalise.ts';
import type { Area } from './overlay.ts';

const geos = await initGeosJs();
const shapes = overlayOf(geos);

const boxes = fc
  .tuple(fc.nat(20), fc.nat(20), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .map(([x, y, w, h]) => box(17 + x / 1000, 44 + y / 1000, 17 + (x + w) / 1000, 44 + (y + h) / 1000));
/** Any closed ring through near positions: most cross themselves. */
const scribble = fc
  .array(
    fc.tuple(
      fc.double({ min: 17, max: 17.01, noNaN: true }),
      fc.double({ min: 44, max: 44.01, noNaN: true }),
    ),
    {
      minLength: 3,
      maxLength: 9,
    },
  )
  .map((open): Ring => [...open, open[0]!]);
const text = (a: Area) => JSON.stringify(a);

test('a union is the same bytes in whatever order and however often its areas are given', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          boxes,
          scribble.map((ring): Area => ({ type: 'Polygon', coordinates: [ring] })),
        ),
        { minLength: 1, maxLength: 6 },
      ),
      fc.infiniteStream(fc.nat()),
      (areas, random) => {
        const shuffled = areas
          .map((a) => [random.next().value, a] as const)
          .sort((p, q) => p[0] - q[0])
          .map(([, a]) => a);
        const once = text(shapes.union(areas));
        assert.equal(text(shapes.union(shuffled)), once);
        assert.equal(text(shapes.union([...areas, ...shuffled])), once);
      },
    ),
    { numRuns: 1000 },
  );
});

test('what is in both, only in one and in either add up', () => {
  fc.assert(
    fc.property(boxes, boxes, (a, b) => {
      const shared = shapes.area(shapes.intersection(a, b));
      const left = shapes.area(shapes.difference(a, b));
      assert.ok(Math.abs(shapes.area(a) - shared - left) < 0.5);
      assert.ok(Math.abs(shapes.area(shapes.union([a, b])) - shapes.area(b) - left) < 0.5);
      assert.equal(text(shapes.intersection(b, a)), text(shapes.intersection(a, b)));
    }),
    { numRuns: 1000 },
  );
});

test('nothing is null, and areas that only touch share nothing', () => {
  assert.equal(shapes.union([]), null);
  assert.equal(shapes.union([null, null]), null);
  assert.equal(shapes.intersection(box(0, 0, 1, 1), null), null);
  assert.equal(shapes.difference(null, box(0, 0, 1, 1)), null);
  assert.equal(shapes.difference(box(0, 0, 1, 1), box(0, 0, 1, 1)), null);
  assert.equal(shapes.intersection(box(0, 0, 1, 1), box(1, 0, 2, 1)), null);
  assert.deepEqual(shapes.difference(box(0, 0, 1, 1), null), shapes.union([box(0, 0, 1, 1)]));
});

test('results lie on the grid and are valid', () => {
  fc.assert(
    fc.property(scribble, boxes, (ring, b) => {
      const a: Area = { type: 'Polygon', coordinates: [ring] };
      for (const result of [shapes.union([a, b]), shapes.intersection(a, b), shapes.difference(b, a)]) {
        if (!result) continue;
        // a copy, so that nothing remembered about the result helps
        assert.equal(shapes.fault(structuredClone(result)), null);
        for (const x of JSON.stringify(result.coordinates).match(/[\d.e-]+/g) ?? []) {
          assert.ok((x.split('.')[1] ?? '').length <= 9, x);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test('an area never taken apart by an invalid neighbour: a bow-tie covers as a hazard, takes off only what is sure', () => {
  // A ring that runs twice around the square from 0.4 to 0.6: no land there by even-odd, land by the other readings.
  const twice: Area = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
        [0.4, 0.4],
        [0.6, 0.4],
        [0.6, 0.6],
        [0.4, 0.6],
        [0.4, 0.4],
        [0, 0],
      ],
    ],
  };
  assert.ok(isInside([0.5, 0.5], shapes.union([twice])));
  assert.ok(isInside([0.5, 0.5], shapes.difference(box(-1, -1, 2, 2), twice)));
  assert.ok(!isInside([0.9, 0.5], shapes.difference(box(-1, -1, 2, 2), twice)));
});

test('rings that GEOS would not even read (open, short, not numbers) do not stop an overlay', () => {
  const odd: Area[] = [
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
      ],
    },
    { type: 'Polygon', coordinates: [[[0, 0]]] },
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    },
    { type: 'Polygon', coordinates: [[]] },
    { type: 'Polygon', coordinates: [] },
    { type: 'MultiPolygon', coordinates: [] },
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [Number.NaN, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    },
  ];
  for (const a of odd) {
    shapes.union([a, box(0, 0, 1, 1)]);
    shapes.difference(box(0, 0, 2, 2), a);
    shapes.intersection(a, box(0, 0, 2, 2));
    shapes.withoutSlivers(a, 1);
  }
  assert.ok(isInside([0.9, 0.1], shapes.union([odd[0]!])));
});

test('every place within the radius of a point is in its disc, anywhere on earth, and little more is', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -85, max: 85, noNaN: true }),
      fc.double({ min: 0.5, max: 20_000, noNaN: true }),
      fc.double({ min: 0, max: 360, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (longitude, latitude, radius, azimuth, share) => {
        const disc = shapes.asArea({ type: 'Point', coordinates: [longitude, latitude] }, radius);
        const place = destination([longitude, latitude], azimuth, radius * Math.sqrt(share));
        assert.ok(isInside(place, disc));
        const circle = Math.PI * radius * radius;
        // areas are rounded to 0.01 m²
        assert.ok(shapes.area(disc) >= circle * 0.999 - 0.01 && shapes.area(disc) < circle * 1.01 + 1);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a disc over a pole covers the pole', () => {
  const disc = shapes.asArea({ type: 'Point', coordinates: [10, 89.999] }, 1000);
  assert.ok(isInside([-170, 89.9999], disc));
});

test('every place within half the width of a line is in its strip', () => {
  const near = fc.tuple(
    fc.double({ min: -0.05, max: 0.05, noNaN: true }),
    fc.double({ min: -0.05, max: 0.05, noNaN: true }),
  );
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -80, max: 80, noNaN: true }),
      near,
      fc.double({ min: 1, max: 200, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 360, noNaN: true }),
      (x, y, [dx, dy], width, share, azimuth) => {
        const from: Position = [x, y];
        const to: Position = [x + dx, y + dy];
        const written = to[0] > 180 ? to[0] - 360 : to[0] < -180 ? to[0] + 360 : to[0];
        const strip = shapes.asArea({ type: 'LineString', coordinates: [from, [written, to[1]]] }, width);
        const on = x + dx * share;
        const place = destination(
          [on > 180 ? on - 360 : on < -180 ? on + 360 : on, y + dy * share],
          azimuth,
          width * 0.4999,
        );
        assert.ok(isInside(place, strip), JSON.stringify({ from, to, place }));
      },
    ),
    { numRuns: 1000 },
  );
});

test('no radius or width is no land, and polygons stay as they are', () => {
  assert.equal(shapes.asArea({ type: 'Point', coordinates: [17, 44] }, 0), null);
  assert.equal(shapes.asArea({ type: 'Point', coordinates: [17, 44] }, Number.NaN), null);
  assert.deepEqual(shapes.asArea(box(0, 0, 1, 1)!, 50), shapes.union([box(0, 0, 1, 1)]));
});

test('thin strips go, thick land stays whole to its corners', () => {
  const field = box(17, 44, 17.001, 44.001);
  const strip = box(17.001, 44, 17.001005, 44.001); // 0.4 m wide
  assert.equal(shapes.withoutSlivers(strip, 1), null);
  assert.deepEqual(shapes.withoutSlivers(field, 1), field);
  const both = shapes.withoutSlivers(
    {
      type: 'MultiPolygon',
      coordinates: [field!.coordinates as never, box(17.002, 44, 17.002005, 44.001)!.coordinates as never],
    },
    1,
  );
  assert.deepEqual(both, field);
  const tail = shapes.union([field, box(17.001, 44.0005, 17.002, 44.000504)]);
  const cut = shapes.withoutSlivers(tail, 1);
  assert.ok(!isInside([17.0019, 44.000502], cut));
  assert.ok(isInside([17, 44], cut));
});

test('dropping slivers never adds land and never drops a place around which a disc of that width fits', () => {
  fc.assert(
    fc.property(scribble, fc.double({ min: 1, max: 100, noNaN: true }), (ring, metres) => {
      const a = shapes.union([{ type: 'Polygon', coordinates: [ring] }]);
      const left = shapes.withoutSlivers(a, metres);
      assert.ok(shapes.area(shapes.difference(left, a)) < 0.1);
      const lost = shapes.difference(a, left);
      // Nothing of the lost land is as wide as the limit.
      if (lost) assert.ok(shapes.area(shapes.withoutSlivers(lost, metres * 1.05)) < 1, text(lost));
    }),
    { numRuns: 1000 },
  );
});

test('nearness never misses a pair of points within the distance, and is not far off', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -80, max: 80, noNaN: true }),
      fc.double({ min: 0, max: 360, noNaN: true }),
      fc.double({ min: 0, max: 3000, noNaN: true }),
      (x, y, azimuth, metres) => {
        const a: Geometry = { type: 'Point', coordinates: [x, y] };
        const b: Geometry = { type: 'Point', coordinates: destination([x, y], azimuth, metres) };
        const apart = distance(a.coordinates as Position, b.coordinates as Position);
        assert.ok(shapes.within(a, b, apart + 0.001));
        assert.ok(!shapes.within(a, b, apart * 0.98 - 0.01));
      },
    ),
    { numRuns: 1000 },
  );
});

test('thousands of operations leave no memory behind', () => {
  const a = box(17, 44, 17.01, 44.01);
  const many = (n: number) => {
    for (let i = 0; i < n; i++) {
      const b = box(17 + i / 1e6, 44.001, 17.02, 44.02);
      shapes.union([a, b]);
      shapes.difference(a, b);
      shapes.within(a!, b!, 10);
      shapes.read({
        type: 'Polygon',
        coordinates: [
          [
            [17, 44],
            [17.01, 44.01],
            [17, 44.01],
            [17.01, 44],
            [17, 44],
          ],
        ],
      });
    }
  };
  many(500);
  const before = geos.Module.HEAPU8.length;
  many(5000);
  assert.equal(geos.Module.HEAPU8.length, before);
});

test('GEOS prints nothing, also when it meets an invalid outline', (t) => {
  const said = t.mock.method(console, 'log', () => {});
  const warned = t.mock.method(console, 'error', () => {});
  const bow: Area = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 1],
        [0, 1],
        [1, 0],
        [0, 0],
      ],
    ],
  };
  assert.equal(shapes.fault(bow)?.reason, 'Self-intersection');
  shapes.union([bow]);
  assert.equal(said.mock.callCount() + warned.mock.callCount(), 0);
});
