/**
 * Writes a tile in the Mapbox Vector Tile format, version 2.1: layers `areas`, `lines`, `marks` and `badges`, those that
 * hold anything. Written straight from what is drawn, on `pbf`: going through GeoJSON and a second tiler cost half the time and
 * loses small polygons, which we must not.
 */
import { PbfWriter } from 'pbf';
import type { Drawn, Look, Path } from './draw.ts';
import { EXTENT } from './mercator.ts';

const POINT = 1;
const LINE = 2;
const POLYGON = 3;

interface Feature {
  readonly look: Look;
  readonly type: number;
  readonly commands: number[];
}

/** The tile's bytes; none at all when nothing is drawn. */
export function encodeTile({ areas, lines, marks, badges }: Drawn): Uint8Array {
  const writer = new PbfWriter();
  const layers: [string, Feature[]][] = [
    [
      'areas',
      areas.map(({ look, polygons }) => ({ look, type: POLYGON, commands: pathsOf(polygons.flat(), true) })),
    ],
    ['lines', lines.map(({ look, paths }) => ({ look, type: LINE, commands: pathsOf(paths, false) }))],
    ['marks', marks.map(pointOf)],
    ['badges', badges.map(pointOf)],
  ];
  for (const [name, features] of layers) {
    if (features.length > 0) writer.writeMessage(3, writeLayer, { name, features });
  }
  return writer.finish();
}

const pointOf = ({ look, x, y }: Drawn['marks'][number]): Feature => ({
  look,
  type: POINT,
  commands: [9, zigzag(x), zigzag(y)],
});

const zigzag = (n: number) => (n << 1) ^ (n >> 31);

/** Commands of MVT 2.1, 4.3: move to the first point, lines to the others, close a ring; each from the point before. */
function pathsOf(paths: readonly Path[], closed: boolean): number[] {
  const out: number[] = [];
  let x = 0;
  let y = 0;
  for (const path of paths) {
    for (let i = 0; i < path.length; i += 2) {
      if (i === 0) out.push(9);
      else if (i === 2) out.push(((path.length / 2 - 1) << 3) | 2);
      out.push(zigzag(path[i]! - x), zigzag(path[i + 1]! - y));
      x = path[i]!;
      y = path[i + 1]!;
    }
    if (closed) out.push(15);
  }
  return out;
}

function writeLayer({ name, features }: { name: string; features: Feature[] }, pbf: PbfWriter): void {
  const keys = new Map<string, number>();
  const values = new Map<string | number | boolean, number>();
  pbf.writeVarintField(15, 2);
  pbf.writeStringField(1, name);
  for (const feature of features) pbf.writeMessage(2, writeFeature, { feature, keys, values });
  for (const key of keys.keys()) pbf.writeStringField(3, key);
  for (const value of values.keys()) pbf.writeMessage(4, writeValue, value);
  pbf.writeVarintField(5, EXTENT);
}

function writeFeature(
  {
    feature,
    keys,
    values,
  }: { feature: Feature; keys: Map<string, number>; values: Map<Look[string], number> },
  pbf: PbfWriter,
): void {
  const tags: number[] = [];
  for (const [key, value] of Object.entries(feature.look))
    tags.push(placeIn(keys, key), placeIn(values, value));
  pbf.writePackedVarint(2, tags);
  pbf.writeVarintField(3, feature.type);
  pbf.writePackedVarint(4, feature.commands);
}

function placeIn<T>(table: Map<T, number>, entry: T): number {
  const known = table.get(entry);
  if (known !== undefined) return known;
  table.set(entry, table.size);
  return table.size - 1;
}

function writeValue(value: string | number | boolean, pbf: PbfWriter): void {
  if (typeof value === 'string') pbf.writeStringField(1, value);
  else if (typeof value === 'boolean') pbf.writeBooleanField(7, value);
  else if (Number.isSafeInteger(value) && value >= 0) pbf.writeVarintField(5, value);
  else pbf.writeDoubleField(3, value);
}
