/**
 * An exact overlay for tests: every area is a set of unit squares, so that a property test over a thousand random worlds is
 * quick and rounding can't hide a fault. Polygons are rectangles with whole coordinates; a point or line stands for the
 * squares it lies in. A square is 100 metres wide: what is finer is as good as nothing, what is coarser counts in squares.
 */
import { box } from '../geometry/box.testing.ts';
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
  return box(x, y, x + width, y + height);
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

const SIDE = 100;

/** The squares within so many squares of those given, corners too. */
function around(of: Squares, by: number): Squares {
  if (by === 0) return of;
  const wide = new Set<string>();
  for (const s of of) {
    const [x, y] = s.split(',').map(Number) as [number, number];
    for (let dx = -by; dx <= by; dx++) for (let dy = -by; dy <= by; dy++) wide.add(`${x + dx},${y + dy}`);
  }
  return wide;
}

/** The squares that lie in some block of `side` by `side` squares of the set. */
function inBlocks(of: Squares, side: number): Squares {
  const kept = new Set<string>();
  for (const s of of) {
    const [x, y] = s.split(',').map(Number) as [number, number];
    const block = [...Array(side * side).keys()].map((i) => `${x + (i % side)},${y + Math.floor(i / side)}`);
    if (block.every((b) => of.has(b))) for (const b of block) kept.add(b);
  }
  return kept;
}

/** Whole squares in so many metres; more than a world is wide is not counted out. */
const wholeSquares = (metres: number): number => Math.min(Math.floor(metres / SIDE), 10);

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
  withoutSlivers: (a, metres) =>
    metres < SIDE ? a : areaOf(inBlocks(squaresOf(a), wholeSquares(metres) + 1)),
  asArea: (g, metres) =>
    areaOf(/Point$/.test(g.type) ? around(squaresOf(g), wholeSquares(metres)) : squaresOf(g)),
  area: (a) => squaresOf(a).size,
  within(a, b, metres) {
    // squares that share an edge or a corner touch
    const touching = [a, b].every((g) => /Polygon$/.test(g.type)) ? 1 : 0;
    const other = around(squaresOf(b), wholeSquares(metres) + touching);
    return [...squaresOf(a)].some((s) => other.has(s));
  },
};
