import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VectorTile } from '@mapbox/vector-tile';
import type { Geometry, Position } from '@tilth/domain/report/entry';
import type { TileRow } from '@tilth/store/store';
import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { draw, type Ranked } from './draw.ts';
import { encodeTile } from './encode.ts';
import { EXTENT, PIXEL, project, type Tile, tileBounds } from './mercator.ts';

const row = (n: number, geometry: Geometry, danger = 1): Ranked => {
  const look = { id: `id-${n}`, standing: 'live', disputed: false, reported: false } as const;
  const of: TileRow = {
    ...look,
    geometry,
    values: { hazard_class: danger > 1 ? 'cha' : 'sha', method: null },
  };
  return { row: of, programme: 'orlia', danger };
};

const ringOf = (west: number, south: number, width: number, height = width): readonly Position[] => [
  [west, south],
  [west + width, south],
  [west + width, south + height],
  [west, south + height],
  [west, south],
];
const box = (...at: Parameters<typeof ringOf>): Geometry => ({
  type: 'Polygon',
  coordinates: [ringOf(...at)],
});

const tileAt = (z: number, longitude: number, latitude: number): Tile => {
  const n = 2 ** z;
  const [x = 0, y = 0] = project([[longitude, latitude]], { z: 0, x: 0, y: 0 });
  return {
    z,
    x: Math.min(n - 1, Math.floor((x / EXTENT) * n)),
    y: Math.min(n - 1, Math.floor((y / EXTENT) * n)),
  };
};

const decode = (rows: readonly Ranked[], tile: Tile, fill = true) =>
  new VectorTile(new PbfReader(encodeTile(draw(rows, tile, fill)))).layers;

test('a hazard shows on every zoom, however small, thin or large it is', () => {
  const size = fc.double({ min: 1e-7, max: 20, noNaN: true });
  const place = fc.record({
    longitude: fc.double({ min: -150, max: 150, noNaN: true }),
    latitude: fc.double({ min: -60, max: 60, noNaN: true }),
    width: size,
    height: size,
  });
  fc.assert(
    fc.property(place, fc.integer({ min: 0, max: 18 }), ({ longitude, latitude, width, height }, z) => {
      const hazard = row(1, box(longitude, latitude, width, height));
      const drawn = draw([hazard], tileAt(z, longitude + width / 2, latitude + height / 2), true);
      assert.ok(drawn.areas.length + drawn.lines.length + drawn.marks.length >= 1);
    }),
    { numRuns: 1000 },
  );
});

test('hazards on one pixel become one mark that counts them and looks like the most dangerous', () => {
  const rows = [1, 2, 3, 4].map((n) => row(n, box(10 + n * 1e-6, 10, 1e-6), n === 3 ? 5 : 1));
  for (const order of [rows, [...rows].reverse()]) {
    const { marks, areas } = decode(order, { z: 0, x: 0, y: 0 });
    assert.equal(areas, undefined);
    assert.equal(marks?.length, 1);
    const { count, id, hazard_class } = marks?.feature(0).properties ?? {};
    assert.deepEqual([count, id, hazard_class], [4, 'id-3', 'cha']);
  }
});

test('the parts of one item on a pixel count as one item', () => {
  const parts = [0, 1, 2].map((n) => [ringOf(10 + n * 1e-6, 10, 5e-7)]);
  const { marks } = decode([row(1, { type: 'MultiPolygon', coordinates: parts })], { z: 0, x: 0, y: 0 });
  assert.deepEqual([marks?.length, marks?.feature(0).properties.count], [1, 1]);
});

test('the same rows in any order give the same bytes', () => {
  const some = fc.array(
    fc.record({
      x: fc.double({ min: -170, max: 150, noNaN: true }),
      y: fc.double({ min: -70, max: 60, noNaN: true }),
      side: fc.constantFrom(1e-6, 0.1, 5, 20),
      danger: fc.nat(3),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(some, fc.nat(2), (places, z) => {
      const rows = places.map((p, n) => row(n, box(p.x, p.y, p.side), p.danger));
      const tile = tileAt(z, 0, 0);
      assert.deepEqual(encodeTile(draw(rows, tile, true)), encodeTile(draw([...rows].reverse(), tile, true)));
    }),
    { numRuns: 300 },
  );
});

test('an outline does not shrink to the eye: its corners stay within half a pixel', () => {
  const around = fc.array(fc.double({ min: 0.4, max: 1, noNaN: true }), { minLength: 3, maxLength: 60 });
  fc.assert(
    fc.property(around, fc.integer({ min: 3, max: 9 }), (radii, z) => {
      const ring = radii.map((r, n): Position => {
        const angle = (n / radii.length) * 2 * Math.PI;
        return [11.3 + 0.4 * r * Math.cos(angle), 20.7 + 0.4 * r * Math.sin(angle)];
      });
      const tile = tileAt(z, 11.3, 20.7);
      const { areas } = draw([row(1, { type: 'Polygon', coordinates: [[...ring, ring[0]!]] })], tile, true);
      const [shell = []] = areas[0]?.polygons[0] ?? [];
      if (shell.length === 0) return;
      const corners = project(ring, tile);
      for (let i = 0; i < corners.length; i += 2) {
        const [x, y] = [corners[i]!, corners[i + 1]!];
        if (x < 0 || y < 0 || x > EXTENT || y > EXTENT) continue;
        assert.ok(nearest(shell, x, y) <= PIXEL / 2, `corner ${x}, ${y}`);
      }
    }),
    { numRuns: 500 },
  );
});

/** Distance from a point to the nearest edge of a ring. */
function nearest(ring: readonly number[], x: number, y: number): number {
  let least = Infinity;
  for (let i = 0; i < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
    const long = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = long === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long));
    least = Math.min(least, Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y));
  }
  return least;
}

test('an area around the whole tile fills it, its hole stays open, and outer rings turn as the format asks', () => {
  const hole: Position[] = [
    [5, 5],
    [5, 15],
    [15, 15],
    [15, 5],
    [5, 5],
  ];
  const outer = ringOf(-30, -30, 80);
  const { areas } = decode([row(1, { type: 'Polygon', coordinates: [outer, hole] })], tileAt(3, 10, 10));
  assert.equal(areas?.length, 1);
  const rings = areas?.feature(0).loadGeometry() ?? [];
  assert.equal(rings.length, 2);
  const turns = rings.map((ring) =>
    ring.reduce((sum, p, i) => {
      const q = ring[(i + ring.length - 1) % ring.length]!;
      return sum + q.x * p.y - p.x * q.y;
    }, 0),
  );
  assert.ok(turns[0]! > 0 && turns[1]! < 0);
  assert.ok(rings[0]!.every((p) => p.x <= EXTENT + 64 && p.x >= -64 && p.y >= -64 && p.y <= EXTENT + 64));
});

test('a hole smaller than a pixel is filled in a hazard and stays in released land', () => {
  const hole = ringOf(2, 2, 0.02);
  const outer = ringOf(0, 0, 5);
  const area = row(1, { type: 'Polygon', coordinates: [outer, [...hole].reverse()] });
  const rings = (fill: boolean, z: number) =>
    decode([area], tileAt(z, 2, 2), fill)
      .areas?.feature(0)
      .loadGeometry().length;
  assert.equal(rings(true, 4), 1);
  assert.equal(rings(true, 11), 2);
  assert.equal(rings(false, 5), 2);
});

test('roads are lines, cut at the edge and whole within', () => {
  const road: Geometry = {
    type: 'LineString',
    coordinates: [
      [-179, 1],
      [0, 2],
      [179, 1],
    ],
  };
  const { lines } = decode([row(1, road)], { z: 2, x: 1, y: 1 });
  assert.equal(lines?.length, 1);
  const [path] = lines?.feature(0).loadGeometry() ?? [];
  assert.deepEqual([path?.[0]?.x, path?.at(-1)?.x], [-64, EXTENT + 64]);
});

test('what lies nearer to the pole than the map reaches still shows at its edge', () => {
  const { marks } = decode([row(1, { type: 'Point', coordinates: [0, 89] })], { z: 0, x: 0, y: 0 });
  assert.equal(marks?.length, 1);
  assert.deepEqual(tileBounds({ z: 0, x: 0, y: 0 }), [-180, -90, 180, 90]);
});

test('a disputed outline has one badge, however many tiles and parts it is drawn in', () => {
  const corner = fc.double({ min: -100, max: 100, noNaN: true });
  fc.assert(
    fc.property(
      corner,
      fc.double({ min: -60, max: 60, noNaN: true }),
      fc.integer({ min: 8, max: 12 }),
      (lon, lat, z) => {
        const width = 900 / 2 ** z;
        const parts: Geometry = {
          type: 'MultiPolygon',
          coordinates: [[ringOf(lon, lat, width, width / 2)], [ringOf(lon - width / 4, lat, width / 8)]],
        };
        const hazard = row(1, parts);
        const disputed = { ...hazard, row: { ...hazard.row, disputed: true } };
        const middle = tileAt(z, lon + width / 2, lat + width / 4);
        let badges = 0;
        let drawnIn = 0;
        for (let x = middle.x - 5; x <= middle.x + 5; x++)
          for (let y = middle.y - 5; y <= middle.y + 5; y++) {
            const drawn = draw([disputed], { z, x, y }, true);
            badges += drawn.badges.length;
            drawnIn += drawn.areas.length;
            // what the other layers hold of it says that its badge stands elsewhere
            for (const { look } of drawn.areas) assert.equal(look.badged, true);
          }
        assert.ok(drawnIn > 1);
        assert.equal(badges, 1);
        assert.equal(draw([hazard], middle, true).badges.length, 0);
      },
    ),
    { numRuns: 20 },
  );
});
