/**
 * Hazard totals (design, *Counting*): the sum of outlines, and land counted once; land in both an SHA and a CHA counts
 * once, as CHA. What has no outline is counted as unmeasured, never as 0 m²; what cannot be drawn as to be located.
 * Land that an earlier system calls closed without papers stands apart from both. Each figure of land is what is drawn;
 * where values are disputed its range says between what and what it lies (domain/report/land-readings.ts).
 *
 * Only outlines whose boxes meet can share land. They are grouped so, and each group's union is worked out by the one
 * overlay of `domain`, not by the database: so both databases print the same figure.
 */
import { createHash } from 'node:crypto';
import type { Area } from '@tilth/domain/geometry/overlay';
import { problem, Refusal } from '@tilth/domain/problem';
import type { Kind } from '@tilth/domain/record/kind';
import type { Geometry, Id } from '@tilth/domain/report/entry';
import {
  closedWithoutPapers,
  confirmedClass,
  type LandReadings,
  landReadings,
} from '@tilth/domain/report/land-readings';
import type { ItemView } from '@tilth/domain/report/view';
import type { Tx } from '../db.ts';
import type { Asker, Stamp, Times } from '../store.ts';
import { allAt } from './as-known.ts';
import { askedOf } from './asked.ts';
import { tableName } from './columns.ts';
import { fromHexEwkb, toHexEwkb } from './ewkb.ts';
import { type Keeper, readerOf, reading } from './keeper.ts';
import { kindFor } from './list.ts';
import type { Cells } from './row.ts';
import { type Scene, sceneOf } from './scene.ts';
import { arrayText } from './write-rows.ts';

/** Between what and what a figure lies, m². */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** All in m², rounded to 0.01, and counts of items. */
export interface HazardFigures {
  readonly sum: number;
  readonly once: number;
  readonly sha: number;
  readonly cha: number;
  /** `least` and `most` are equal where nothing that the figure counts is disputed */
  readonly range: Readonly<Record<'sum' | 'once' | 'sha' | 'cha', Range>>;
  readonly items: number;
  /** hazards on record of which no land, or not all of it, could be measured */
  readonly unmeasured: number;
  readonly toLocate: number;
  readonly papersNotHeld: { readonly items: number; readonly m2: number };
}

/** A hazard as far as totals need it; `box` null when nothing is drawn. */
interface Measured {
  readonly id: Id;
  readonly m2: number | null;
  readonly confirmed: boolean;
  readonly closedWithoutPapers: boolean;
  readonly inPart: boolean;
  readonly toLocate: boolean;
  /** only where outline, class or status is disputed */
  readonly readings: LandReadings | null;
  readonly box: readonly [west: number, south: number, east: number, north: number] | null;
}

/** Refuses `may-not` where the asker may not know where hazards lie. */
export async function hazardTotals(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  times: Times = {},
): Promise<HazardFigures & { readonly stamp: Stamp }> {
  const { scene, kinds, figures } = await reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, times);
    const kinds = hazardKinds(scene);
    const key = ['hazards', programme, scene.number, scene.at];
    const figures = scene.today
      ? await keeper.figures.get(key, async () => ({ value: await now(keeper, tx, scene, kinds), weight: 1 }))
      : null;
    return { scene, kinds, figures };
  });
  if (figures) return { ...figures, stamp: scene.stamp };
  const then = await keeper.figures.get(['hazards', programme, scene.number, scene.at], async () => {
    const rows: (readonly [Cells, Kind])[] = [];
    for (const kind of kinds) {
      for (const row of await allAt(keeper, readerOf(asker, programme), scene, kind)) rows.push([row, kind]);
    }
    return { value: await ofCells(rows, keeper), weight: 1 };
  });
  return { ...then, stamp: scene.stamp };
}

/** Kinds of hazard whose place the asker may know. */
export function hazardKinds(scene: Scene): readonly Kind[] {
  const all = [...scene.model.kinds.values()].filter((k) => k.drawing === 'hazard' && k.place !== undefined);
  for (const kind of all) {
    const seen = kindFor(scene, kind.name);
    if (!seen || !askedOf(kind, seen.level, {}).placed) {
      throw new Refusal(problem('may-not', { doing: 'read', programme: scene.programme }));
    }
  }
  return all;
}

interface HazardRow {
  readonly id: Id;
  readonly m2: number | null;
  readonly class: string | null;
  readonly status: string | null;
  readonly to_locate: boolean;
  readonly in_part: boolean;
  /** the whole view, where something that totals count by is disputed */
  readonly view: string | null;
  readonly w: number | null;
  readonly s: number;
  readonly e: number;
  readonly n: number;
}

async function now(keeper: Keeper, tx: Tx, scene: Scene, kinds: readonly Kind[]): Promise<HazardFigures> {
  const hazards: Measured[] = [];
  const tableOf = new Map<Id, string>();
  for (const kind of kinds) {
    const table = `shown.${tableName(kind.name)}`;
    const rows = await tx.query<HazardRow>(
      `SELECT id, drawn_m2 AS m2, hazard_class AS class, hazard_status AS status, to_locate IS NOT NULL AS to_locate,
         measured_in_part IS TRUE AS in_part, CASE WHEN disputed_in && $2::text[] THEN view END AS view,
         ST_XMin(geom) AS w, ST_YMin(geom) AS s, ST_XMax(geom) AS e, ST_YMax(geom) AS n
       FROM ${table} WHERE programme = $1 AND standing <> 'void' ORDER BY id`,
      [scene.programme, arrayText(countedBy(kind))],
    );
    for (const r of rows) {
      tableOf.set(r.id, table);
      hazards.push({
        ...classed(r.id, r.m2, r.class, r.status, r.to_locate),
        inPart: r.in_part,
        readings: r.view === null ? null : readingsOf(r.view, kind, keeper),
        box: r.w === null ? null : [r.w, r.s, r.e, r.n],
      });
    }
  }
  return figuresOf(hazards, keeper, async (ids) => {
    const found = new Map<Id, string>();
    for (const table of new Set(tableOf.values())) {
      for (let i = 0; i < ids.length; i += 1_000) {
        const rows = await tx.query<{ id: Id; geom: string }>(
          `SELECT id, geom::text AS geom FROM ${table} WHERE programme = $1 AND id = ANY ($2::uuid[])`,
          [scene.programme, ids.slice(i, i + 1_000)],
        );
        for (const row of rows) found.set(row.id, row.geom);
      }
    }
    return found;
  });
}

/** The same figures of rows as they stood at another time, or would stand. */
export function ofCells(rows: readonly (readonly [Cells, Kind])[], keeper: Keeper): Promise<HazardFigures> {
  const outlines = new Map(rows.map(([r]) => [r.id, r.geom]));
  const hazards = rows
    .filter(([r]) => r.standing !== 'void')
    .map(([r, kind]): Measured => {
      const { hazard_class, hazard_status } = r.columns;
      const disputed = countedBy(kind).some((p) => r.disputed_in.includes(p));
      return {
        ...classed(r.id, r.drawn_m2, hazard_class, hazard_status, r.to_locate !== null),
        inPart: r.measured_in_part === true,
        readings: disputed ? readingsOf(r.view, kind, keeper) : null,
        box: r.geom === null ? null : boxOf(r.geom),
      };
    });
  return figuresOf(hazards, keeper, async (ids) => {
    const found = new Map<Id, string>();
    for (const id of ids) {
      const outline = outlines.get(id);
      if (outline) found.set(id, toHexEwkb(outline).toUpperCase());
    }
    return found;
  });
}

/** Properties whose disputes make a total a range. */
function countedBy(kind: Kind): readonly string[] {
  return [kind.place ?? '', 'hazard_class', 'hazard_status'];
}

function readingsOf(view: string, kind: Kind, keeper: Keeper): LandReadings {
  return landReadings(JSON.parse(view) as ItemView, kind, keeper.overlay);
}

function classed(
  id: Id,
  m2: number | null,
  hazardClass: unknown,
  status: unknown,
  toLocate: boolean,
): Omit<Measured, 'box' | 'inPart' | 'readings'> {
  return {
    id,
    m2,
    confirmed: hazardClass === confirmedClass,
    closedWithoutPapers: status === closedWithoutPapers,
    toLocate,
  };
}

/** The box in the plane of degrees, as PostGIS gives it. */
function boxOf(g: Geometry): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (c: unknown): void => {
    if (!Array.isArray(c)) return;
    const [x, y] = c;
    if (typeof x === 'number' && typeof y === 'number') {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    } else c.forEach(take);
  };
  take(g.coordinates);
  return box;
}

const toCentimetres = (m2: number) => Math.round(m2 * 100) / 100;

async function figuresOf(
  all: readonly Measured[],
  keeper: Keeper,
  outlines: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, string>>,
): Promise<HazardFigures> {
  const apart = all.filter((h) => h.closedWithoutPapers);
  // land all of which was released is no hazard any more: nothing of it is drawn and nothing is to be located
  const hazards = all.filter((h) => !h.closedWithoutPapers && (h.box !== null || h.toLocate));
  const measured = hazards.filter((h) => h.m2 !== null && h.m2 > 0 && h.box !== null);
  const groups = groupsOf(measured);
  const shared = await outlines(
    groups
      .filter((g) => g.length > 1 || g.some((h) => h.readings !== null))
      .flatMap((g) => g.map((h) => h.id)),
  );
  const total = { once: 0, cha: 0, leastOnce: 0, leastCha: 0, mostCha: 0, leastSha: 0 };
  for (const group of groups) {
    const land = await landOf(group, shared, keeper);
    for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += land[name];
  }
  const { once, cha } = total;
  const sum = hazards.reduce((all, h) => all + (h.m2 ?? 0), 0);
  const leastSum = hazards.reduce((all, h) => all + leastM2(h, keeper), 0);
  const range = (least: number, most: number): Range => ({
    least: toCentimetres(least),
    most: toCentimetres(most),
  });
  return {
    sum: toCentimetres(sum),
    once: toCentimetres(once),
    sha: toCentimetres(once - cha),
    cha: toCentimetres(cha),
    range: {
      sum: range(leastSum, sum),
      once: range(total.leastOnce, once),
      sha: range(total.leastSha, once - total.leastCha),
      cha: range(total.leastCha, total.mostCha),
    },
    items: hazards.length,
    unmeasured: hazards.filter((h) => !h.toLocate && (h.m2 === null || h.inPart)).length,
    toLocate: hazards.filter((h) => h.toLocate).length,
    papersNotHeld: { items: apart.length, m2: toCentimetres(apart.reduce((sum, h) => sum + (h.m2 ?? 0), 0)) },
  };
}

interface Land {
  readonly once: number;
  readonly cha: number;
  readonly leastOnce: number;
  readonly leastCha: number;
  readonly mostCha: number;
  readonly leastSha: number;
}

/** A group's land, counted once: as drawn, and at least and most under the readings in dispute. */
async function landOf(
  group: readonly Measured[],
  shared: ReadonlyMap<Id, string>,
  keeper: Keeper,
): Promise<Land> {
  const [first] = group;
  const settled = group.every((h) => h.readings === null);
  if (settled && group.length === 1 && first) {
    const once = first.m2 ?? 0;
    const cha = first.confirmed ? once : 0;
    return { once, cha, leastOnce: once, leastCha: cha, mostCha: cha, leastSha: once - cha };
  }
  const drawn = (of: readonly Measured[]): string[] => of.map((h) => shared.get(h.id) ?? '');
  const once = await unitedArea(drawn(group), keeper);
  const cha = await unitedArea(drawn(group.filter((h) => h.confirmed)), keeper);
  if (settled) return { once, cha, leastOnce: once, leastCha: cha, mostCha: cha, leastSha: once - cha };
  const least = (of: readonly Measured[]): string[] => of.flatMap((h) => leastOutline(h, shared));
  const mayBeCha = drawn(group.filter((h) => h.confirmed || h.readings?.confirmed === 'some'));
  const surelyCha = group.filter((h) => (h.readings === null ? h.confirmed : h.readings.confirmed === 'all'));
  const mostCha = await unitedArea(mayBeCha, keeper);
  return {
    once,
    cha,
    leastOnce: await unitedArea(least(group), keeper),
    leastCha: await unitedArea(least(surelyCha), keeper),
    mostCha,
    // land of the least readings that lies outside all that may be confirmed
    leastSha: (await unitedArea([...least(group), ...mayBeCha], keeper)) - mostCha,
  };
}

function leastM2(h: Measured, keeper: Keeper): number {
  if (h.readings === null) return h.m2 ?? 0;
  return h.readings.least === null ? 0 : keeper.overlay.area(h.readings.least);
}

function leastOutline(h: Measured, shared: ReadonlyMap<Id, string>): string[] {
  if (h.readings === null) return [shared.get(h.id) ?? ''];
  return h.readings.least === null ? [] : [toHexEwkb(h.readings.least).toUpperCase()];
}

/** Land of outlines, counted once: kept by the outlines themselves, so one new report costs one group's union. */
async function unitedArea(outlines: readonly string[], keeper: Keeper): Promise<number> {
  if (outlines.length === 0) return 0;
  const shapes = outlines.toSorted();
  const key = createHash('sha256').update(shapes.join()).digest('base64');
  return keeper.unions.get([key], async () => {
    const areas: Area[] = shapes.map(fromHexEwkb).map((g) => (isArea(g) ? g : null));
    return { value: keeper.overlay.area(keeper.overlay.union(areas)), weight: 1 };
  });
}

function isArea(g: Geometry): g is NonNullable<Area> {
  return g.type === 'Polygon' || g.type === 'MultiPolygon';
}

/** Hazards whose boxes hang together, found by a sweep from west to east. */
function groupsOf(hazards: readonly Measured[]): readonly (readonly Measured[])[] {
  const boxed = hazards.flatMap((h) => (h.box ? [{ h, box: h.box }] : []));
  boxed.sort((a, b) => a.box[0] - b.box[0] || (a.h.id < b.h.id ? -1 : 1));
  const parent = boxed.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[i] = root;
    return root;
  };
  boxed.forEach(({ box }, i) => {
    for (let j = i + 1; j < boxed.length; j++) {
      const other = boxed[j]?.box;
      if (!other || other[0] > box[2]) break;
      if (other[1] <= box[3] && box[1] <= other[3]) parent[find(j)] = find(i);
    }
  });
  const groups = new Map<number, Measured[]>();
  boxed.forEach(({ h }, i) => {
    const root = find(i);
    const group = groups.get(root);
    if (group) group.push(h);
    else groups.set(root, [h]);
  });
  return [...groups.values()];
}
