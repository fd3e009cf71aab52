/**
 * The exact-geometry operations the rules need, as an interface: the engine (GEOS in WebAssembly) is started outside and
 * handed in, so that rules stay pure and testable. All geometries are WGS 84 degrees. Overlays snap to a fixed grid of
 * 1e-9° and return normalised polygons, so that the same input gives the same bytes on every machine.
 */
import type { Geometry } from '../report/entry.ts';

/** A Polygon or MultiPolygon, or null for nothing. */
export type Area = Extract<Geometry, { type: 'Polygon' | 'MultiPolygon' }> | null;

export interface Overlay {
  /** union of areas, in any order: sorted before the overlay */
  union(areas: readonly Area[]): Area;
  intersection(a: Area, b: Area): Area;
  difference(a: Area, b: Area): Area;
  /** drops strips of `a` thinner than `metres` */
  withoutSlivers(a: Area, metres: number): Area;
  /** points and lines as areas: a point with radius, a line with width, in metres on the ellipsoid; polygons as they are */
  asArea(g: Geometry, metres: number): Area;
  /** m² on the WGS 84 ellipsoid, rounded to 0.01 */
  area(a: Area): number;
  /** true when the two geometries come within `metres` of each other */
  within(a: Geometry, b: Geometry, metres: number): boolean;
}
