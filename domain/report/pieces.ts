/**
 * Outlines by what they state: land (a polygon, a line with width, a point with radius), or a bare point or line whose
 * extent is not known. Bare ones are drawn as they are while nothing else is drawn; beside land they are drawn as areas of
 * the size of their accuracy, and never measured.
 */
import type { Area, Overlay } from '../geometry/overlay.ts';
import { canonical } from './canonical.ts';
import { areaOf, defaultAccuracy } from './disagree.ts';
import type { Geometry, Position, Value } from './entry.ts';

export type GeometryValue = Extract<Value, { type: 'geometry' }>;
type Land = NonNullable<Area>;
export type Bare = Exclude<Geometry, Land>;

/** A set of land and of bare points and lines. */
export interface Pieces {
  readonly land: Area;
  /** each a Point or LineString */
  readonly bare: readonly BarePiece[];
}

export interface BarePiece {
  readonly geometry: Bare;
  /** metres */
  readonly accuracy: number;
}

export const nothing: Pieces = { land: null, bare: [] };

/** What one outline states. */
export function piecesOf(v: GeometryValue, overlay: Overlay): Pieces {
  const land = areaOf(v, overlay);
  if (land !== null) return { land, bare: [] };
  const accuracy = Math.max(v.accuracy ?? defaultAccuracy, defaultAccuracy);
  return { land, bare: singles(v.geometry).map((geometry) => ({ geometry, accuracy })) };
}

function singles(g: Geometry): readonly Bare[] {
  switch (g.type) {
    case 'Point':
    case 'LineString':
      return [g];
    case 'MultiPoint':
      return g.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
    case 'MultiLineString':
      return g.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
    default:
      return [];
  }
}

export function unite(several: readonly Pieces[], overlay: Overlay): Pieces {
  if (several.length === 1) return several[0] as Pieces;
  const lands = several.flatMap((p) => (p.land === null ? [] : [p.land]));
  const land = lands.length < 2 ? (lands[0] ?? null) : overlay.union(lands);
  return { land, bare: several.flatMap((p) => p.bare) };
}

/**
 * Takes land away, one piece after another: each is then read by itself, and one whose rings are at fault takes only what
 * it surely means (overlay.ts, `difference`). A bare piece goes only when they cover all of where it may be.
 */
export function takeAway(p: Pieces, lands: readonly Area[], overlay: Overlay): Pieces {
  if (lands.length === 0) return p;
  const left = (from: Area): Area =>
    lands.reduce<Area>((rest, land) => (rest === null ? null : overlay.difference(rest, land)), from);
  return { land: left(p.land), bare: p.bare.filter((b) => left(around(b, overlay)) !== null) };
}

/** All of where a bare piece may be: a disc of its accuracy, a strip of it to each side of a line. */
function around(b: BarePiece, overlay: Overlay): Area {
  return overlay.asArea(b.geometry, b.geometry.type === 'Point' ? b.accuracy : 2 * b.accuracy);
}

/**
 * What is in `p` and not in `q`: land by overlay, bare pieces by being the same. A piece that may lie further off than the
 * same one in `q` stays: beside land it is drawn larger.
 */
export function except(p: Pieces, q: Pieces, overlay: Overlay): Pieces {
  const drawn = new Map<string, number>();
  for (const b of q.bare) {
    const key = canonical(b.geometry);
    drawn.set(key, Math.max(drawn.get(key) ?? 0, b.accuracy));
  }
  return {
    land: p.land === null || q.land === null ? p.land : overlay.difference(p.land, q.land),
    bare: p.bare.filter((b) => b.accuracy > (drawn.get(canonical(b.geometry)) ?? 0)),
  };
}

export function isNothing(p: Pieces): boolean {
  return p.land === null && p.bare.length === 0;
}

/** Bare pieces as areas of the size of their accuracy, for drawing them beside land. */
export function asLand(p: Pieces, overlay: Overlay): Pieces {
  if (p.bare.length === 0) return p;
  return {
    land: overlay.union([p.land, ...p.bare.map((b) => around(b, overlay))]),
    bare: [],
  };
}

/** Points and lines together, or either beside land, make no one geometry but as areas. */
export function needsLand(p: Pieces): boolean {
  if (p.bare.length === 0) return false;
  return p.land !== null || new Set(p.bare.map((b) => b.geometry.type)).size > 1;
}

/** One geometry for the map; null for nothing. */
export function drawn(p: Pieces, overlay: Overlay): Geometry | null {
  if (p.bare.length === 0) return p.land;
  const distinct = new Map(p.bare.map((b) => [canonical(b.geometry), b.geometry]));
  const bare = [...distinct.keys()].sort().map((key) => distinct.get(key) as Bare);
  const points = bare.flatMap((g): readonly Position[] => (g.type === 'Point' ? [g.coordinates] : []));
  const lines = bare.flatMap((g): readonly (readonly Position[])[] =>
    g.type === 'LineString' ? [g.coordinates] : [],
  );
  if (p.land !== null || (points.length > 0 && lines.length > 0)) return asLand(p, overlay).land;
  if (lines.length === 0)
    return points.length === 1
      ? { type: 'Point', coordinates: points[0] as Position }
      : { type: 'MultiPoint', coordinates: points };
  return lines.length === 1
    ? { type: 'LineString', coordinates: lines[0] as readonly Position[] }
    : { type: 'MultiLineString', coordinates: lines };
}
