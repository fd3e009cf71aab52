/**
 * What is measured or selected on the map, point by point. Lengths are geodesic, areas those of the ledger, both on the
 * WGS 84 ellipsoid by the same functions that measure hazards (domain/geometry), so that a figure read off the map is the
 * figure on record.
 */
import { areaOf } from '@tilth/domain/geometry/area';
import { distance, lengthOf } from '@tilth/domain/geometry/length';
import type { Position } from '@tilth/domain/report/entry';
import type { SketchRole } from './sketch-layers.ts';

export const tools = ['distance', 'area', 'box', 'polygon'] as const;
/** `distance` and `area` measure; `box` and `polygon` select. */
export type Tool = (typeof tools)[number];

export interface Measured {
  /** metres of the line, or around the outline */
  readonly length_m: number;
  /** metres of its last leg */
  readonly last_m: number;
  /** null while nothing is enclosed */
  readonly area_m2: number | null;
}

/** The corners of a box between two opposite ones, and of anything else its points. */
export function cornersOf(tool: Tool, points: readonly Position[]): readonly Position[] {
  const [a, b] = points;
  if (tool !== 'box' || a === undefined || b === undefined) return points;
  const [west, east] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
  const [south, north] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

/** What has been measured so far. */
export function measure(tool: Tool, points: readonly Position[]): Measured {
  const corners = cornersOf(tool, points);
  const closed = tool !== 'distance' && corners.length > 2;
  const [first] = corners;
  const ring = closed && first ? [...corners, first] : corners;
  const [before, last] = points.slice(-2);
  return {
    length_m: ring.length < 2 ? 0 : lengthOf({ type: 'LineString', coordinates: ring }),
    last_m: before && last ? distance(before, last) : 0,
    area_m2: closed ? areaOf({ type: 'Polygon', coordinates: [ring] }) : null,
  };
}

/** Whether the points make something whole: a line, an outline, a box. */
export function isWhole(tool: Tool, points: readonly Position[]): boolean {
  return points.length >= (tool === 'distance' || tool === 'box' ? 2 : 3);
}

/** Adds a point. One on the last is none: a double click ends in two. */
export function withPoint(
  tool: Tool,
  points: readonly Position[],
  at: Position,
  least: number,
): readonly Position[] {
  const last = points.at(-1);
  if (last && distance(last, at) < least) return points;
  return tool === 'box' && points.length === 2 ? [at] : [...points, at];
}

/** What is drawn of it. `loose`: where the pointer is, to which the next leg would go. */
export function drawSketch(
  tool: Tool | null,
  points: readonly Position[],
  loose: Position | null,
  ground: GeoJSON.Geometry | null,
): GeoJSON.FeatureCollection {
  const features: GeoJSON.Feature[] = [];
  const add = (role: SketchRole, geometry: GeoJSON.Geometry) =>
    features.push({ type: 'Feature', properties: { role }, geometry });
  if (ground) add('ground', ground);
  if (tool !== null) {
    const open = tool === 'box' && points.length === 2 ? points : loose ? [...points, loose] : points;
    const corners = cornersOf(tool, open).map(([lon, lat]) => [lon, lat]);
    const [first] = corners;
    if (tool !== 'distance' && first && corners.length > 2)
      add('area', { type: 'Polygon', coordinates: [[...corners, first]] });
    else if (corners.length > 1) add('line', { type: 'LineString', coordinates: corners });
    for (const [lon, lat] of points) add('corner', { type: 'Point', coordinates: [lon, lat] });
  }
  return { type: 'FeatureCollection', features };
}
