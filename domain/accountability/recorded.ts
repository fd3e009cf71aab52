/** Use, finds and hazards as a promise is held against them, and the promise itself, read from their views. */
import type { Kind } from '../record/kind.ts';
import { rangeOf } from '../report/disagree.ts';
import type { Day, Id, Span, Value } from '../report/entry.ts';
import type { ItemView, PropertyView } from '../report/view.ts';
import type { Promised, Recorded } from './promise-check.ts';
import type { Placed } from './territory.ts';

/** The kinds a promise is held against. */
export const recordedKinds = ['use', 'find', 'hazardous-area'] as const;

/** What an item names under any of these properties, in force or beside it: disputed, it is held against each promise. */
function named(view: ItemView, properties: readonly string[]): readonly string[] {
  const values = view.properties.filter((p) => properties.includes(p.property)).flatMap(valuesOf);
  const names = values.flatMap((v) => {
    const one = v.type === 'member' && v.yes ? v.of : v;
    return one.type === 'code' ? [one.code] : one.type === 'link' && one.item !== undefined ? [one.item] : [];
  });
  return [...new Set(names)];
}

function valuesOf(p: PropertyView): readonly Value[] {
  return [
    ...(p.value === null ? [] : [p.value]),
    ...(p.members ?? []).map((m) => m.value),
    ...(p.members ? [] : p.remaining.map((s) => s.value)),
  ];
}

/** Where it may lie: of what is drawn as danger the drawing, else the place in force; disputed, nobody can say where. */
function placeOf(view: ItemView, kind: Kind): Placed | null {
  const stated = view.properties.filter((p) => p.property === kind.place);
  const [place] = stated;
  if (!place || stated.length > 1 || place.state === 'disputed') return null;
  const value = place.value ?? place.remaining[0]?.value;
  const claimed = value?.type === 'geometry' ? value : null;
  const geometry = view.drawing?.geometry ?? claimed?.geometry;
  if (!geometry) return null;
  const reach = claimed?.radius ?? (claimed?.width === undefined ? 0 : claimed.width / 2);
  return { geometry, accuracy: claimed?.accuracy ?? statedApart(view), reach };
}

/** How far it may be off, in metres, where that is said of the item and not with its place: of several words the widest. */
function statedApart(view: ItemView): number | null {
  const said = view.properties
    .filter((p) => p.property === 'accuracy')
    .flatMap(valuesOf)
    .flatMap((v) => (v.type === 'number' ? [rangeOf(v)[1]] : []));
  const widest = Math.max(...said);
  // a word without an upper end says as little as none
  return Number.isFinite(widest) ? widest : null;
}

/** As its reader may see it: what they may not read takes no part. */
export function recordedOf(view: ItemView, kind: Kind): Recorded {
  return {
    id: view.id,
    kind: view.kind,
    when: dateOf(view, kind.date),
    place: placeOf(view, kind),
    transfers: named(view, ['transfer']),
    models: named(view, ['model', 'models']),
    categories: named(view, ['category', 'categories']),
  };
}

/** From the first to the last day that any word in force or beside it allows. */
function dateOf(view: ItemView, property: string | undefined): Span | null {
  const spans = view.properties
    .filter((p) => p.property === property)
    .flatMap(valuesOf)
    .flatMap((v) => (v.type === 'date' ? [v.span] : []));
  if (spans.length === 0) return null;
  const begins = spans.map((s) => s.from).sort();
  return {
    // an unknown beginning is before every other
    from: begins.includes(null) ? null : (begins[0] ?? null),
    to:
      spans
        .map((s) => s.to)
        .sort()
        .at(-1) ?? '',
  };
}

/**
 * A promise that speaks of a territory, drawn or named; null for any other. It covers the transfers it names, those that name
 * it, and the models and categories they are said to hold. Never given on a known day, it is held to have been given on the
 * first day anything is said of it.
 */
export function promisedOf(view: ItemView, kind: Kind, transfers: readonly ItemView[]): Promised | null {
  const territory = placeOf(view, kind);
  const speaks =
    territory !== null ||
    view.properties.some((p) => p.property === 'territory_named') ||
    named(view, ['assurance_type']).includes('territory');
  if (!speaks) return null;
  const own = named(view, ['transfers']);
  const covered = transfers.filter((t) => own.includes(t.id) || named(t, ['assurances']).includes(view.id));
  return {
    id: view.id,
    territory,
    since: dateOf(view, 'given_on')?.from ?? firstSaid(view),
    transfers: [...new Set([...own, ...covered.map((t) => t.id)])],
    models: [...new Set(covered.flatMap((t) => named(t, ['models'])))],
    categories: [...new Set(covered.flatMap((t) => named(t, ['categories'])))],
  };
}

/** Null where a word on it has no first day. */
function firstSaid(view: ItemView): Day | null {
  const dates = view.reports.filter((r) => r.standing === 'live').map((r) => r.date);
  return dates.sort()[0] ?? null;
}

/** Hazards that a use is said to have left belong to the transfer the use is said to come from. */
export function transfersOfHazards(uses: readonly ItemView[]): ReadonlyMap<Id, readonly Id[]> {
  const found = new Map<Id, readonly Id[]>();
  for (const use of uses) {
    const transfers = named(use, ['transfer']);
    if (transfers.length > 0)
      for (const hazard of named(use, ['hazards']))
        found.set(hazard, [...(found.get(hazard) ?? []), ...transfers]);
  }
  return found;
}
