/**
 * What has to be seen to today: accidents and hazard reports nobody has acted on, finds and accidents in released land or
 * outside every hazard, reports that are expected and the deadlines that hold. What counts as acted on is said by
 * domain/today; here the same is asked of the tables, one statement a section, and the tests hold the two together. As of
 * another day, or as known then, the rows are folded from the log and judged by domain itself.
 */

import type { Day } from '@tilth/domain/report/entry';
import { accidentProperties, accidentStage } from '@tilth/domain/today/accident-stage';
import { deadlineProperties, deadlines } from '@tilth/domain/today/deadlines';
import { dutyProperties, dutyStage } from '@tilth/domain/today/duty-stage';
import { hazardReportStage, stageProperties } from '@tilth/domain/today/hazard-report-stage';
import { broughtContexts, layInTheGround } from '@tilth/domain/today/lay-in-the-ground';
import type { Values } from '@tilth/domain/today/stands';
import type { Tx } from '../db.ts';
import type { Asker, Times } from '../store.ts';
import type { Today, TodaySection, Todo } from '../today.ts';
import { type Around, aroundThen } from './around-then.ts';
import { allAt } from './as-known.ts';
import { askedOf } from './asked.ts';
import { tableName } from './columns.ts';
import { fromHexEwkb } from './ewkb.ts';
import { type Keeper, readerOf, reading } from './keeper.ts';
import { kindFor, type ListedRow, listColumns, type RowSource, rowFor } from './list.ts';
import type { Cells } from './row.ts';
import { type Scene, sceneOf } from './scene.ts';
import { returned, waitingForReview } from './today-review.ts';

/** The rows of one kind that a section shows. */
interface Arm {
  readonly kind: string;
  /** what the answer depends on: who may not read it gets no answer */
  readonly needs: readonly string[];
  /** the answer depends on where hazards and released land are */
  readonly around?: true;
  /** by what the oldest is found: SQL on row `t`, and the same of a row of another time */
  readonly day: readonly [sql: string, of: (row: Cells) => unknown];
  /** SQL on row `t`; $1 is the programme, $2 the day */
  readonly where: string;
  readonly test: (row: Cells, values: Values, around: Around) => boolean;
}

/** A column as domain/today/stands.ts reads it: null unless settled or chosen. */
const stood = (name: string) =>
  `CASE WHEN coalesce(t.listed::jsonb ->> '${name}_state', 'settled') IN ('settled', 'chosen') THEN t."${name}" END`;

// OFFSET 0 keeps the question one of each row: joined instead, PostGIS 3.3 fails to estimate how many rows meet
const inHazard = `EXISTS (SELECT 1 FROM shown.hazardous_area h
  WHERE h.programme = $1 AND h.standing <> 'void' AND ST_Intersects(h.geom, t.geom) OFFSET 0)`;
const inRelease = (more: string) => `EXISTS (SELECT 1 FROM shown.released_land r
  WHERE r.programme = $1 AND r.standing = 'live' AND ST_Intersects(r.geom, t.geom)${more} OFFSET 0)`;

/** May be after the release (domain/today/may-be-after.ts), and isn't drawn as a hazard again. */
const questionsRelease = `(t.released_land IS NOT NULL
  OR ${inRelease(' AND (t.to_day IS NULL OR r.to_day IS NULL OR t.to_day > r.to_day)')})
  AND NOT coalesce(${inHazard}, false)`;
const outsideAll = `t.geom IS NOT NULL AND t.hazard IS NULL AND t.released_land IS NULL
  AND NOT ${inHazard} AND NOT ${inRelease('')}`;

const dutyOpen = `${stood('submitted_on')} IS NULL
  AND coalesce(${stood('duty_state')}, '') NOT IN ('submitted', 'not-owed')`;
const found = ['t.to_day', (row: Cells) => row.to_day] as const;
const due = ['t.due_on', (row: Cells) => row.columns.due_on] as const;
const day = (value: unknown): Day | null => (typeof value === 'string' ? value : null);

const foundThings = (where: string, test: Arm['test']): readonly Arm[] =>
  [
    { kind: 'accident', needs: ['position', 'occurred', 'hazard', 'released_land'] },
    { kind: 'find', needs: ['position', 'found_on', 'hazard', 'released_land', 'context'] },
  ].map((arm) => ({ ...arm, around: true, day: found, where, test }));

const sections: Readonly<Record<TodaySection, readonly Arm[]>> = {
  accidents: [
    {
      kind: 'accident',
      needs: accidentProperties,
      day: found,
      where: `${stood('investigated')} IS NOT TRUE AND ${stood('inquiry')} IS NULL AND (t.released_land IS NOT NULL
        OR t.accident_kind = 'demining' OR ${stood('hazard')} IS NULL)`,
      test: (_, values) => accidentStage(values) !== 'acted-on',
    },
  ],
  'hazard-reports': [
    {
      kind: 'hazard-report',
      needs: [...stageProperties, 'received_on'],
      day: ['coalesce(t.received_on, t.to_day)', (row) => row.columns.received_on ?? row.to_day],
      where: `coalesce(${stood('outcome')}, 'waiting') = 'waiting' AND ${stood('led_to')} IS NULL`,
      test: (_, values) => hazardReportStage(values) !== 'acted-on',
    },
  ],
  'in-released-land': foundThings(
    questionsRelease,
    (row, _, around) =>
      (row.columns.released_land != null || around.releasedBefore(row.geom, row.to_day)) &&
      !around.inHazard(row.geom),
  ),
  'outside-hazards': foundThings(
    outsideAll,
    (row, _, around) =>
      row.geom !== null &&
      row.columns.hazard == null &&
      row.columns.released_land == null &&
      !around.inHazard(row.geom) &&
      !around.inRelease(row.geom),
  ).map((arm) =>
    arm.kind === 'find'
      ? {
          ...arm,
          where: `${arm.where} AND coalesce(t.context, '') NOT IN (${broughtContexts.map((c) => `'${c}'`).join(', ')})`,
          test: (row, values, around) => layInTheGround(row.columns.context) && arm.test(row, values, around),
        }
      : arm,
  ),
  expected: [
    {
      kind: 'reporting-duty',
      needs: dutyProperties,
      day: due,
      where: `${dutyOpen} AND (t.due_on IS NULL OR t.due_on < $2)`,
      test: (row, values, { today }) =>
        ['overdue', 'undated'].includes(dutyStage(values, day(row.columns.due_on), today)),
    },
  ],
  'to-come': [
    {
      kind: 'reporting-duty',
      needs: dutyProperties,
      day: due,
      where: `${dutyOpen} AND t.due_on >= $2`,
      test: (row, values, { today }) => dutyStage(values, day(row.columns.due_on), today) === 'to-come',
    },
  ],
};

/**
 * The oldest `limit` of each section, of `section` alone where one is named. A section that depends on what the asker may
 * not read is left out. What waits for review, and what was returned, is known of the present only: at another time both are
 * null.
 */
export async function today(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  query: Times & { readonly limit: number; readonly section?: TodaySection },
): Promise<Today> {
  const wanted = (Object.keys(sections) as TodaySection[]).filter((s) => (query.section ?? s) === s);
  const all = query.section === undefined;
  const { scene, answer } = await reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, query);
    if (!scene.today) return { scene, answer: null };
    const found: Partial<Record<TodaySection, Todo>> = {};
    for (const name of wanted) {
      const arms = openArms(scene, name);
      if (arms.length > 0) found[name] = await sectionNow(tx, scene, arms, query.limit);
    }
    return {
      scene,
      answer: {
        stamp: scene.stamp,
        sections: found,
        deadlines: all ? await deadlinesNow(tx, scene) : null,
        review: all ? await waitingForReview(keeper, tx, scene, asker) : null,
        returned: all ? await returned(tx, scene, asker, query.limit) : null,
      },
    };
  });
  if (answer) return answer;
  const actor = readerOf(asker, programme);
  const around = await aroundThen(keeper, actor, scene);
  const found: Partial<Record<TodaySection, Todo>> = {};
  for (const name of wanted) {
    const arms = openArms(scene, name);
    if (arms.length > 0) found[name] = await sectionThen(keeper, asker, scene, arms, around, query.limit);
  }
  const decisions = all ? openKind(scene, { kind: 'treaty-decision', needs: deadlineProperties }) : null;
  const rows = decisions ? await allAt(keeper, actor, scene, decisions.kind) : [];
  return {
    stamp: scene.stamp,
    sections: found,
    deadlines: decisions
      ? holding(
          scene,
          decisions,
          rows.filter((r) => r.standing !== 'void'),
        )
      : null,
    review: null,
    returned: null,
  };
}

function openKind(scene: Scene, arm: Pick<Arm, 'kind' | 'needs' | 'around'>) {
  const seen = kindFor(scene, arm.kind);
  if (!seen) return null;
  const asked = askedOf(seen.kind, seen.level, {});
  const placed = (name: string) => {
    const of = kindFor(scene, name);
    return of !== null && askedOf(of.kind, of.level, {}).placed;
  };
  if (!arm.needs.every((name) => asked.open.includes(name))) return null;
  if (arm.around && !['hazardous-area', 'released-land'].every(placed)) return null;
  return { kind: seen.kind, asked };
}

type OpenArm = Arm & { readonly seen: NonNullable<ReturnType<typeof openKind>> };

function openArms(scene: Scene, section: TodaySection): readonly OpenArm[] {
  return sections[section].flatMap((arm) => {
    const seen = openKind(scene, arm);
    return seen ? [{ ...arm, seen }] : [];
  });
}

interface FoundRow extends ListedRow {
  readonly kind: string;
  readonly day: Day | null;
  readonly n: number;
}

async function sectionNow(
  tx: Tx,
  { programme, stamp }: Scene,
  arms: readonly OpenArm[],
  limit: number,
): Promise<Todo> {
  const each = arms.map(
    (arm) => `SELECT '${arm.kind}' AS kind, ${listColumns(arm.seen.kind)}, ${arm.day[0]} AS day
      FROM shown.${tableName(arm.kind)} t WHERE t.programme = $1 AND t.standing <> 'void' AND ${arm.where}`,
  );
  const rows = await tx.query<FoundRow>(
    // $2 is named here too, since not every section asks for the day
    `SELECT *, count(*) OVER () AS n FROM (${each.join(' UNION ALL ')}) f WHERE $2::text IS NOT NULL
     ORDER BY day NULLS FIRST, id LIMIT $3`,
    [programme, stamp.at, limit],
  );
  return {
    count: rows[0]?.n ?? 0,
    rows: rows.flatMap((row) => {
      const arm = arms.find((a) => a.kind === row.kind);
      if (!arm) return [];
      const geometry = row.geom === null ? null : fromHexEwkb(row.geom);
      return [{ ...rowFor(arm.seen.asked, programme, arm.seen.kind, row, geometry), day: row.day }];
    }),
  };
}

async function sectionThen(
  keeper: Keeper,
  asker: Asker,
  scene: Scene,
  arms: readonly OpenArm[],
  around: Around,
  limit: number,
): Promise<Todo> {
  const found: { readonly day: Day | null; readonly row: Cells; readonly arm: OpenArm }[] = [];
  for (const arm of arms) {
    for (const row of await allAt(keeper, readerOf(asker, scene.programme), scene, arm.seen.kind)) {
      if (row.standing !== 'void' && arm.test(row, JSON.parse(row.listed), around))
        found.push({ day: day(arm.day[1](row)), row, arm });
    }
  }
  const key = ({ day, row }: (typeof found)[number]) => `${day ?? ''} ${row.id}`;
  found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return {
    count: found.length,
    rows: found.slice(0, limit).map(({ day, row, arm: { seen } }) => ({
      ...rowFor(seen.asked, scene.programme, seen.kind, row, row.geom),
      day,
    })),
  };
}

async function deadlinesNow(tx: Tx, scene: Scene): Promise<Todo | null> {
  const seen = openKind(scene, { kind: 'treaty-decision', needs: deadlineProperties });
  if (!seen) return null;
  const rows = await tx.query<ListedRow>(
    `SELECT ${listColumns(seen.kind)} FROM shown.treaty_decision
     WHERE programme = $1 AND standing <> 'void' AND coalesce(article, 'clearance') = 'clearance'`,
    [scene.programme],
  );
  return holding(scene, seen, rows);
}

function holding(
  { programme }: Scene,
  { kind, asked }: NonNullable<ReturnType<typeof openKind>>,
  rows: readonly RowSource[],
): Todo {
  const held = deadlines(rows.map((row) => ({ id: row.id, row, values: JSON.parse(row.listed) as Values })));
  return {
    count: held.length,
    rows: held.map(({ row, day }) => ({ ...rowFor(asked, programme, kind, row, null), day })),
  };
}
