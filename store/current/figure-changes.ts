/**
 * What has changed since a sheet was sent: each figure then and now, the difference explained by cause
 * (domain/products/cause.ts). The log as it was known then is taken and what was received since is let in cause by cause;
 * after each, the items it touches are folded and the figure is worked out anew, so the parts add up to the difference.
 */
import { redactEntry } from '@tilth/domain/access/redact';
import { isFlow, isLandFigure } from '@tilth/domain/figures/figure';
import { type Suppressed, suppress } from '@tilth/domain/figures/suppress';
import { type Cause, Causes, causes, type Dated } from '@tilth/domain/products/cause';
import { kindsOf } from '@tilth/domain/products/definition';
import { difference } from '@tilth/domain/products/difference';
import type { Sheet, SheetLine } from '@tilth/domain/products/sheet';
import type { Kind } from '@tilth/domain/record/kind';
import type { Day, Entry, Id } from '@tilth/domain/report/entry';
import { foldItems } from '@tilth/domain/report/fold';
import { closureOf, mentionsOf, type Named, touchedBy } from '@tilth/domain/report/mentions';
import type { ItemView } from '@tilth/domain/report/view';
import type { ChangesQuery, EntryBrief, FigureChanges, LineChange } from '../figures.ts';
import type { Logged } from '../log.ts';
import { entriesById } from '../read-log.ts';
import type { Asker, Times } from '../store.ts';
import { allAt } from './as-known.ts';
import { countLine, cutDown, isOpen, kindsFor, type Views, viewsNow } from './figure-lines.ts';
import { type Keeper, readerOf, reading } from './keeper.ts';
import { entriesBetween, LogReading, type Numbered } from './load.ts';
import { pendingAt } from './pending.ts';
import { type Cells, cellsOf } from './row.ts';
import { levelIn, type Scene, sceneOf } from './scene.ts';
import { type HazardFigures, ofCells } from './totals.ts';

/** Entries told behind one cause of one figure. */
const MOST = 100;

/** Refuses what `sceneOf` refuses. Lines whose figures the asker may not read have no total. */
export async function figureChanges(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  { sheet, at, known }: ChangesQuery,
): Promise<FigureChanges> {
  const flows = sheet.flows_at ?? null;
  const asked = known === undefined ? {} : { known };
  const stocks = await changesOf(keeper, asker, programme, {
    sheet,
    lines: sheet.lines.filter((l) => !isFlow(l.figure)),
    from: sheet.at,
    to: at ?? sheet.at,
    ...asked,
  });
  const rest = await changesOf(keeper, asker, programme, {
    sheet,
    lines: sheet.lines.filter((l) => isFlow(l.figure)),
    from: flows,
    to: flows,
    known: stocks.stamp.number,
  });
  const found = [...stocks.lines, ...rest.lines];
  const of = (line: SheetLine) =>
    found.filter((l) => l.figure === line.figure && l.by === line.by).slice(0, 1);
  return { stamp: stocks.stamp, lines: sheet.lines.flatMap(of) };
}

interface Compared {
  readonly sheet: Sheet;
  readonly lines: readonly SheetLine[];
  /** the day each is folded at; null: everything known */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly known?: Times['known'];
}

/** A day after all that are written. */
const NEVER = '9999-12-31';

async function changesOf(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  { sheet, lines: asked, from, to, known: upTo }: Compared,
): Promise<FigureChanges> {
  const at = (day: Day | null, known: Times['known']): Times => ({
    ...(day !== null && { at: day }),
    ...(known !== undefined && { known }),
  });
  // land is measured from outlines, which the tables' views are not read with
  const measured = asked.some((l) => isLandFigure(l.figure));
  const read = await reading(keeper, asker, programme, async (tx) => {
    const now = await sceneOf(keeper, tx, asker, programme, at(to, upTo));
    const known = Math.min(sheet.known, now.number);
    const then = await sceneOf(keeper, tx, asker, programme, at(from, known));
    const later = from === to ? then : await sceneOf(keeper, tx, asker, programme, at(to, known));
    const fresh = await entriesBetween(tx, programme, known + 1, now.number);
    const log = new LogReading(tx, programme, now.number, fresh);
    const touched = await touchedBy(fresh, log.load);
    const { items, entries } = await closureOf(touched, log.load);
    const pending = await pendingAt(keeper, tx, programme, now.number, now.rules);
    // what nothing since has touched is the same then and now: the tables have it, and no kind is folded whole
    const tables =
      now.today && from === to && !measured ? await viewsNow(tx, now, kindsFor(now, asked)) : null;
    return { now, then, later, known, items, entries, pending, tables };
  });
  const { now, then, later, known } = read;
  const kinds = kindsFor(now, asked);
  const rows = async (scene: Scene): Promise<World> => {
    const world = new Map<string, readonly Counted[]>();
    for (const kind of kinds) {
      const cells = await allAt(keeper, readerOf(asker, programme), scene, kind);
      world.set(kind.name, cells.map(countedOf));
    }
    return world;
  };
  const dated: Dated[] = [...new Set([...read.entries, ...now.rules])].map((e) => ({
    ...e,
    known: (e as Numbered).number <= known,
  }));
  const sorted = new Causes(dated, from ?? NEVER);
  const folded = (cause: Cause, scene: Scene) =>
    foldItems(sorted.upTo(cause), read.items, scene.at, scene.model, keeper.overlay);

  const steps: { readonly cause: Cause; readonly world: World; readonly pending: number }[] = [];
  const base = read.tables
    ? replaced(untouched(read.tables), folded('program', then), read.items, kinds)
    : await rows(then);
  steps.push({ cause: 'program', world: base, pending: then.stamp.pending });
  const began = later === then ? base : await rows(later);
  steps.push({ cause: 'time', world: began, pending: later.stamp.pending });

  const mine = new Map<Cause, Named[]>();
  for (const one of dated)
    for (const cause of sorted.of(one)) mine.set(cause, [...(mine.get(cause) ?? []), one]);
  for (const cause of causes.slice(1)) {
    if (!mine.has(cause)) continue;
    const world =
      cause === 'rule' ? await rows(now) : replaced(began, folded(cause, later), read.items, kinds);
    if (cause === 'time') steps.pop();
    steps.push({ cause, world, pending: later.stamp.pending });
  }
  const last = steps.at(-1);
  if (last) steps[steps.length - 1] = { ...last, pending: read.pending };

  const counted = await Promise.all(steps.map((s) => counter(keeper, s.world, kinds, measured)));
  const model = now.model;
  const lines: LineChange[] = [];
  const behind = new Map<LineChange, Map<Cause, readonly Changed[]>>();
  for (const line of asked) {
    const wanted = { figure: line.figure, by: line.by };
    const open = isOpen(now, wanted);
    const after: Partial<Record<Cause, Suppressed>> = {};
    const changed = new Map<Cause, readonly Changed[]>();
    if (open)
      for (const [i, step] of steps.entries()) {
        const { tallied, people } = countLine(wanted, counted[i]?.views ?? new Map(), {
          period: sheet.period,
          model,
          where: {},
          land: counted[i]?.land ?? null,
          pending: step.pending,
        });
        after[step.cause] = people ? suppress(tallied) : tallied;
        const before = counted[i - 1];
        const here = counted[i];
        if (before && here)
          changed.set(step.cause, changedItems(before.signs, here.signs, kindsOf(line.figure)));
      }
    const made = lineChange(line, after);
    lines.push(made);
    behind.set(made, changed);
  }
  const told = await tellBehind(keeper, asker, programme, now, { mine, behind, dated, known });
  return { stamp: now.stamp, lines: lines.map((l) => ({ ...l, behind: told.get(l) ?? [] })) };
}

/** An item as far as figures read it. */
interface Counted {
  readonly id: Id;
  readonly view: ItemView;
  /** all that a figure may read of it, as one text; empty for what nothing has touched */
  readonly sign: string;
  /** of hazards whose land is measured */
  readonly cells: Cells | null;
}

type World = ReadonlyMap<string, readonly Counted[]>;

const known = new WeakMap<Cells, Counted>();

function countedOf(cells: Cells): Counted {
  const found = known.get(cells);
  if (found) return found;
  const { id, standing, columns, own, disputed_in, drawn_m2, geom } = cells;
  const sign = JSON.stringify([standing, columns, own, disputed_in, drawn_m2, geom]);
  const made = { id, view: cutDown(cells.view), sign, cells };
  known.set(cells, made);
  return made;
}

function untouched(tables: Views): World {
  return new Map(
    [...tables].map(([kind, views]) => [
      kind,
      views.map((view) => ({ id: view.id, view, sign: '', cells: null })),
    ]),
  );
}

/** The rows with those of the items named exchanged for what their views say now. */
function replaced(
  world: World,
  views: readonly ItemView[],
  items: readonly Id[],
  kinds: readonly Kind[],
): World {
  const gone = new Set(items);
  return new Map(
    kinds.map((kind) => {
      const kept = (world.get(kind.name) ?? []).filter((r) => !gone.has(r.id));
      const made = views.filter((v) => v.kind === kind.name).map((v) => countedOf(cellsOf(v, kind)));
      return [kind.name, [...kept, ...made]];
    }),
  );
}

interface Counter {
  readonly views: Views;
  readonly land: HazardFigures | null;
  /** by item, its kind and sign */
  readonly signs: ReadonlyMap<Id, readonly [kind: string, sign: string]>;
}

async function counter(
  keeper: Keeper,
  world: World,
  kinds: readonly Kind[],
  measured: boolean,
): Promise<Counter> {
  const views = new Map<string, readonly ItemView[]>();
  const signs = new Map<Id, readonly [string, string]>();
  const hazards: (readonly [Cells, Kind])[] = [];
  for (const kind of kinds) {
    const rows = (world.get(kind.name) ?? []).filter((r) => r.view.standing !== 'void');
    views.set(
      kind.name,
      rows.map((r) => r.view),
    );
    for (const r of rows) {
      signs.set(r.id, [kind.name, r.sign]);
      if (measured && kind.drawing === 'hazard' && r.cells) hazards.push([r.cells, kind]);
    }
  }
  return { views, signs, land: measured ? await ofCells(hazards, keeper) : null };
}

interface Changed {
  readonly id: Id;
  readonly kind: string;
}

function changedItems(
  before: Counter['signs'],
  after: Counter['signs'],
  kinds: readonly string[],
): Changed[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].flatMap((id) => {
    const [a, b] = [before.get(id), after.get(id)];
    const kind = (b ?? a)?.[0] ?? '';
    return a?.[1] === b?.[1] || !kinds.includes(kind) ? [] : [{ id, kind }];
  });
}

/** The line's difference and that of each of its cells; nothing where a number is kept back on the way. */
function lineChange(line: SheetLine, after: Readonly<Partial<Record<Cause, Suppressed>>>): LineChange {
  const steps = Object.entries(after) as [Cause, Suppressed][];
  const along = (value: (s: Suppressed) => number | null) => {
    const values: Partial<Record<Cause, number>> = {};
    for (const [cause, s] of steps) {
      const n = value(s);
      if (n === null) return null;
      values[cause] = n;
    }
    return values;
  };
  const total = along((s) => s.value);
  const keys = new Set([
    ...line.cells.map((c) => c.key),
    ...steps.flatMap(([, s]) => s.cells.map((c) => c.key)),
  ]);
  return {
    figure: line.figure,
    by: line.by,
    total: line.value === null || total === null || steps.length === 0 ? null : difference(line.value, total),
    cells: [...keys].sort().flatMap((key) => {
      const at = (s: { readonly cells: SheetLine['cells'] }) => {
        const cell = s.cells.find((c) => c.key === key);
        return cell === undefined ? 0 : cell.value;
      };
      const [then, values] = [at(line), along(at)];
      return then === null || values === null || steps.length === 0
        ? []
        : [{ key, ...difference(then, values) }];
    }),
    behind: [],
  };
}

/** Names the entries behind each cause that made a difference, as far as the asker may read them. */
async function tellBehind(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  scene: Scene,
  found: {
    readonly mine: ReadonlyMap<Cause, readonly Named[]>;
    readonly behind: ReadonlyMap<LineChange, ReadonlyMap<Cause, readonly Changed[]>>;
    readonly dated: readonly Dated[];
    readonly known: number;
  },
): Promise<ReadonlyMap<LineChange, LineChange['behind']>> {
  const about = itemsAbout(found.dated);
  const told = new Map<LineChange, { cause: Cause; ids: readonly Id[]; items: readonly Changed[] }[]>();
  const wanted = new Set<Id>();
  for (const [line, changed] of found.behind) {
    const made = new Set(
      [...(line.total?.parts ?? []), ...line.cells.flatMap((c) => c.parts)].map((p) => p.cause),
    );
    const list = causes
      .filter((c) => made.has(c))
      .map((cause) => {
        const items = line.figure === 'pending' ? [] : (changed.get(cause) ?? []);
        const isChanged = new Set(items.map((i) => i.id));
        const ids = (found.mine.get(cause) ?? [])
          .filter(({ entry }) => line.figure === 'pending' || about(entry).some((id) => isChanged.has(id)))
          .map((e) => e.ref.id);
        for (const id of ids.slice(0, MOST)) wanted.add(id);
        return { cause, ids, items };
      });
    told.set(line, list);
  }
  const logged = await reading(keeper, asker, programme, (tx) =>
    entriesById(tx, programme, [...wanted], scene.number),
  );
  const briefs = new Map(
    logged.filter((e) => e.number > found.known).map((e) => [e.ref.id, briefOf(e, scene)]),
  );
  return new Map(
    [...told].map(([line, list]) => [
      line,
      list.map(({ cause, ids, items }) => ({
        cause,
        entries: ids.slice(0, MOST).flatMap((id) => briefs.get(id) ?? []),
        more: Math.max(0, ids.length - MOST),
        items: items.slice(0, MOST),
      })),
    ]),
  );
}

/** The items that an entry falls on: its own, those of reports it names, and those of decisions it names. */
function itemsAbout(entries: readonly Named[]): (entry: Entry) => readonly Id[] {
  const byId = new Map(entries.map((e) => [e.entry.id, e.entry]));
  const of = (entry: Entry, depth: number): readonly Id[] => {
    if (entry.type === 'report')
      return [
        ...entry.items.map((i) => i.id),
        ...(depth === 0 ? [] : (entry.corrects ?? []).flatMap((r) => follow(r.id, depth - 1))),
      ];
    return mentionsOf(entry).flatMap((id) => (id === entry.id ? [] : follow(id, depth)));
  };
  const follow = (id: Id, depth: number): readonly Id[] => {
    const named = byId.get(id);
    return named === undefined || depth === 0 ? [id] : of(named, depth - 1);
  };
  return (entry) => of(entry, 3);
}

function briefOf({ ref, number, instant, entry }: Logged, scene: Scene): EntryBrief {
  const shown = redactEntry(entry, scene.model, (kind) => levelIn(scene, kind));
  return {
    id: ref.id,
    number,
    instant,
    act: shown.type === 'decision' ? shown.act : shown.type,
    date: shown.type === 'report' ? shown.date : null,
    reason: shown.type === 'report' ? '' : shown.reason,
  };
}
