/** What one map tile shows of a kind: the drawn items near its box, with little else, for the server's encoder. */

import { boundsMeet, boundsOf } from '@tilth/domain/geometry/bounds';
import type { Kind } from '@tilth/domain/record/kind';
import type { Id } from '@tilth/domain/report/entry';
import type { Asker, TileQuery, TileRow } from '../store.ts';
import { allAt } from './as-known.ts';
import { type Asked, askedOf, disputedFor } from './asked.ts';
import { tableName } from './columns.ts';
import { fromHexEwkb } from './ewkb.ts';
import { type Keeper, readerOf, reading } from './keeper.ts';
import { kindFor } from './list.ts';
import { accuracyOf } from './reach.ts';
import { sceneOf } from './scene.ts';

const coded = [
  'hazard_class',
  'hazard_status',
  'work_status',
  'method',
  'level',
  'outcome',
  'surveyed_on',
] as const;

/** Degrees a pixel from which on positions are drawn as large as they are inexact: from further away they are dots. */
const CLOSE = 0.0007;

interface Found {
  readonly id: Id;
  readonly standing: TileRow['standing'];
  readonly disputed_in: readonly string[];
  readonly reported: boolean;
  readonly geom: string;
  readonly view: string | null;
}

/** A point of the outline in the outline's place where its box is smaller than `least` both ways. */
function shape(least: string): string {
  return `CASE WHEN ST_XMax(geom) - ST_XMin(geom) < ${least} AND ST_YMax(geom) - ST_YMin(geom) < ${least} THEN
      CASE WHEN ST_Dimension(geom) = 2 THEN ST_StartPoint(ST_ExteriorRing(ST_GeometryN(geom, 1)))
        WHEN ST_Dimension(geom) = 1 THEN ST_StartPoint(ST_GeometryN(geom, 1)) ELSE geom END
    ELSE geom END`;
}

/** Nothing for kinds without a place, or whose place the asker may not know. */
export async function tileRows(keeper: Keeper, asker: Asker, query: TileQuery): Promise<readonly TileRow[]> {
  const { programme } = query;
  const { scene, kind, asked, rows } = await reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, query);
    const found = kindFor(scene, query.kind);
    const asked = found ? askedOf(found.kind, found.level, {}) : null;
    if (!found || !asked?.placed) return { scene, kind: null, asked: null, rows: [] };
    if (!scene.today) return { scene, kind: found.kind, asked, rows: [] };
    const codes = codesOf(found.kind, asked);
    const drawn = await tx.query<Found & Readonly<Record<string, string | null>>>(
      `SELECT id, standing, disputed_in, reported_geom IS NOT NULL AS reported,
         (${shape('$6::float8')})::text AS geom,
         CASE WHEN $7::boolean AND ST_Dimension(geom) = 0 THEN view END AS view ${codes.map((c) => `, "${c}"`).join('')}
       FROM shown.${tableName(found.kind.name)}
       WHERE programme = $1 AND standing <> 'void'
         AND geom && ST_MakeEnvelope($2::float8, $3::float8, $4::float8, $5::float8, 4326)`,
      [programme, ...query.bbox, query.least, query.least < CLOSE],
    );
    const rows = drawn.map((r) => ({
      id: r.id,
      standing: r.standing,
      disputed: disputedFor(asked, r.disputed_in),
      geometry: fromHexEwkb(r.geom),
      reported: r.reported,
      accuracy: r.view === null ? null : accuracyOf(r.view, found.kind),
      values: Object.fromEntries(codes.map((c) => [c, r[c] ?? null])),
    }));
    return { scene, kind: found.kind, asked, rows };
  });
  if (scene.today || !kind || !asked) return rows;
  const codes = codesOf(kind, asked);
  const all = await allAt(keeper, readerOf(asker, programme), scene, kind);
  return all.flatMap((r) => {
    if (r.geom === null || r.standing === 'void' || !boundsMeet(boundsOf(r.geom), query.bbox)) return [];
    return [
      {
        id: r.id,
        standing: r.standing,
        disputed: disputedFor(asked, r.disputed_in),
        geometry: r.geom,
        reported: r.reported_geom !== null,
        accuracy: query.least < CLOSE && r.geom.type === 'Point' ? accuracyOf(r.view, kind) : null,
        values: Object.fromEntries(codes.map((c) => [c, text(r.columns[c])])),
      },
    ];
  });
}

function codesOf(kind: Kind, asked: Asked): readonly string[] {
  return coded.filter((c) => Object.hasOwn(kind.properties, c) && asked.open.includes(c));
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
