import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FRAME, tilesOf, viewOf } from './sheet-map.ts';

/** Pixels from the middle of the frame, of a Web Mercator map with tiles of 512 pixels. */
function pixels([lon, lat]: readonly [number, number], view: ReturnType<typeof viewOf>) {
  const y = (of: number) => Math.log(Math.tan(Math.PI / 4 + (of * Math.PI) / 360)) / (2 * Math.PI);
  const size = 512 * 2 ** view.zoom;
  return [((lon - view.lon) / 360) * size, (y(view.lat) - y(lat)) * size] as const;
}

test('all that is drawn lies on the map of a sheet, and on the tiles that are kept', () => {
  const place = fc.record({
    west: fc.double({ min: -170, max: 160, noNaN: true }),
    south: fc.double({ min: -60, max: 60, noNaN: true }),
    wide: fc.double({ min: 0, max: 10, noNaN: true }),
    high: fc.double({ min: 0, max: 10, noNaN: true }),
  });
  fc.assert(
    fc.property(place, ({ west, south, wide, high }) => {
      const view = viewOf([west, south, west + wide, south + high]);
      const tiles = tilesOf(view);
      assert.ok(tiles.length > 0 && tiles.length <= 12, `${tiles.length} tiles`);
      for (const corner of [
        [west, south],
        [west + wide, south + high],
      ] as const) {
        const [x, y] = pixels(corner, view);
        assert.ok(Math.abs(x) <= FRAME[0] / 2 && Math.abs(y) <= FRAME[1] / 2, `${x}, ${y}`);
        const n = 2 ** view.level;
        const column = Math.floor((corner[0] / 360 + 0.5) * n);
        assert.ok(tiles.some((t) => t.x === column));
      }
    }),
  );
});

test('one place alone is shown with its surroundings', () => {
  const view = viewOf([10, 20, 10, 20]);
  assert.deepEqual([view.lon, Math.round(view.lat), view.zoom], [10, 20, 14]);
});
