/**
 * An exact overlay for tests: every area is a set of unit squares, so that a property test over a thousand random worlds is
 * quick and rounding can't hide a fault. Polygons are rectangles with whole coordinates; a point or line stands for the
 * squares it lies in; a metre is as good as nothing.
 */
import type { Area, Overlay } from '../geometry/overlay.ts';
import type { Geometry, Position } from './entry.ts';

type Squares = ReadonlySet<string>;

/** The rectangle from (x, y) with the given width and height, as a polygon. */
export function rectangle(
  x: number,
  y: number,
  width = 1,
  height = 1,
): Extract<Geometry, { type: 'Polygon' }> {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
        [x, y],
      ],
    ],
  };
}

/** The squares a geometry covers, as texts `x,y`. */
export function squaresOf(g: Geometry | null): Squares {
  const squares = new Set<string>();
  if (g === null) return squares;
  for (const part of partsOf(g)) {
    const xs = part.map((p) => p[0]);
    const ys = part.map((p) => p[1]);
    const [x1, y1] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
    const [x2, y2] = [
      Math.max(Math.ceil(Math.max(...xs)), x1 + 1),
      Math.max(Math.ceil(Math.max(...ys)), y1 + 1),
    ];
    for (let x = x1; x < x2; x++) for (let y = y1; y < y2; y++) squares.add(`${x},${y}`);
  }
  return squares;
}

function partsOf(g: Geometry): readonly (readonly Position[])[] {
  switch (g.type) {
    case 'Point':
      return [[g.coordinates]];
    case 'MultiPoint':
      return g.coordinates.map((p) => [p]);
    case 'LineString':
      return [g.coordinates];
    case 'MultiLineString':
      return g.coordinates;
    case 'Polygon':
      return [g.coordinates[0] as readonly Position[]];
    case 'MultiPolygon':
      return g.coordinates.map((p) => p[0] as readonly Position[]);
  }
}

function areaOf(squares: Squares): Area {
  if (squares.size === 0) return null;
  const coordinates = [...squares].sort().map((s) => {
    const [x, y] = s.split(',').map(Number) as [number, number];
    return rectangle(x, y).coordinates;
  });
  return { type: 'MultiPolygon', coordinates };
}

export const squares: Overlay = {
  union: (areas) => areaOf(new Set(areas.flatMap((a) => [...squaresOf(a)]))),
  intersection(a, b) {
    const other = squaresOf(b);
    return areaOf(new Set([...squaresOf(a)].filter((s) => other.has(s))));
  },
  difference(a, b) {
    const other = squaresOf(b);
    return areaOf(new Set([...squaresOf(a)].filter((s) => !other.has(s))));
  },
  withoutSlivers: (a) => a,
  asArea: (g) => areaOf(squaresOf(g)),
  area: (a) => squaresOf(a).size,
  within(a, b) {
    const other = squaresOf(b);
    return [...squaresOf(a)].some((s) => other.has(s));
  },
};
