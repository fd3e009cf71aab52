/**
 * What is on record near a place somebody asks about: a route, a plot, a list of sites. Every danger, hazard report, find,
 * release and survey within a distance, and how much of the ground asked about any survey covered. What is not known exactly
 * counts from the rim of where it may be. What cannot be drawn can be near anything, so
 * it is counted beside the answer.
 */
import { type Bounds, boundsOf } from '@tilth/domain/geometry/bounds';
import { nearest } from '@tilth/domain/geometry/nearest';
import type { Area, Overlay } from '@tilth/domain/geometry/overlay';
import { longitudeMetres } from '@tilth/domain/geometry/plane';
import type { Geometry, Id } from '@tilth/domain/report/entry';
import type { Asker, NearAnswer, NearQuery, Row } from '../store.ts';
import type { Keeper } from './keeper.ts';
import { reading } from './keeper.ts';
import { kindFor, list } from './list.ts';
import { reachesOf, widest } from './reach.ts';
import { sceneOf } from './scene.ts';
import { toLocate } from './to-locate.ts';

const SURVEY = 'survey-result';
const PAGE = 1_000;
const none: ReadonlyMap<Id, number> = new Map();
/** Metres in a degree of latitude, where they are fewest. */
const LATITUDE = 110_574;

/** Refuses `programme-unknown`, and what the times refuse. Answers are of one receipt number. */
export async function near(keeper: Keeper, asker: Asker, query: NearQuery): Promise<NearAnswer> {
  const { programme, geometry, metres } = query;
  const scene = await reading(keeper, asker, programme, (tx) => sceneOf(keeper, tx, asker, programme, query));
  // every reading below is of the same state of the log
  const times = { ...(query.at !== undefined && { at: query.at }), known: scene.number };
  const kinds: NearAnswer['kinds'][number][] = [];
  const surveyed: Area[] = [];
  for (const kind of scene.model.kinds.values()) {
    const asked = kind.place !== undefined && (kind.drawing !== 'plain' || kind.name === SURVEY);
    if (!asked || !kindFor(scene, kind.name)) continue;
    const found: { row: Row; metres: number; accuracy?: number }[] = [];
    const most = await widest(keeper, asker, scene, kind);
    const bbox = wider(boundsOf(geometry), metres + most);
    for (let offset = 0; ; offset += PAGE) {
      const { rows } = await list(keeper, asker, {
        programme,
        kind: kind.name,
        bbox,
        limit: PAGE,
        offset,
        ...times,
      });
      const perhaps = rows.flatMap((row) => {
        if (row.geometry === null || row.standing === 'void') return [];
        const apart = nearest(geometry, row.geometry);
        return apart - most > metres ? [] : [{ row, apart }];
      });
      const reaches =
        most === 0
          ? none
          : await reachesOf(
              keeper,
              asker,
              scene,
              kind,
              perhaps.map((p) => p.row.id),
            );
      for (const { row, apart: drawn } of perhaps) {
        const reach = reaches.get(row.id) ?? 0;
        const apart = Math.max(0, drawn - reach);
        if (apart > metres) continue;
        found.push({ row, metres: Math.floor(apart), ...(reach > 0 && { accuracy: reach }) });
        // only what was accepted counts as surveyed (law 6)
        if (kind.name !== SURVEY || row.standing !== 'live' || row.reported || row.geometry === null)
          continue;
        if (isArea(row.geometry)) surveyed.push(row.geometry);
      }
      if (rows.length < PAGE) break;
    }
    found.sort((a, b) => a.metres - b.metres || (a.row.id < b.row.id ? -1 : 1));
    if (found.length > 0) kinds.push({ kind: kind.name, found });
  }
  const unplaced = await toLocate(keeper, asker, programme, times);
  return {
    stamp: { ...scene.stamp },
    kinds,
    ...coverage(geometry, metres, surveyed, keeper.overlay),
    to_locate: unplaced.rows.length,
  };
}

/** m² of the ground asked about, and of it what some survey covered; a line or point is as wide as the distance. */
function coverage(g: Geometry, metres: number, surveyed: readonly Area[], overlay: Overlay) {
  const ground = isArea(g) ? g : overlay.asArea(g, g.type.endsWith('Point') ? metres : 2 * metres);
  return {
    asked_m2: overlay.area(ground),
    surveyed_m2:
      surveyed.length === 0 ? 0 : overlay.area(overlay.intersection(ground, overlay.union(surveyed))),
  };
}

function isArea(g: Geometry): g is Extract<Geometry, { type: 'Polygon' | 'MultiPolygon' }> {
  return g.type === 'Polygon' || g.type === 'MultiPolygon';
}

/** The box, larger by so many metres on every side. */
function wider([west, south, east, north]: Bounds, metres: number): [number, number, number, number] {
  const up = metres / LATITUDE;
  const [low, high] = [Math.max(-90, south - up), Math.min(90, north + up)];
  const across = metres / Math.max(1, longitudeMetres(Math.max(Math.abs(low), Math.abs(high)), 'least'));
  const width = west <= east ? east - west : east - west + 360;
  if (width + 2 * across >= 360) return [-180, low, 180, high];
  const turned = (lon: number) => (lon < -180 ? lon + 360 : lon > 180 ? lon - 360 : lon);
  return [turned(west - across), low, turned(east + across), high];
}
