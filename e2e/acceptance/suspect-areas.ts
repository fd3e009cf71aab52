/**
 * A file of suspected areas as the real one is: rows that name nothing but their map sheet, many without an outline, some
 * bow-ties, some twice, some over each other. Where the real one is not at hand, a made-up grid of squares.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { areaOf } from '@tilth/domain/geometry/area';
import type { Position } from '@tilth/domain/report/entry';
import { realFile, room } from './shared-data.ts';

export interface SuspectAreas {
  readonly file: string;
  readonly read: number;
  /** map sheets of the rows without an outline, in order of their names */
  readonly sheetsWithout: readonly string[];
  /** stored rows whose outline holds no position */
  readonly empty: number;
  readonly invalid: number;
  readonly same: number;
  /** the sum of outlines is within these: what is put right leans to the safe side, and so makes it larger */
  readonly squareMetres: readonly [least: number, most: number];
  /** pairs of valid outlines that share land: there are at least so many */
  readonly overlapping: number;
}

interface Feature {
  readonly properties: { readonly typeArea: string; readonly fileId: string };
  readonly geometry: { readonly type: string; readonly coordinates: readonly unknown[] } | null;
}

export async function suspectAreas(): Promise<SuspectAreas> {
  const real = realFile('bih-mines/suspect_areas_simplified.geojson');
  if (real === null) return sample();
  const { features }: { features: Feature[] } = JSON.parse(await readFile(real, 'utf8'));
  // measured of the file as published: see the README beside it
  return {
    file: real,
    read: 11_068,
    sheetsWithout: sheetsOf(features),
    empty: 1,
    invalid: 467,
    same: 6,
    squareMetres: [810.69e6 * 0.9999, 810.69e6 * 1.005],
    overlapping: 875,
  };
}

function sheetsOf(features: readonly Feature[]): string[] {
  return features.flatMap((f) => (f.geometry === null ? [f.properties.fileId] : [])).sort();
}

const SIDE = 0.001;

/** Twenty columns of squares, some metres of grass between them. */
async function sample(): Promise<SuspectAreas> {
  const corner = (n: number): [number, number] => [
    17 + (n % 20) * 3 * SIDE,
    44 + Math.floor(n / 20) * 3 * SIDE,
  ];
  const ring = (n: number, steps: readonly (readonly [number, number])[]) => {
    const [x, y] = corner(n);
    const at = ([e, s]: readonly [number, number]): Position => [x + e * SIDE, y + s * SIDE];
    return { type: 'Polygon' as const, coordinates: [steps.map(at)] };
  };
  const square = (n: number) =>
    ring(n, [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ]);
  // a bow-tie whose knot is so near its end that the repair changes next to nothing, or takes half of it
  const bowTie = (n: number, at: number) =>
    ring(n, [
      [0, 0],
      [1, 0],
      [1 - at, 1],
      [1, 1],
      [0, 0],
    ]);
  const features: Feature[] = [];
  const add = (geometry: Feature['geometry']) =>
    features.push({
      properties: { typeArea: 'Suspected Minefield', fileId: `sheet-${features.length % 7}` },
      geometry,
    });
  for (let n = 0; n < 400; n += 1) add(square(n));
  for (let n = 0; n < 180; n += 1) add(null);
  for (let n = 400; n < 430; n += 1) add(bowTie(n, n % 2 === 0 ? 0.001 : 1));
  for (let n = 0; n < 4; n += 1) add(square(n));
  add({ type: 'MultiPolygon', coordinates: [] });
  const sum = (from: number, to: number) => {
    let m2 = 0;
    for (let n = from; n < to; n += 1) m2 += areaOf(square(n)) ?? 0;
    return m2;
  };
  const file = join(await room(), 'suspect-areas.geojson');
  const rows = features.map((f) => ({ type: 'Feature', ...f }));
  await writeFile(file, JSON.stringify({ type: 'FeatureCollection', features: rows }));
  return {
    file,
    read: features.length,
    sheetsWithout: sheetsOf(features),
    empty: 1,
    invalid: 30,
    same: 4,
    squareMetres: [sum(0, 400), sum(0, 430)],
    overlapping: 0,
  };
}
