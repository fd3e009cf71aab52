/**
 * An operator's list held against the record: read and understood as an import would, but nothing is stored. What the sides say
 * differently is worked out in domain/reconcile; here both are brought together, at one receipt number.
 */
import { setImmediate } from 'node:timers/promises';
import { mayRead } from '@tilth/domain/access/level';
import type { Overlay } from '@tilth/domain/geometry/overlay';
import { type Problem, problem, Refusal } from '@tilth/domain/problem';
import { compare, type Difference } from '@tilth/domain/reconcile/compare';
import { idsOf } from '@tilth/domain/reconcile/ids';
import { pair } from '@tilth/domain/reconcile/pair';
import { saidBy } from '@tilth/domain/reconcile/said';
import type { Place, Side } from '@tilth/domain/reconcile/sides';
import type { Kind, Model } from '@tilth/domain/record/kind';
import { plain } from '@tilth/domain/report/columns';
import type { RowDraft } from '@tilth/domain/report/draft';
import type { Geometry, Value } from '@tilth/domain/report/entry';
import type { Mapping } from '@tilth/formats/mapping/mapping';
import type { Row, Stamp } from '@tilth/store/store';
import { placeKey } from './account.ts';

/** By what items are known on both sides: their ids (local, others, our own), or their names. */
export type By = 'ids' | 'name';

export interface Ours extends Side {
  readonly title: string;
}

export interface Theirs extends Side {
  readonly row: number;
  readonly sheet?: string;
  readonly title: string;
}

export type State = 'differs' | 'only-ours' | 'only-theirs' | 'unsure' | 'same';

export interface Line {
  readonly n: number;
  readonly state: State;
  readonly ours: readonly Ours[];
  readonly theirs: readonly Theirs[];
  readonly differences: readonly Difference[];
}

export interface Compared {
  readonly stamp: Stamp;
  readonly kind: Kind;
  readonly by: By;
  readonly tolerance_m2: number;
  readonly where: Readonly<Record<string, string>>;
  readonly properties: readonly string[];
  readonly lines: readonly Line[];
  /** rows of the list that are not compared, and why; every row read is here or in a line (law 8) */
  readonly unread: readonly Unread[];
}

export interface Unread {
  readonly row: number;
  readonly problem: Problem;
}

const KEYS: Readonly<Record<By, readonly string[]>> = { ids: ['local_id', 'other_ids'], name: ['name'] };

/** Properties that both sides can be compared in: those the list fills and this reader may see. */
export function comparable(
  kind: Kind,
  filled: Iterable<string>,
  level: Parameters<typeof mayRead>[0],
): string[] {
  const wanted = new Set(filled);
  const never = new Set(['local_id', 'other_ids', 'published']);
  return Object.entries(kind.properties)
    .filter(([name, p]) => wanted.has(name) && !never.has(name) && p.sensitivity !== 'personal')
    .filter(([, p]) => p.type !== 'release' && mayRead(level, p.sensitivity))
    .map(([name]) => name);
}

/** How a side is known: by what, and whose ids need no issuer in the list. */
export interface Knowing {
  readonly by: By;
  readonly speakers: readonly string[];
}

/** Who speaks in the file of a mapping, by all the names it gives them. */
export function speakersOf({ source }: Mapping): readonly string[] {
  return [source.name, source.said?.name, source.publisher?.name].flatMap((name) => name ?? []);
}

/**
 * One row of the list as a side. Problems: why it was refused, `same-as-row`, `row-skipped` where it says nothing of an item of
 * the kind, `row-of-several` where it speaks of more than one.
 */
export function theirsOf(row: RowDraft, kind: Kind, knowing: Knowing): Theirs | Problem {
  if ('refused' in row) return row.refused;
  if ('same' in row) return problem('same-as-row', { row: row.same, columns: [] });
  const found = row.drafts.flatMap(({ report }) =>
    report.items.flatMap((i, on) => (i.kind === kind.name ? [{ report, on }] : [])),
  );
  const [only, ...more] = found;
  if (only === undefined) return problem('row-skipped', { row: row.row });
  if (more.length > 0) return problem('row-of-several', { row: row.row, items: found.length });
  const { report, on } = only;
  const values: Record<string, Value[]> = {};
  let place: Place | null = null;
  for (const { on: of, property, value, definition } of report.claims) {
    if (of !== on) continue;
    const stated = kind.properties[property];
    // another definition is another figure, and no difference
    if (stated === undefined || (definition ?? stated.definition) !== stated.definition) continue;
    if (value.type === 'geometry') {
      if (property === kind.place) place = value;
    } else values[property] = [...(values[property] ?? []), value.type === 'member' ? value.of : value];
  }
  return {
    id: placeKey(row),
    row: row.row,
    ...(row.sheet !== undefined && { sheet: row.sheet }),
    ...knownBy(values, 'list', knowing),
    values,
    place,
    title: titleOf(values, kind) ?? '',
  };
}

export function oursOf(row: Row, kind: Kind, knowing: Knowing): Ours {
  const values = saidBy(row.values, kind);
  const known = knownBy(values, 'record', knowing);
  return {
    id: row.id,
    ...known,
    keys: knowing.by === 'ids' ? [row.id, ...known.keys] : known.keys,
    values,
    place: row.geometry === null ? null : { type: 'geometry', geometry: row.geometry },
    title: titleOf(values, kind) ?? row.id.slice(0, 8),
  };
}

function knownBy(
  values: Readonly<Record<string, readonly Value[]>>,
  side: 'record' | 'list',
  { by, speakers }: Knowing,
): Pick<Side, 'keys' | 'perhaps'> {
  if (by === 'ids') return idsOf(values, side, speakers);
  return { keys: (values.name ?? []).flatMap((v) => (v.type === 'text' ? [v.text] : [])) };
}

function titleOf(values: Readonly<Record<string, readonly Value[]>>, kind: Kind): string | null {
  const names = [kind.title ?? '', 'local_id', 'name', 'other_ids'];
  const found = names.flatMap((name) => values[name] ?? [])[0];
  const text = found && plain(found);
  return typeof text === 'string' ? text : null;
}

const PAIRS_AT_ONCE = 200;

/**
 * All lines: what differs first, then what stands on one side only, then what is unsure or the same. Theirs are looked for
 * among all of ours, lest one that was left aside be made anew; of those that the list does not name, only the ids `wanted` are told.
 */
export async function linesOf(
  ours: readonly Ours[],
  theirs: readonly Theirs[],
  wanted: ReadonlySet<string>,
  about: {
    readonly kind: Kind;
    readonly model: Model;
    readonly overlay: Overlay;
    readonly properties: readonly string[];
    readonly tolerance_m2: number;
    /** ends the work by its Refusal */
    readonly stop?: (() => void) | undefined;
  },
): Promise<readonly Line[]> {
  const found = pair(ours, theirs);
  const both: { state: 'differs' | 'same'; o: Ours; t: Theirs; differences: readonly Difference[] }[] = [];
  for (const [n, { ours: o, theirs: t }] of found.both.entries()) {
    // outlines take long: everybody else's requests are answered in between
    if (n % PAIRS_AT_ONCE === PAIRS_AT_ONCE - 1) {
      await setImmediate();
      about.stop?.();
    }
    const differences = compare(o, t, about);
    // what a list leaves empty it does not deny
    const differs = differences.some((d) => d.how !== 'only-ours');
    both.push({ state: differs ? 'differs' : 'same', o, t, differences });
  }
  const of = (state: 'differs' | 'same') =>
    both
      .filter((b) => b.state === state)
      .map(({ o, t, differences }) => ({ state, ours: [o], theirs: [t], differences }));
  return [
    ...of('differs'),
    ...found.only_theirs.map((t) => ({
      state: 'only-theirs' as const,
      ours: [],
      theirs: [t],
      differences: [],
    })),
    ...found.only_ours
      .filter((o) => wanted.has(o.id))
      .map((o) => ({ state: 'only-ours' as const, ours: [o], theirs: [], differences: [] })),
    ...found.unsure.map((u) => ({ state: 'unsure' as const, ...u, differences: [] })),
    ...of('same'),
  ].map((line, n) => ({ ...line, n }));
}

/** Refusal `reconcile-no-key`: no row of the list says by what it is known. */
export function mustHaveKeys(theirs: readonly Theirs[], by: By): void {
  if (theirs.length > 0 && theirs.every((t) => t.keys.length === 0))
    throw new Refusal(problem('reconcile-no-key', { properties: [...KEYS[by]] }));
}

export interface Filter {
  readonly state?: State | undefined;
  readonly property?: string | undefined;
}

export function filtered(lines: readonly Line[], { state, property }: Filter): readonly Line[] {
  return lines.filter(
    (l) =>
      (state === undefined || l.state === state) &&
      (property === undefined || l.differences.some((d) => d.property === property)),
  );
}

/** How many lines of each state, and differences by property. */
export function tallied(lines: readonly Line[]) {
  const states: Record<State, number> = { differs: 0, 'only-ours': 0, 'only-theirs': 0, unsure: 0, same: 0 };
  const properties: Record<string, number> = {};
  for (const { state, differences } of lines) {
    states[state]++;
    for (const { property } of differences) properties[property] = (properties[property] ?? 0) + 1;
  }
  return { states, properties };
}

export function shapesOf(line: Line): { readonly ours: Geometry | null; readonly theirs: Geometry | null } {
  return { ours: line.ours[0]?.place?.geometry ?? null, theirs: line.theirs[0]?.place?.geometry ?? null };
}
