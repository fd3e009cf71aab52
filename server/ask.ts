/**
 * What most addresses can be asked alike: for which programmes, as of which day, as known when, from which place.
 * Schemas and their reading stand together, so that the OpenAPI documents cannot say something else.
 */
import type { Bounds } from '@tilth/domain/geometry/bounds';
import { problem } from '@tilth/domain/problem';
import type { Asker, Programme, Store, Times } from '@tilth/store/store';
import { Type } from 'typebox';
import { refuse } from './answer.ts';

export const MOST = 10_000;
/** The most rows that can be passed over: no number that a database could not take. */
export const FARTHEST = Number.MAX_SAFE_INTEGER;

export const ProgrammeId = Type.String({
  pattern: '^[a-z0-9][a-z0-9-]*$',
  description: 'id of one programme; without it all that you may see',
});
export const At = Type.String({
  format: 'date',
  description: 'a day, YYYY-MM-DD: the record as of then; today in the programme’s zone without it',
});
const KNOWN = 'an instant (RFC 3339) or a receipt number: what this office had received by then';
export const Known = Type.String({
  pattern: '^(\\d+|\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2}))$',
  description: KNOWN,
});
const ID = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
export const ItemId = Type.String({
  pattern: ID,
  description: 'an id (UUID, lower case)',
});
/** Whether a text is an id as we write them. */
export function isId(text: string): boolean {
  return new RegExp(ID, 'u').test(text);
}

export const KindName = Type.String({
  pattern: '^[a-z][a-z0-9-]*$',
  description: 'a record kind, as in /api/kinds',
});

/** For what is asked of one item: with it no other programme has a say. */
export const HomeId = Type.String({
  pattern: '^[a-z0-9][a-z0-9-]*$',
  description:
    'id of the programme whose record of the item is meant; can be left out where only one you may read has it',
});

export const timesSchema = { at: Type.Optional(At), known: Type.Optional(Known) };
export const askSchema = { programme: Type.Optional(ProgrammeId), ...timesSchema };
export const itemSchema = { programme: Type.Optional(HomeId), ...timesSchema };

/** The days and instants of a query in the store's terms. Refusal `parameter-invalid` for an instant that is none. */
export function timesOf(query: { at?: string; known?: string }): Times {
  return {
    ...(query.at === undefined ? {} : { at: query.at }),
    ...(query.known === undefined ? {} : { known: knownOf(query.known) }),
  };
}

const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00Z');

function knownOf(text: string): number | string {
  const number = /^\d+$/u.test(text) ? Number(text) : null;
  if (number !== null && Number.isSafeInteger(number)) return number;
  const instant = Date.parse(text);
  // there is no year 0 in the calendars of databases
  if (number !== null || Number.isNaN(instant) || instant < FIRST_INSTANT)
    refuse(problem('parameter-invalid', { parameter: 'known', expected: KNOWN }));
  return new Date(instant).toISOString();
}

/** The programmes meant, in order of id. Refusal `programme-unknown` when the one named is not there for this asker. */
export async function programmesFor(
  store: Store,
  asker: Asker,
  named: string | undefined,
): Promise<readonly Programme[]> {
  const seen = await visibleTo(store, asker, SECOND);
  if (named === undefined) return seen;
  const one = (all: readonly Programme[]) => all.find((p) => p.id === named);
  const found = one(seen) ?? one(await visibleTo(store, asker, 0));
  return found === undefined
    ? refuse(problem('programme-unknown', { programme: named, programmes: seen.map((p) => p.id) }))
    : [found];
}

const SECOND = 1000;
const lately = new WeakMap<Store, Map<string, { readonly at: number; readonly all: readonly Programme[] }>>();

/**
 * The programmes an asker may see, remembered for as many milliseconds per set of roles: a map asks for a hundred tiles
 * at once. What is read in them is decided by the store each time.
 */
async function visibleTo(store: Store, asker: Asker, during: number): Promise<readonly Programme[]> {
  const known = lately.get(store) ?? new Map();
  lately.set(store, known);
  const roles = JSON.stringify([...asker.roles].sort());
  const now = performance.now();
  const before = known.get(roles);
  if (before !== undefined && now - before.at < during) return before.all;
  const all = [...(await store.programmes(asker))].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const [key, { at }] of known) if (now - at > SECOND) known.delete(key);
  known.set(roles, { at: now, all });
  return all;
}

/** The one programme meant: named, or the only one. Refusals `programme-unknown`, `programme-not-named`, `programme-none`. */
export async function programmeFor(
  store: Store,
  asker: Asker,
  named: string | undefined,
): Promise<Programme> {
  const found = await programmesFor(store, asker, named);
  if (found.length > 1) refuse(problem('programme-not-named', { programmes: found.map((p) => p.id) }));
  return found[0] ?? refuse(problem('programme-none'));
}

/**
 * The programme meant of those that hold an item: the one named, else the only one that this asker may read. Refusals
 * `programme-unknown`, `item-unknown`, `item-in-several`.
 */
export async function homeOf(
  store: Store,
  asker: Asker,
  id: string,
  named: string | undefined,
): Promise<string> {
  if (named !== undefined) return (await programmeFor(store, asker, named)).id;
  const programmes = (await store.locate(asker, [id])).get(id) ?? [];
  if (programmes.length > 1) refuse(problem('item-in-several', { id, programmes }));
  return programmes[0] ?? refuse(problem('item-unknown', { id }));
}

const BBOX =
  'west,south,east,north in WGS 84 degrees (or with heights as third and sixth, which are ignored); west greater than east crosses the antimeridian';
export const Bbox = Type.Array(Type.Number(), { minItems: 4, maxItems: 6, description: BBOX });

/** Reads a bbox of 4 or 6 numbers. Refusal `parameter-invalid` when it is upside down or off the earth. */
export function boundsOf(bbox: readonly number[]): Bounds {
  const flat = bbox.length === 6 ? [bbox[0], bbox[1], bbox[3], bbox[4]] : bbox;
  const [west, south, east, north] = flat;
  const wrong =
    flat.length !== 4 ||
    west === undefined ||
    south === undefined ||
    east === undefined ||
    north === undefined ||
    south > north ||
    Math.abs(south) > 90 ||
    Math.abs(north) > 90 ||
    Math.abs(west) > 180 ||
    Math.abs(east) > 180;
  if (wrong) refuse(problem('parameter-invalid', { parameter: 'bbox', expected: BBOX }));
  return [west, south, east, north];
}
