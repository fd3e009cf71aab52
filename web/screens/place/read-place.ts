/**
 * A place as people give it: positions typed one a line in any of the usual systems, or a file (GeoJSON, GPX, KML). Read
 * here, in the browser, and sent nowhere but with the question.
 */
import { readCoordinates } from '@tilth/domain/geometry/coordinates';
import { readGeometry } from '@tilth/domain/geometry/shape';
import { isProblem, type Problem, problem } from '@tilth/domain/problem';
import type { Geometry, Position } from '@tilth/domain/report/entry';

/** What the positions mean together. */
export type Sense = 'route' | 'plot' | 'sites';
export const senses: readonly Sense[] = ['route', 'plot', 'sites'];

/** A problem in one of the lines typed, counted from 1. */
export interface InLine {
  readonly line: number;
  readonly problem: Problem;
}

/** Positions, one a line; empty lines are passed over. Null when nothing is typed. */
export function readTyped(text: string): readonly Position[] | InLine | null {
  const positions: Position[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const read = readCoordinates(line);
    if (isProblem(read)) return { line: i + 1, problem: read };
    positions.push(read.position);
  }
  return positions.length === 0 ? null : positions;
}

/** Positions as a geometry: too few for a route or a plot are taken as sites. */
export function placeOf(positions: readonly Position[], sense: Sense): Geometry {
  const [first] = positions;
  if (first === undefined) return { type: 'MultiPoint', coordinates: [] };
  if (positions.length === 1) return { type: 'Point', coordinates: first };
  if (sense === 'plot' && positions.length > 2)
    return { type: 'Polygon', coordinates: [[...positions, first]] };
  if (sense === 'sites') return { type: 'MultiPoint', coordinates: positions };
  return { type: 'LineString', coordinates: positions };
}

/** The place in a file of GeoJSON, GPX or KML, by what is in it. Problem `place-file-unreadable`, or what GeoJSON lacks. */
export function readPlaceFile(text: string): Geometry | Problem {
  const bare = text.trimStart();
  if (bare.startsWith('{')) return readJson(bare);
  if (/<gpx[\s>]/i.test(text)) return together(gpxParts(text));
  if (/<kml[\s>]/i.test(text)) return together(kmlParts(text));
  return problem('place-file-unreadable');
}

function readJson(text: string): Geometry | Problem {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // text that is no JSON: the answer says what was expected
    return problem('place-file-unreadable');
  }
  const read = readGeometry({ type: 'GeometryCollection', geometries: geometriesIn(json) });
  return isProblem(read) ? read : read.geometry;
}

function geometriesIn(json: unknown): unknown[] {
  if (typeof json !== 'object' || json === null) return [];
  if ('features' in json && Array.isArray(json.features)) return json.features.flatMap(geometriesIn);
  if ('geometry' in json) return json.geometry === null ? [] : [json.geometry];
  return [json];
}

type Part = readonly Position[];

/** Tracks and routes, each a line; else the waypoints. */
function gpxParts(xml: string): readonly Part[] {
  const points = (part: string, name: string): Part =>
    [...part.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'gi'))].flatMap(([, attributes = '']) => {
      const of = (axis: string) =>
        Number(new RegExp(`\\b${axis}\\s*=\\s*["']([^"']+)["']`, 'i').exec(attributes)?.[1]);
      const [lon, lat] = [of('lon'), of('lat')];
      return Number.isFinite(lon) && Number.isFinite(lat) ? [[lon, lat] as const] : [];
    });
  const lines = [
    ...[...xml.matchAll(/<trkseg\b[^>]*>([\s\S]*?)<\/trkseg>/gi)].map(([, part = '']) =>
      points(part, 'trkpt'),
    ),
    ...[...xml.matchAll(/<rte\b[^>]*>([\s\S]*?)<\/rte>/gi)].map(([, part = '']) => points(part, 'rtept')),
  ].filter((line) => line.length > 0);
  return lines.length > 0 ? lines : points(xml, 'wpt').map((p) => [p]);
}

function kmlParts(xml: string): readonly Part[] {
  return [...xml.matchAll(/<coordinates\b[^>]*>([\s\S]*?)<\/coordinates>/gi)]
    .map(([, text = '']) =>
      text
        .trim()
        .split(/\s+/)
        .flatMap((one) => {
          const [lon, lat] = one.split(',').map(Number);
          return Number.isFinite(lon) && Number.isFinite(lat) ? [[lon, lat] as Position] : [];
        }),
    )
    .filter((line) => line.length > 0);
}

/** Lines as lines, closed ones as plots, single positions as sites; of several kinds the lines. */
function together(parts: readonly Part[]): Geometry | Problem {
  const lines = parts.filter((p) => p.length > 1);
  const isRing = (p: Part) => p.length > 3 && p[0]?.[0] === p.at(-1)?.[0] && p[0]?.[1] === p.at(-1)?.[1];
  const [only] = parts;
  if (only === undefined) return problem('place-file-unreadable');
  const raw =
    lines.length === 0
      ? { type: 'MultiPoint', coordinates: parts.map((p) => p[0]) }
      : lines.every(isRing)
        ? { type: 'MultiPolygon', coordinates: lines.map((l) => [l]) }
        : { type: 'MultiLineString', coordinates: lines };
  const read = readGeometry(raw);
  return isProblem(read) ? read : read.geometry;
}
