/**
 * What a tile shows of its rows. Nothing vanishes at any zoom (design, *cli and server*): what is smaller than a pixel
 * becomes a mark, one a pixel with the number of items it stands for and the look of the most dangerous; what is too thin
 * to keep an area becomes a line. Outlines lose only points closer than a quarter pixel to the one before, so they never
 * shrink to the eye; holes smaller than a pixel are filled, except in released land. Marks of points, never of hazards, may
 * be gathered in cells, one mark with its count a cell.
 */
import type { Geometry, Position } from '@tilth/domain/report/entry';
import type { TileRow } from '@tilth/store/store';
import { boxOf, clipLine, clipRing, placeOf } from './clip.ts';
import { gather, type Point } from './gather.ts';
import { EXTENT, PIXEL, pixelsAtDeepest, project, type Tile } from './mercator.ts';

/** Tile units, rounded, flat; rings without their closing point. */
export type Path = readonly number[];

export interface Look {
  readonly [attribute: string]: string | number | boolean;
}

export interface Drawn {
  /** each with the rings of its polygons: outer ones first in each polygon */
  readonly areas: readonly { readonly look: Look; readonly polygons: readonly (readonly Path[])[] }[];
  readonly lines: readonly { readonly look: Look; readonly paths: readonly Path[] }[];
  readonly marks: readonly { readonly look: Look; readonly x: number; readonly y: number }[];
  /** where the one badge of an outline stands that is disputed or no longer supported, in the one tile that holds it */
  readonly badges: readonly { readonly look: Look; readonly x: number; readonly y: number }[];
}

/** A row with what decides which of several marks on a pixel is shown. */
export interface Ranked {
  readonly row: TileRow;
  readonly programme: string;
  /** higher is more dangerous */
  readonly danger: number;
}

/**
 * Draws rows into a tile; the same rows in any order give the same tile. `fill`: small holes are filled. `cell`: marks are
 * gathered in squares of so many pixels.
 */
export function draw(rows: readonly Ranked[], tile: Tile, fill: boolean, cell?: number): Drawn {
  const ordered = [...rows].sort(
    (a, b) => b.danger - a.danger || (a.row.id < b.row.id ? -1 : a.row.id > b.row.id ? 1 : 0),
  );
  const areas: { look: Look; polygons: (readonly Path[])[] }[] = [];
  const lines: { look: Look; paths: Path[] }[] = [];
  const marks = new Map<string, { look: Look; x: number; y: number; count: number; last: string }>();
  const points: Point[] = [];
  const badges: { look: Look; x: number; y: number }[] = [];
  for (const { row, programme } of ordered) {
    const look = lookOf(row, programme);
    const pieces = piecesOf(row.geometry, tile, fill);
    const badge = look.badged === true ? badgeAt(row.geometry, tile) : null;
    if (badge !== null) badges.push({ look, ...badge });
    if (pieces.polygons.length > 0) areas.push({ look, polygons: pieces.polygons });
    if (pieces.paths.length > 0) lines.push({ look, paths: pieces.paths });
    if (cell !== undefined) {
      for (const [x, y] of pieces.points) points.push({ look, id: row.id, x, y });
      continue;
    }
    for (const [x, y] of pieces.points) {
      const pixel = `${Math.floor(x / PIXEL)}/${Math.floor(y / PIXEL)}`;
      const there = marks.get(pixel);
      if (there === undefined)
        marks.set(pixel, { look, x: Math.round(x), y: Math.round(y), count: 1, last: row.id });
      else if (there.last !== row.id) {
        there.count += 1;
        there.last = row.id;
      }
    }
  }
  return {
    // the least dangerous first, so that a later, more dangerous one is painted above it
    areas: areas.reverse(),
    lines: lines.reverse(),
    marks:
      cell === undefined
        ? [...marks.values()].reverse().map(({ look, x, y, count }) => ({ look: { ...look, count }, x, y }))
        : gather(points, cell),
    badges,
  };
}

function lookOf(row: TileRow, programme: string): Look {
  const { id, standing, disputed, reported, values, accuracy, geometry } = row;
  const look: Record<string, string | number | boolean> = { id, programme, standing, disputed, reported };
  const at = geometry.type === 'Point' ? geometry.coordinates : null;
  if (at === null && (disputed || standing === 'unsupported')) look.badged = true;
  if (accuracy != null && at) look.reach = pixelsAtDeepest(accuracy, at[1]);
  for (const [name, value] of Object.entries(values)) if (value !== null) look[name] = value;
  return look;
}

/** The northernmost position of an outline, the westernmost of several, if this tile holds it: whichever tiles it crosses. */
function badgeAt(g: Geometry, tile: Tile): { x: number; y: number } | null {
  const all = positionsIn(g.coordinates);
  const [first] = all;
  if (first === undefined) return null;
  const higher = (p: Position, q: Position) => q[1] > p[1] || (q[1] === p[1] && q[0] < p[0]);
  const top = all.reduce((p, q) => (higher(p, q) ? q : p), first);
  const [x = -1, y = -1] = project([top], tile).map(Math.floor);
  const last = tile.x === 2 ** tile.z - 1 ? EXTENT : EXTENT - 1;
  const within = x >= 0 && x <= last && y < EXTENT && (y >= 0 || tile.y === 0);
  return within ? { x, y: Math.max(0, y) } : null;
}

function positionsIn(coordinates: unknown): Position[] {
  if (!Array.isArray(coordinates)) return [];
  const [lon, lat] = coordinates;
  return typeof lon === 'number' && typeof lat === 'number' ? [[lon, lat]] : coordinates.flatMap(positionsIn);
}

interface Pieces {
  readonly polygons: (readonly Path[])[];
  readonly paths: Path[];
  readonly points: (readonly [number, number])[];
}

function piecesOf(g: Geometry, tile: Tile, fill: boolean): Pieces {
  const pieces: Pieces = { polygons: [], paths: [], points: [] };
  if (g.type === 'Point') addPoint(pieces, g.coordinates, tile);
  else if (g.type === 'MultiPoint') for (const p of g.coordinates) addPoint(pieces, p, tile);
  else if (g.type === 'LineString') addLine(pieces, g.coordinates, tile);
  else if (g.type === 'MultiLineString') for (const l of g.coordinates) addLine(pieces, l, tile);
  else if (g.type === 'Polygon') addPolygon(pieces, g.coordinates, tile, fill);
  else for (const p of g.coordinates) addPolygon(pieces, p, tile, fill);
  return pieces;
}

function addPoint(pieces: Pieces, position: Position, tile: Tile): void {
  const [x = 0, y = 0] = project([position], tile);
  if (placeOf([x, y, x, y]) !== 'outside') pieces.points.push([x, y]);
}

/** Adds a mark when the box is within a pixel; says whether it was. */
function addMark(pieces: Pieces, [left, top, right, bottom]: ReturnType<typeof boxOf>): boolean {
  if (right - left > PIXEL || bottom - top > PIXEL) return false;
  pieces.points.push([(left + right) / 2, (top + bottom) / 2]);
  return true;
}

function addLine(pieces: Pieces, positions: readonly Position[], tile: Tile): void {
  const line = project(positions, tile);
  const box = boxOf(line);
  const place = placeOf(box);
  if (place === 'outside' || addMark(pieces, box)) return;
  for (const piece of place === 'inside' ? [line] : clipLine(line)) {
    const path = thin(piece);
    if (path.length >= 4) pieces.paths.push(path);
  }
}

function addPolygon(
  pieces: Pieces,
  rings: readonly (readonly Position[])[],
  tile: Tile,
  fill: boolean,
): void {
  const outer = project(rings[0] ?? [], tile);
  const box = boxOf(outer);
  const place = placeOf(box);
  if (place === 'outside' || addMark(pieces, box)) return;
  const shell = ringOf(outer, place);
  if (shell === null) {
    const path = thin(place === 'inside' ? outer : clipRing(outer));
    if (path.length >= 4) pieces.paths.push(path);
    return;
  }
  const polygon = [oriented(shell, true)];
  for (const positions of rings.slice(1)) {
    const hole = project(positions, tile);
    const holeBox = boxOf(hole);
    const holePlace = placeOf(holeBox);
    const small = holeBox[2] - holeBox[0] < PIXEL || holeBox[3] - holeBox[1] < PIXEL;
    if (holePlace === 'outside' || (fill && small)) continue;
    const ring = ringOf(hole, holePlace);
    if (ring !== null) polygon.push(oriented(ring, false));
  }
  pieces.polygons.push(polygon);
}

/** The ring in the tile, rounded and open; null when no area is left of it. */
function ringOf(flat: readonly number[], place: 'inside' | 'across' | 'outside'): Path | null {
  const path = [...thin(place === 'inside' ? flat : clipRing(flat))];
  const n = path.length;
  if (n >= 4 && path[0] === path[n - 2] && path[1] === path[n - 1]) path.length = n - 2;
  return path.length >= 6 && twiceArea(path) !== 0 ? path : null;
}

/** Rounds, and leaves out points within a quarter pixel of the one before; the last one always stays. */
function thin(flat: readonly number[]): Path {
  const near = PIXEL / 4;
  const out: number[] = [];
  for (let i = 0; i < flat.length; i += 2) {
    const x = Math.round(flat[i]!);
    const y = Math.round(flat[i + 1]!);
    const n = out.length;
    if (n > 0) {
      const dx = Math.abs(x - out[n - 2]!);
      const dy = Math.abs(y - out[n - 1]!);
      if (dx === 0 && dy === 0) continue;
      if (dx < near && dy < near && i < flat.length - 2) continue;
    }
    out.push(x, y);
  }
  return out;
}

/** Twice the area, positive when clockwise as seen (y points down), which MVT 2.1, 4.3.4.4 asks of outer rings. */
function twiceArea(path: Path): number {
  let sum = 0;
  const n = path.length;
  for (let i = 0; i < n; i += 2) {
    const j = (i + n - 2) % n;
    sum += path[j]! * path[i + 1]! - path[i]! * path[j + 1]!;
  }
  return sum;
}

function oriented(path: Path, outer: boolean): Path {
  if (twiceArea(path) > 0 === outer) return path;
  const turned: number[] = [];
  for (let i = path.length - 2; i >= 0; i -= 2) turned.push(path[i]!, path[i + 1]!);
  return turned;
}
