/**
 * What is disputed or contested across a programme, by kind: each item with its disputed properties, how much hangs on
 * them (domain/report/weigh-dispute.ts), and since when two of the claims that disagree stand in this office's log.
 */
import { redactView } from '@tilth/domain/access/redact';
import type { Kind, Sensitivity } from '@tilth/domain/record/kind';
import type { Id, Instant } from '@tilth/domain/report/entry';
import type { ItemView, PropertyView } from '@tilth/domain/report/view';
import { byWeight, type Weighed, weighDispute } from '@tilth/domain/report/weigh-dispute';
import type { Tx } from '../db.ts';
import type { Asker, Row, Stamp, Times } from '../store.ts';
import { type Asked, askedOf, conditionsOf, meetsAll } from './asked.ts';
import { tableName } from './columns.ts';
import { fromHexEwkb } from './ewkb.ts';
import { type Keeper, readerOf, reading } from './keeper.ts';
import { kindFor, type ListedRow, listColumns, type RowSource, rowFor } from './list.ts';
import { disputedAt } from './may-dispute.ts';
import { type Scene, sceneOf } from './scene.ts';

/** Rows given of one kind at most; `matched` counts all. */
const MOST_OF_A_KIND = 1_000;

/** An item with something in dispute. */
export interface DisputedRow extends Row, Weighed {
  /** names of the disputed properties; empty where what is contested is a decision on the item as a whole */
  readonly properties: readonly string[];
  /** when the second of the claims that disagree longest was received; null where that can't be told */
  readonly since: Instant | null;
}

export interface Disputes {
  readonly stamp: Stamp;
  readonly kinds: readonly {
    readonly kind: string;
    readonly matched: number;
    /** the first thousand by id */
    readonly rows: readonly DisputedRow[];
  }[];
}

type Disputed = RowSource & {
  readonly geometry: Row['geometry'];
  readonly view: string;
};

export async function disputes(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  times: Times = {},
): Promise<Disputes> {
  const scene = await reading(keeper, asker, programme, (tx) => sceneOf(keeper, tx, asker, programme, times));
  const kinds: Disputes['kinds'][number][] = [];
  for (const { name } of scene.model.kinds.values()) {
    const found = kindFor(scene, name);
    if (!found) continue;
    const { kind, level } = found;
    const asked = askedOf(kind, level, { where: { disputed: 'true' } });
    const { matched, rows } = scene.today
      ? await reading(keeper, asker, programme, (tx) => disputedNow(tx, scene, kind, asked))
      : await disputedThen(keeper, asker, scene, kind, asked);
    if (matched === 0) continue;
    const told = rows.map((row) => ({ row, ...tellOf(row, kind, level) }));
    const received = await reading(keeper, asker, programme, (tx) =>
      receivedOf(tx, programme, [...new Set(told.flatMap((t) => t.reports.flat()))]),
    );
    kinds.push({
      kind: name,
      matched,
      rows: told.map(({ row, properties, weighed, reports }) => ({
        ...rowFor(asked, programme, kind, row, row.geometry),
        ...weighed,
        properties,
        since: sinceOf(reports, received),
      })),
    });
  }
  return { stamp: scene.stamp, kinds };
}

async function disputedNow(tx: Tx, scene: Scene, kind: Kind, asked: Asked) {
  const params: unknown[] = [scene.programme];
  const from = `FROM shown.${tableName(kind.name)} WHERE programme = $1 AND ${conditionsOf(asked, params)}`;
  const rows = await tx.query<ListedRow & { readonly view: string }>(
    `SELECT ${listColumns(kind)}, view ${from} ORDER BY id LIMIT ${MOST_OF_A_KIND}`,
    params,
  );
  let matched = rows.length;
  if (matched === MOST_OF_A_KIND) {
    const [row] = await tx.query<{ n: number }>(`SELECT count(*) AS n ${from}`, params);
    matched = row?.n ?? matched;
  }
  const placed = rows.map(
    (r): Disputed => ({ ...r, geometry: r.geom === null ? null : fromHexEwkb(r.geom) }),
  );
  return { matched, rows: placed };
}

async function disputedThen(keeper: Keeper, asker: Asker, scene: Scene, kind: Kind, asked: Asked) {
  const all = await disputedAt(keeper, readerOf(asker, scene.programme), scene, kind);
  const rows = all.filter((row) => meetsAll(asked, row, row.geom, keeper.overlay));
  const placed = rows.slice(0, MOST_OF_A_KIND).map((r): Disputed => ({ ...r, geometry: r.geom }));
  return { matched: rows.length, rows: placed };
}

/** What is disputed of an item as far as the asker may read it, and the reports behind each dispute. */
function tellOf(row: Disputed, kind: Kind, level: Sensitivity) {
  const whole: ItemView = JSON.parse(row.view);
  const view = redactView(whole, kind, level);
  const disputed = view?.properties.filter((p) => p.state === 'disputed') ?? [];
  // weighed as the asker sees it: the size of land is not for who may not read where it lies
  const weighed = view ? disputed.map((p) => weighDispute(p, view, kind)).sort(byWeight)[0] : undefined;
  return {
    properties: [...new Set(disputed.map((p) => p.property))],
    weighed: weighed ?? {
      weight: kind.drawing === 'hazard' ? ('land' as const) : ('word' as const),
      amount: 0,
    },
    reports: disputed.map(reportsOf),
  };
}

function reportsOf(p: PropertyView): readonly Id[] {
  return [...(p.claim === null ? [] : [p.claim]), ...p.remaining.map((s) => s.claim)].map((c) => c.report);
}

/** The oldest dispute: the earliest moment at which two of the reports behind one were here. */
function sinceOf(disputes: readonly (readonly Id[])[], received: ReadonlyMap<Id, Instant>): Instant | null {
  const seconds = disputes.flatMap((reports) => {
    const instants = [...new Set(reports)].flatMap((id) => received.get(id) ?? []).sort();
    return instants[1] ?? instants[0] ?? [];
  });
  return seconds.sort()[0] ?? null;
}

async function receivedOf(tx: Tx, programme: string, ids: readonly Id[]): Promise<ReadonlyMap<Id, Instant>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: Id; instant: Instant }>(
    `SELECT e.id, min(r.instant) AS instant
     FROM log.entry e JOIN log.receipt r ON r.programme = e.programme AND r.number = e.number
     WHERE e.programme = $1 AND e.id = ANY ($2::uuid[]) GROUP BY e.id`,
    [programme, ids],
  );
  return new Map(rows.map((r) => [r.id, r.instant]));
}
