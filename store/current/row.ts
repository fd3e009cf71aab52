/**
 * From an item's view to the row the tables hold of it: what lists, maps and filters ask for, and the whole view as text.
 * The same rows are made of views at other times, and are then filtered here in place of the database.
 */
import type { Kind, Model } from '@tilth/domain/record/kind';
import { columnsOf, plain } from '@tilth/domain/report/columns';
import type { Day, Geometry, Id, Value } from '@tilth/domain/report/entry';
import type { ItemView, PropertyView } from '@tilth/domain/report/view';
import { columnType, type SqlType } from './columns.ts';

export type Typed = string | number | boolean | readonly string[] | null;

/** A row by the columns of tables.ts; `columns` are those of the kind's properties. */
export interface Cells {
  readonly id: Id;
  readonly standing: ItemView['standing'];
  /** properties that are disputed, and `*` for what is contested of the item as a whole */
  readonly disputed_in: readonly string[];
  /** hazards: known from; else the kind's date. Null: not known */
  readonly from_day: Day | null;
  /** hazards: closed on, null while open; else the end of the kind's date */
  readonly to_day: Day | null;
  readonly own: Readonly<Record<string, Typed>> | null;
  readonly words_public: string | null;
  readonly words_partner: string | null;
  readonly words_restricted: string | null;
  /** `columnsOf` as JSON */
  readonly listed: string;
  readonly view: string;
  readonly geom: Geometry | null;
  readonly reported_geom: Geometry | null;
  readonly unsupported_geom: Geometry | null;
  readonly extent: string | null;
  readonly drawn_m2: number | null;
  /** true when what is drawn reaches beyond `drawn_m2`; null when not */
  readonly measured_in_part: boolean | null;
  readonly to_locate: string | null;
  readonly columns: Readonly<Record<string, Typed>>;
}

/** The row of a view of this kind, whose properties include the programme's own. */
export function cellsOf(view: ItemView, kind: Kind): Cells {
  const columns: Record<string, Typed> = {};
  let own: Record<string, Typed> | null = null;
  for (const p of view.properties) {
    const property = kind.properties[p.property];
    const type = property ? columnType(property) : null;
    if (!property || type === null || p.definition !== (property.definition ?? '')) continue;
    const cell = typed(p, type);
    if (property.own !== true) columns[p.property] = cell;
    else {
      own ??= {};
      own[p.property] = cell;
    }
  }
  const { drawing } = view;
  const [from_day, to_day] =
    kind.drawing === 'hazard' ? openSpan(view, columns, kind) : datedSpan(view, kind);
  return {
    id: view.id,
    standing: view.standing,
    disputed_in: disputedIn(view),
    from_day,
    to_day,
    own,
    ...wordsOf(view, kind),
    listed: JSON.stringify(columnsOf(view, modelOfKind(kind))),
    view: JSON.stringify(view),
    geom: drawing?.geometry ?? null,
    reported_geom: drawing?.reported ?? null,
    unsupported_geom: drawing?.unsupported ?? null,
    extent: drawing?.extent ?? null,
    drawn_m2: drawing?.m2 ?? null,
    measured_in_part: drawing?.measured_in_part ?? null,
    to_locate: view.to_locate ?? null,
    columns,
  };
}

const models = new WeakMap<Kind, Model>();

/** A kind alone as a model: columns need no more. */
function modelOfKind(kind: Kind): Model {
  const known = models.get(kind) ?? { kinds: new Map([[kind.name, kind]]), lists: new Map() };
  models.set(kind, known);
  return known;
}

function typed(p: PropertyView, type: SqlType): Typed {
  if (type === 'text[]') {
    return (p.members ?? []).map((m) => plain(m.value)).filter((v): v is string => typeof v === 'string');
  }
  const { value } = p;
  if (type === 'day') return value?.type === 'date' ? value.span.to : null;
  const cell = plain(value);
  if (type === 'double precision') return typeof cell === 'number' ? cell : null;
  if (type === 'boolean') return typeof cell === 'boolean' ? cell : null;
  return typeof cell === 'string' ? cell : null;
}

function disputedIn(view: ItemView): string[] {
  const names = new Set(view.properties.filter((p) => p.state === 'disputed').map((p) => p.property));
  for (const register of view.contested) {
    const [what, , property] = register.split('/');
    names.add((what === 'choice' || what === 'guard') && property ? property : '*');
  }
  return [...names].sort();
}

function dateOf(view: ItemView, kind: Kind): Value | null {
  const definition = kind.properties[kind.date ?? '']?.definition ?? '';
  const found = view.properties.find((p) => p.property === kind.date && p.definition === definition);
  return found?.value ?? null;
}

function datedSpan(view: ItemView, kind: Kind): readonly [Day | null, Day | null] {
  const value = dateOf(view, kind);
  return value?.type === 'date' ? [value.span.from, value.span.to] : [null, null];
}

/** A hazard is known from its date or its first report on; it ends when all its land is released. */
function openSpan(
  view: ItemView,
  columns: Readonly<Record<string, Typed>>,
  kind: Kind,
): readonly [Day | null, Day | null] {
  const stated = dateOf(view, kind);
  const days = view.reports.filter((r) => r.standing !== 'void').map((r) => r.date);
  if (stated?.type === 'date') days.push(stated.span.from ?? stated.span.to);
  const from = days.sort()[0] ?? null;
  const released = view.drawing?.released ?? [];
  if (view.drawing?.geometry !== null || released.length === 0) return [from, null];
  const by = new Set(released.map((r) => r.by.report));
  const ends = view.reports.filter((r) => by.has(r.id)).map((r) => r.date);
  const closed = columns.closed_on;
  if (typeof closed === 'string') ends.push(closed);
  return [from, ends.sort().at(-1) ?? null];
}

/** What a text search may find, apart by sensitivity, in lower case; personal values never stand in a view. */
function wordsOf(
  view: ItemView,
  kind: Kind,
): Pick<Cells, 'words_public' | 'words_partner' | 'words_restricted'> {
  const words: Record<'public' | 'partner' | 'restricted', Set<string>> = {
    public: new Set(),
    partner: new Set(),
    restricted: new Set(),
  };
  for (const p of view.properties) {
    const sensitivity = kind.properties[p.property]?.sensitivity ?? 'personal';
    if (sensitivity === 'personal') continue;
    for (const value of p.members ? p.members.map((m) => m.value) : [p.value]) {
      const word = plain(value);
      if (typeof word === 'string' && word !== '') words[sensitivity].add(word.toLowerCase());
    }
  }
  const joined = (set: ReadonlySet<string>) => (set.size === 0 ? null : [...set].sort().join('\n'));
  return {
    words_public: joined(words.public),
    words_partner: joined(words.partner),
    words_restricted: joined(words.restricted),
  };
}
