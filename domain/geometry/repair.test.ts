import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import initGeosJs from 'geos-wasm';
import type { Geometry, Position } from '../report/entry.ts';
import { areaOf } from './area.ts';
import { overlayOf } from './geos.ts';
import { polygonsIn } from './grid.ts';
import { isInside } from './inside.ts';
import { type Ring, type Rings, signedArea } from './normalise.ts';
import type { Area } from './overlay.ts';
import type { Lean } from './readings.ts';
import { REPAIR_LIMITS, repair } from './repair.ts';

const shapes = overlayOf(await initGeosJs());

/** Closed rings through a coarse lattice of about 100 m: nearly all cross, touch or repeat themselves somewhere. */
const corner = fc.tuple(fc.nat(6), fc.nat(6)).map(([x, y]): Position => [17 + x / 1000, 44 + y / 1000]);
const ring = fc.array(corner, { minLength: 1, maxLength: 9 }).map((open): Ring => [...open, open[0]!]);
const rings = fc.array(ring, { minLength: 1, maxLength: 3 });
const area = fc.oneof(
  rings.map((coordinates): Geometry => ({ type: 'Polygon', coordinates })),
  fc
    .array(rings, { minLength: 1, maxLength: 3 })
    .map((coordinates): Geometry => ({ type: 'MultiPolygon', coordinates })),
);
/** Places off the lattice and off every line between its points, so that inside and outside are never in doubt. */
const PLACES = Array.from(
  { length: 49 },
  (_, i): Position => [17 + ((i % 7) - 0.5 + 0.2357) / 1000, 44 + (Math.floor(i / 7) - 0.5 + 0.3171) / 1000],
);

/** Signed turns of a ring around a place, by summing angles: another way than the one under test. */
function turns([x, y]: Position, around: Ring): number {
  let sum = 0;
  for (let i = 1; i < around.length; i++) {
    const a = Math.atan2(around[i - 1]![1] - y, around[i - 1]![0] - x);
    const b = Math.atan2(around[i]![1] - y, around[i]![0] - x);
    sum += Math.atan2(Math.sin(b - a), Math.cos(b - a));
  }
  return Math.round(sum / (2 * Math.PI));
}

/** Whether each reading of the whole geometry takes the place. */
function readings(
  place: Position,
  polygons: readonly Rings[],
): { evenOdd: boolean; nonZero: boolean; structure: boolean } {
  let crossings = 0;
  let sum = 0;
  let structure = false;
  for (const part of polygons) {
    const around = part.map((one) => turns(place, one));
    part.forEach((one, i) => {
      crossings += Math.abs(around[i]!);
      const direction = (signedArea(one) < 0 ? -1 : 1) * (i === 0 ? 1 : -1);
      sum += around[i]! * direction;
    });
    if (around[0] !== 0 && around.slice(1).every((n) => n === 0)) structure = true;
  }
  return { evenOdd: crossings % 2 === 1, nonZero: sum !== 0, structure };
}

const asArea = (g: Geometry | null): Area => (g?.type === 'Polygon' || g?.type === 'MultiPolygon' ? g : null);

test('a repaired hazard covers every place that any reading of a part of it takes', () => {
  fc.assert(
    fc.property(area, (g) => {
      const repaired = asArea(repair(g, 'cover', shapes).geometry);
      for (const place of PLACES) {
        for (const part of polygonsIn([g])) {
          const by = readings(place, [part]);
          if (by.evenOdd || by.nonZero || by.structure) assert.ok(isInside(place, repaired), String(place));
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test('a repaired release takes only places that all readings take', () => {
  fc.assert(
    fc.property(area, (g) => {
      const { geometry, changes } = repair(g, 'core', shapes);
      if (!changes.some((change) => change.code === 'outline-repaired')) return;
      for (const place of PLACES.filter((one) => isInside(one, asArea(geometry)))) {
        const by = readings(place, polygonsIn([g]));
        assert.deepEqual(by, { evenOdd: true, nonZero: true, structure: true }, String(place));
      }
    }),
    { numRuns: 1000 },
  );
});

test('a release never gets more land than the same outline as a hazard', () => {
  fc.assert(
    fc.property(area, (g) => {
      const [cover, core] = [
        asArea(repair(g, 'cover', shapes).geometry),
        asArea(repair(g, 'core', shapes).geometry),
      ];
      // the grid of 1e-9° may move an edge by 0.1 mm
      assert.ok(shapes.area(shapes.difference(core, cover)) < 0.5);
    }),
    { numRuns: 1000 },
  );
});

test('a hazard with a position never vanishes, and every vertex of it stays drawn', () => {
  const odd = fc.oneof(
    corner,
    fc.constant<Position>([Number.NaN, 44]),
    fc.constant<Position>([17, Infinity]),
  );
  const line = fc.array(odd, { maxLength: 5 });
  const any = fc.oneof(
    area,
    odd.map((coordinates): Geometry => ({ type: 'Point', coordinates })),
    line.map((coordinates): Geometry => ({ type: 'MultiPoint', coordinates })),
    line.map((coordinates): Geometry => ({ type: 'LineString', coordinates })),
    fc
      .array(line, { maxLength: 3 })
      .map((coordinates): Geometry => ({ type: 'MultiLineString', coordinates })),
    fc.array(line, { maxLength: 3 }).map((coordinates): Geometry => ({ type: 'Polygon', coordinates })),
    fc
      .array(fc.array(line, { maxLength: 2 }), { maxLength: 2 })
      .map((coordinates): Geometry => ({ type: 'MultiPolygon', coordinates })),
  );
  fc.assert(
    fc.property(any, (g) => {
      const positions = JSON.stringify(g.coordinates).match(/\[[\d.]+,[\d.]+\]/g) ?? [];
      const { geometry } = repair(g, 'cover', shapes);
      assert.equal(geometry === null, positions.length === 0);
      if (!geometry) return;
      for (const text of positions) {
        const [x = 0, y = 0] = text.slice(1, -1).split(',').map(Number);
        assert.ok(shapes.within(geometry, { type: 'Point', coordinates: [x, y] }, 0.01), text);
      }
    }),
    { numRuns: 1000 },
  );
});

test('what is repaired is valid, and repairing it again changes nothing', () => {
  fc.assert(
    fc.property(area, fc.constantFrom<Lean>('cover', 'core'), (g, lean) => {
      const { geometry } = repair(g, lean, shapes);
      if (!geometry) return;
      const copy = structuredClone(geometry);
      const again = repair(copy, lean, shapes);
      assert.equal(again.geometry, copy);
      assert.deepEqual(again.changes, []);
      assert.equal(again.waits, false);
    }),
    { numRuns: 1000 },
  );
});

const square: Ring = [
  [17, 44],
  [17.01, 44],
  [17.01, 44.01],
  [17, 44.01],
  [17, 44],
];
const codes = (g: Geometry, lean: Lean = 'cover') =>
  repair(g, lean, shapes).changes.map((change) => change.code);

test('a valid outline is given back as it is, every digit of it', () => {
  const g: Geometry = {
    type: 'Polygon',
    coordinates: [square.map(([x, y]): Position => [x + 0.000000000123, y])],
  };
  for (const lean of ['cover', 'core'] as const) {
    const repaired = repair(g, lean, shapes);
    assert.equal(repaired.geometry, g);
    assert.deepEqual(repaired.changes, []);
    assert.equal(repaired.before_m2, repaired.after_m2);
    assert.equal(repaired.before_m2, areaOf(g));
  }
});

test('repetitions, open rings and wrong directions are put right and named, and never wait', () => {
  const repeated: Ring = [square[0]!, square[0]!, ...square.slice(1)];
  assert.deepEqual(codes({ type: 'Polygon', coordinates: [repeated] }), ['vertices-removed']);
  assert.deepEqual(codes({ type: 'Polygon', coordinates: [square.slice(0, -1)] }), ['ring-not-closed']);
  assert.deepEqual(codes({ type: 'Polygon', coordinates: [square.toReversed()] }), ['rings-turned']);
  for (const one of [repeated, square.slice(0, -1), square.toReversed()]) {
    const repaired = repair({ type: 'Polygon', coordinates: [one] }, 'cover', shapes);
    assert.equal(repaired.waits, false);
    assert.deepEqual(
      shapes.union([asArea(repaired.geometry)]),
      shapes.union([{ type: 'Polygon', coordinates: [square] }]),
    );
  }
});

test('a bow-tie keeps both halves, is named with its crossing, and waits because its figure changes', () => {
  const bow: Ring = [square[0]!, square[2]!, square[3]!, square[1]!, square[0]!];
  const repaired = repair({ type: 'Polygon', coordinates: [bow] }, 'cover', shapes);
  const change = repaired.changes.find((one) => one.code === 'outline-repaired');
  assert.equal(change?.facts.reason, 'Self-intersection');
  assert.ok(Math.abs(Number(change?.facts.longitude) - 17.005) < 1e-6);
  assert.ok(
    isInside([17.005, 44.001], asArea(repaired.geometry)) &&
      isInside([17.005, 44.009], asArea(repaired.geometry)),
  );
  assert.ok(repaired.waits);
});

test('a ring that touches itself is repaired without waiting: all readings agree', () => {
  const touching: Ring = [
    [17, 44],
    [17.005, 44.005],
    [17.003, 44.008],
    [17.007, 44.008],
    [17.005, 44.005],
    [17.01, 44],
    [17.01, 44.01],
    [17, 44.01],
    [17, 44],
  ];
  const repaired = repair({ type: 'Polygon', coordinates: [touching] }, 'cover', shapes);
  assert.deepEqual(
    repaired.changes.map((one) => one.code),
    ['outline-repaired'],
  );
  assert.equal(repaired.waits, false);
  assert.ok(Math.abs(repaired.after_m2! - repaired.before_m2!) < 1);
});

test('a hole that reaches outside, and a hole as large as its outline, leave the hazard filled', () => {
  const out: Ring = [
    [17.005, 44.005],
    [17.015, 44.005],
    [17.015, 44.007],
    [17.005, 44.007],
    [17.005, 44.005],
  ];
  const reaching = repair({ type: 'Polygon', coordinates: [square, out] }, 'cover', shapes);
  assert.ok(
    isInside([17.007, 44.006], asArea(reaching.geometry)) &&
      isInside([17.012, 44.006], asArea(reaching.geometry)),
  );
  const core = repair({ type: 'Polygon', coordinates: [square, out] }, 'core', shapes);
  assert.ok(
    !isInside([17.007, 44.006], asArea(core.geometry)) && !isInside([17.012, 44.006], asArea(core.geometry)),
  );
  const same = repair({ type: 'Polygon', coordinates: [square, square] }, 'cover', shapes);
  assert.ok(isInside([17.005, 44.005], asArea(same.geometry)));
  assert.ok(reaching.waits && core.waits && same.waits);
});

test('an outline without land is drawn as the line or point it states as a hazard, and is nothing as a release', () => {
  const flat: Geometry = {
    type: 'Polygon',
    coordinates: [
      [
        [17, 44],
        [17.01, 44.01],
        [17, 44],
      ],
    ],
  };
  const one: Geometry = {
    type: 'Polygon',
    coordinates: [
      [
        [17, 44],
        [17, 44],
        [17, 44],
        [17, 44],
      ],
    ],
  };
  assert.equal(repair(flat, 'cover', shapes).geometry?.type, 'LineString');
  assert.deepEqual(repair(one, 'cover', shapes).geometry, { type: 'Point', coordinates: [17, 44] });
  assert.ok(codes(one).includes('drawn-as') && repair(one, 'cover', shapes).waits);
  assert.equal(repair(flat, 'core', shapes).geometry, null);
  assert.ok(codes(flat, 'core').includes('release-without-land'));
});

test('a part without land beside one with land stays, as a strip', () => {
  const g: Geometry = {
    type: 'MultiPolygon',
    coordinates: [
      [square],
      [
        [
          [17.02, 44],
          [17.03, 44],
          [17.02, 44],
        ],
      ],
    ],
  };
  const repaired = repair(g, 'cover', shapes);
  assert.ok(isInside([17.025, 44], asArea(repaired.geometry)));
  assert.ok(repaired.changes.some((change) => change.code === 'lines-widened'));
});

test('a programme may set how much change waits; either limit is enough', () => {
  const bow: Ring = [square[0]!, square[2]!, square[3]!, square[1]!, square[0]!];
  const g: Geometry = { type: 'Polygon', coordinates: [bow] };
  assert.equal(repair(g, 'cover', shapes, { percent: Infinity, m2: Infinity }).waits, false);
  assert.equal(repair(g, 'cover', shapes, { percent: Infinity, m2: 100 }).waits, true);
  assert.equal(repair(g, 'cover', shapes, { percent: 1, m2: Infinity }).waits, true);
  assert.deepEqual(REPAIR_LIMITS, { percent: 1, m2: 100 });
});
