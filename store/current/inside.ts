/**
 * What lies on a piece of ground somebody drew: how many items of each kind reach into it, and how much land of hazards,
 * releases and surveys is inside it, in the words of the totals (design, *Counting*). Land is cut at the edge of the ground;
 * a hazard that only reaches into it is counted whole among the items. What cannot be drawn may lie anywhere, so it is
 * counted beside.
 */
import { boundsOf } from '@tilth/domain/geometry/bounds';
import type { Area, Overlay } from '@tilth/domain/geometry/overlay';
import type { Kind } from '@tilth/domain/record/kind';
import type { Geometry } from '@tilth/domain/report/entry';
import { closedWithoutPapers, confirmedClass } from '@tilth/domain/report/land-readings';
import type { InsideAnswer, InsideQuery, LandInside } from '../ground.ts';
import type { Asker, Row } from '../store.ts';
import type { Keeper } from './keeper.ts';
import { reading } from './keeper.ts';
import { kindFor, list } from './list.ts';
import { sceneOf } from './scene.ts';
import { toLocate } from './to-locate.ts';

const PAGE = 1_000;
/** Outlines of hazards that are overlaid in one answer: some seconds of work. */
const MOST = 4_000;

/** Refuses `programme-unknown`, and what the times refuse. Answers are of one receipt number. */
export async function inside(keeper: Keeper, asker: Asker, query: InsideQuery): Promise<InsideAnswer> {
  const { programme, ground } = query;
  const scene = await reading(keeper, asker, programme, (tx) => sceneOf(keeper, tx, asker, programme, query));
  // every reading below is of the same state of the log
  const times = { ...(query.at !== undefined && { at: query.at }), known: scene.number };
  const bbox = boundsOf(ground);
  const { overlay } = keeper;
  const kinds: InsideAnswer['kinds'][number][] = [];
  const hazards: Row[] = [];
  const releases: Row[] = [];
  const surveys: Row[] = [];
  for (const kind of scene.model.kinds.values()) {
    if (kind.place === undefined || !kindFor(scene, kind.name)) continue;
    const keep = keeperOf(kind, { hazards, releases, surveys });
    let items = 0;
    let reported = 0;
    for (let offset = 0; ; offset += PAGE) {
      const ask = { programme, kind: kind.name, bbox, limit: PAGE, offset, ...times };
      const { rows } = await list(keeper, asker, ask);
      for (const row of rows) {
        if (row.geometry === null || !overlay.within(row.geometry, ground, 0)) continue;
        items += 1;
        if (row.standing === 'reported') reported += 1;
        keep?.push(row);
      }
      if (rows.length < PAGE) break;
    }
    if (items > 0) kinds.push({ kind: kind.name, items, reported });
  }
  const unplaced = await toLocate(keeper, asker, programme, times);
  const cut = (g: Geometry | null): Area => (isArea(g) ? overlay.intersection(g, ground) : null);
  return {
    stamp: { ...scene.stamp },
    ground_m2: overlay.area(ground),
    kinds,
    land: hazards.length > MOST ? null : landOf(hazards, cut, overlay),
    released: ['cancelled', 'reduced', 'cleared'].flatMap((method) => {
      const by = releases.filter((r) => r.values.method === method);
      return by.length === 0 || by.length > MOST
        ? []
        : [{ method, items: by.length, m2: covered(by, cut, overlay) }];
    }),
    // only what was accepted counts as surveyed (law 6)
    surveyed_m2: covered(
      surveys.filter((r) => r.standing === 'live' && !r.reported),
      cut,
      overlay,
    ),
    to_locate: unplaced.rows.length,
  };
}

/** Where the rows of a kind are kept for measuring; null for those that are only counted. */
function keeperOf(
  kind: Kind,
  { hazards, releases, surveys }: Readonly<Record<'hazards' | 'releases' | 'surveys', Row[]>>,
): Row[] | null {
  if (kind.drawing === 'hazard') return hazards;
  if (kind.drawing === 'release') return releases;
  return kind.name === 'survey-result' ? surveys : null;
}

type Cut = (g: Geometry | null) => Area;

function landOf(rows: readonly Row[], cut: Cut, overlay: Overlay): LandInside {
  const apart = rows.filter((r) => r.values.hazard_status === closedWithoutPapers);
  const hazards = rows.filter((r) => r.values.hazard_status !== closedWithoutPapers);
  const parts = hazards.flatMap((row) => {
    const land = cut(row.geometry);
    return land === null ? [] : [{ land, confirmed: row.values.hazard_class === confirmedClass }];
  });
  const once = overlay.area(overlay.union(parts.map((p) => p.land)));
  const cha = overlay.area(overlay.union(parts.filter((p) => p.confirmed).map((p) => p.land)));
  return {
    items: hazards.length,
    sum: toCentimetres(parts.reduce((sum, p) => sum + overlay.area(p.land), 0)),
    once,
    // land in both is counted once, as CHA
    sha: toCentimetres(once - cha),
    cha,
    unmeasured: hazards.filter((r) => !isArea(r.geometry)).length,
    papers_not_held: { items: apart.length, m2: covered(apart, cut, overlay) },
  };
}

/** m² inside that these cover, overlaps once. */
function covered(rows: readonly Row[], cut: Cut, overlay: Overlay): number {
  return overlay.area(overlay.union(rows.map((r) => cut(r.geometry))));
}

const toCentimetres = (m2: number) => Math.round(m2 * 100) / 100;

function isArea(g: Geometry | null): g is NonNullable<Area> {
  return g?.type === 'Polygon' || g?.type === 'MultiPolygon';
}
