/**
 * Figures for a period (domain/figures), from the current view or, at other times, from the log. A figure needs what it is
 * counted from to be open to the asker: else it is kept back whole, since its changes would tell what its rows may not.
 */
import { mayRead } from '@tilth/domain/access/level';
import { partsOf } from '@tilth/domain/figures/breakdown';
import { casualties } from '@tilth/domain/figures/casualties';
import { type Figure, figures, isFlow, isLandFigure, type LandFigure } from '@tilth/domain/figures/figure';
import type { Period } from '@tilth/domain/figures/period';
import { suppress, withhold } from '@tilth/domain/figures/suppress';
import { exactly, Sum, type Tallied, tally, type Where } from '@tilth/domain/figures/tally';
import { kindsOf, type Line } from '@tilth/domain/products/definition';
import type { SheetLine } from '@tilth/domain/products/sheet';
import type { Kind, Model } from '@tilth/domain/record/kind';
import { isReported } from '@tilth/domain/report/held';
import type { ItemView } from '@tilth/domain/report/view';
import type { Tx } from '../db.ts';
import type { LinesAnswer, LinesQuery } from '../figures.ts';
import type { Asker } from '../store.ts';
import { allAt } from './as-known.ts';
import { openProperties } from './asked.ts';
import { tableName } from './columns.ts';
import { type Keeper, readerOf, reading } from './keeper.ts';
import { kindFor } from './list.ts';
import { narrowedTo, unitsNow, unitsThen } from './narrowed.ts';
import { levelIn, type Scene, sceneOf } from './scene.ts';
import { type HazardFigures, hazardTotals } from './totals.ts';

/** Views by kind, cut down to what counting reads. */
export type Views = ReadonlyMap<string, readonly ItemView[]>;

export async function figureLines(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  query: LinesQuery,
): Promise<LinesAnswer> {
  const { stocks_at, ...rest } = query;
  if (stocks_at === undefined) return linesAt(keeper, asker, programme, rest);
  const [flows, stocks] = [true, false].map((flow) => query.lines.filter((l) => isFlow(l.figure) === flow));
  const first = await linesAt(keeper, asker, programme, { ...rest, at: stocks_at, lines: stocks ?? [] });
  const known = first.stamp.number;
  const second = await linesAt(keeper, asker, programme, { ...rest, known, lines: flows ?? [] });
  const found = [...first.lines, ...second.lines];
  const of = (line: Line) => found.filter((l) => l.figure === line.figure && l.by === line.by).slice(0, 1);
  return { ...first, lines: query.lines.flatMap(of), where: { ...first.where, ...second.where } };
}

async function linesAt(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  query: LinesQuery,
): Promise<LinesAnswer> {
  const given = query.where ?? {};
  const byUnit = given.pcode !== undefined;
  const { scene, now, here } = await reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, query);
    const kinds = kindsFor(scene, query.lines);
    const here = byUnit && scene.today ? await unitsNow(tx, scene) : null;
    return { scene, now: scene.today ? await viewsNow(tx, scene, kinds) : null, here };
  });
  const views = now ?? (await viewsThen(keeper, asker, scene, kindsFor(scene, query.lines)));
  const units = here ?? (byUnit ? await unitsThen(keeper, asker, scene) : []);
  const wantsLand = query.lines.some((l) => isLandFigure(l.figure) && isOpen(scene, l));
  const land = wantsLand
    ? await hazardTotals(keeper, asker, programme, {
        known: scene.number,
        ...(query.at === undefined ? {} : { at: query.at }),
      })
    : null;
  const open = (line: Line) =>
    [line, ...Object.keys(given).map((by) => ({ figure: line.figure, by }))].every((l) => isOpen(scene, l));
  // a P-code that may not be read narrows nothing, and is not told
  const readable = query.lines.filter(open).flatMap((l) => kindsOf(l.figure));
  const where = narrowedTo(
    given,
    units,
    [...new Set(readable)].flatMap((kind) => views.get(kind) ?? []),
  );
  const counting = { period: query.period, model: scene.model, where, land };
  return {
    stamp: scene.stamp,
    where: Object.fromEntries(Object.entries(where).map(([name, keys]) => [name, [...keys].sort()])),
    lines: alike(
      query.lines.map((line) => {
        if (!open(line)) return keptBack(line);
        const { tallied, people } = countLine(line, views, { ...counting, pending: scene.stamp.pending });
        return query.suppressed && people
          ? withoutSmall(line, tallied)
          : { ...line, kept_back: 'none', ...tallied };
      }),
    ),
  };
}

/** A total that one breakdown withholds is not told by another of the same figure. */
function alike(lines: readonly SheetLine[]): readonly SheetLine[] {
  const closed = new Set(
    lines.filter((l) => l.kept_back === 'small' && l.value === null).map((l) => l.figure),
  );
  return lines.map((l) => (closed.has(l.figure) ? { ...l, ...withhold(l), kept_back: 'small' } : l));
}

export interface Counting {
  readonly period: Period;
  readonly model: Model;
  readonly where: Where;
  readonly land: HazardFigures | null;
  /** reports that wait */
  readonly pending: number;
}

/** One line counted from these views; `people`: from records above what partners read, so small numbers might tell who. */
export function countLine(
  line: Line,
  views: Views,
  asked: Counting,
): { readonly tallied: Tallied; readonly people: boolean } {
  const { figure, by } = line;
  const { period, model, where } = asked;
  const of = (kind: string) => views.get(kind) ?? [];
  const above = kindsOf(figure).some(
    (k) => !mayRead('partner', model.kinds.get(k)?.sensitivity ?? 'personal'),
  );
  if (figure === 'casualties') {
    // what accidents state of themselves is told with them
    const { of_records, ...tallied } = casualties(of('accident'), of('victim'), { by, period, model });
    return { tallied, people: of_records && above };
  }
  const counted = (tallied: Tallied) => ({ tallied, people: above });
  if (figure === 'pending')
    return counted({
      ...new Sum().tallied(asked.pending, asked.pending, 0),
      ...exactly(asked.pending),
    });
  if (isLandFigure(figure)) return counted(landLine(figure, asked.land, of('hazardous-area')));
  const found = figures.find((f) => f.id === figure);
  return counted(
    found ? tally(of(found.kind), { figure: found, by, period, model, where }) : new Sum().tallied(0, 0, 0),
  );
}

function landLine(figure: LandFigure, land: HazardFigures | null, hazards: readonly ItemView[]): Tallied {
  const counts = land === null ? exactly(0) : landCounts(figure, land);
  const drawn = hazards.filter(
    (v) =>
      v.standing !== 'void' &&
      (figure !== 'to-locate' || v.to_locate !== undefined) &&
      (figure !== 'unmeasured' || v.drawing?.m2 == null || v.drawing.measured_in_part === true),
  );
  const reports = (counted: (r: ItemView['reports'][number]) => boolean) =>
    new Set(drawn.flatMap((v) => v.reports.filter(counted).map((r) => r.id))).size;
  const isLand = figure.startsWith('land-');
  return {
    ...counts,
    cells: [],
    sources: reports((r) => r.standing === 'live'),
    pending: reports((r) => isReported(r.standing)),
    unknown: isLand && land !== null ? land.unmeasured + land.toLocate : 0,
  };
}

function landCounts(figure: LandFigure, land: HazardFigures) {
  const ranged = (name: keyof HazardFigures['range']) => ({ value: land[name], ...land.range[name] });
  switch (figure) {
    case 'land-once':
      return ranged('once');
    case 'land-cha':
      return ranged('cha');
    case 'land-sha':
      return ranged('sha');
    case 'land-sum':
      return ranged('sum');
    case 'hazards':
      return exactly(land.items);
    case 'unmeasured':
      return exactly(land.unmeasured);
    case 'to-locate':
      return exactly(land.toLocate);
    case 'papers-not-held':
      return exactly(land.papersNotHeld.m2);
  }
}

const none: Pick<SheetLine, 'value' | 'least' | 'most' | 'cells' | 'sources' | 'pending' | 'unknown'> = {
  value: null,
  least: null,
  most: null,
  cells: [],
  sources: 0,
  pending: 0,
  unknown: 0,
};

function keptBack(line: Line): SheetLine {
  return { ...line, kept_back: 'rights', ...none };
}

function withoutSmall(line: Line, tallied: Tallied): SheetLine {
  const left = suppress(tallied);
  const small = left.value === null || left.cells.some((c) => c.value === null);
  return { ...line, kept_back: small ? 'small' : 'none', ...left };
}

/** Whether all that a line is counted from is open to the asker of the scene. */
export function isOpen(scene: Scene, line: Line): boolean {
  if (line.figure === 'pending') return scene.role !== undefined;
  return kindsOf(line.figure).every((name) => {
    const seen = kindFor(scene, name);
    if (!seen) return false;
    const open = openProperties(seen.kind, levelIn(scene, name) ?? 'public');
    return needs(line, seen.kind).every((p) => open.includes(p));
  });
}

const workedOut: Readonly<Record<string, readonly string[]>> = {
  month: [],
  age_group: ['age', 'age_band'],
  attended: ['women', 'men', 'girls', 'boys'],
  beneficiary_group: ['beneficiary_of', 'directness', 'stage'],
};
const ofCasualties: Readonly<Record<string, readonly string[]>> = {
  accident: ['occurred', 'casualties', 'killed', 'injured', 'no_casualty', 'all_victims_recorded'],
  victim: ['accident', 'accident_date', 'outcome'],
};

/** The properties of a kind that a line reads. */
function needs({ figure, by }: Line, kind: Kind): readonly string[] {
  const place = kind.place === undefined ? [] : [kind.place];
  if (figure === 'casualties') return ofCasualties[kind.name] ?? [];
  if (isLandFigure(figure)) return [...place, 'hazard_class', 'hazard_status'];
  const found = figures.find((f) => f.id === figure);
  return found
    ? [
        ...propertiesOf(found),
        ...(by === null ? [] : partsOf(by).flatMap((part) => workedOut[part] ?? [part])),
      ]
    : [];

  function propertiesOf({ date, amount, only, drawn }: Figure): readonly string[] {
    return [
      ...(date === null ? [] : [date]),
      ...(amount.of === 'number' ? [amount.property, ...(amount.or ?? [])] : []),
      ...(amount.of === 'm2' || drawn ? place : []),
      ...(only ? [only.property] : []),
      ...(drawn ? ['hazard_status'] : []),
    ];
  }
}

/** The kinds that the open lines are counted from. */
export function kindsFor(scene: Scene, lines: readonly Line[]): readonly Kind[] {
  const names = new Set(lines.filter((l) => isOpen(scene, l)).flatMap((l) => kindsOf(l.figure)));
  return [...names].flatMap((name) => scene.model.kinds.get(name) ?? []);
}

const PAGE = 2_000;

/** The views of these kinds as the tables hold them, for a scene of today. */
export async function viewsNow(tx: Tx, scene: Scene, kinds: readonly Kind[]): Promise<Views> {
  const all = new Map<string, readonly ItemView[]>();
  for (const kind of kinds) {
    const views: ItemView[] = [];
    for (let after: string | null = null; ; ) {
      const page: readonly { id: string; view: string }[] = await tx.query(
        `SELECT id, view FROM shown.${tableName(kind.name)}
         WHERE programme = $1 AND standing <> 'void' AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT ${PAGE}`,
        [scene.programme, after],
      );
      for (const row of page) views.push(cutDown(row.view));
      after = page.at(-1)?.id ?? null;
      if (page.length < PAGE) break;
    }
    all.set(kind.name, views);
  }
  return all;
}

async function viewsThen(keeper: Keeper, asker: Asker, scene: Scene, kinds: readonly Kind[]): Promise<Views> {
  const all = new Map<string, readonly ItemView[]>();
  for (const kind of kinds) {
    const rows = await allAt(keeper, readerOf(asker, scene.programme), scene, kind);
    all.set(
      kind.name,
      rows.filter((r) => r.standing !== 'void').map((r) => cutDown(r.view)),
    );
  }
  return all;
}

const SPOT = { type: 'Point', coordinates: [0, 0] } as const;

/** A view as far as counting reads it: an outline of a thousand corners says no more than that there is one. */
export function cutDown(text: string): ItemView {
  const {
    id,
    kind,
    joined,
    standing,
    disputed,
    contested,
    properties,
    drawing,
    to_locate,
    reports,
  }: ItemView = JSON.parse(text);
  return {
    id,
    kind,
    joined,
    standing,
    disputed,
    contested,
    properties: properties
      .filter((p) => p.value?.type !== 'geometry')
      .map((p) => ({ ...p, earlier: [], remaining: p.state === 'disputed' ? p.remaining : [] })),
    ...(drawing && {
      drawing: {
        geometry: drawing.geometry === null ? null : SPOT,
        reported: null,
        unsupported: null,
        released: [],
        m2: drawing.m2,
        ...(drawing.measured_in_part && { measured_in_part: true }),
        extent: drawing.extent,
      },
    }),
    ...(to_locate !== undefined && { to_locate }),
    reports,
  };
}
