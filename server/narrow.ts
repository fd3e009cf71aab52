/**
 * What narrows a list, an export and a collection of features alike, beside equality on properties: a filter in the small language
 * of domain/filter, and the ground items lie on.
 */
import { everyItem, everyPlaced } from '@tilth/domain/filter/askable';
import type { Condition } from '@tilth/domain/filter/condition';
import { type Ground, readGround } from '@tilth/domain/filter/ground';
import { readFilter } from '@tilth/domain/filter/read';
import { Type } from 'typebox';
import { refuse } from './answer.ts';

export const filterText = Type.String({
  minLength: 1,
  maxLength: 4000,
  description:
    'conditions joined by “and”, such as: hazard_status is open and reported_area > 2 ha and identified_on before 2020 and standing is not reported',
});
export const withinText = Type.String({
  minLength: 1,
  maxLength: 8000,
  description:
    'only items of which some lies on this ground: a box west,south,east,north or a ring “lon lat,lon lat,…” in WGS 84 degrees',
});

export const narrowSchema = { filter: Type.Optional(filterText), within: Type.Optional(withinText) };

export interface Narrowed {
  readonly filter?: readonly Condition[];
  readonly within?: Ground;
}

/** Refusals `filter-unreadable`, `ground-unreadable`. */
export function narrowOf(query: { readonly filter?: string; readonly within?: string }): Narrowed {
  const filter = query.filter === undefined ? undefined : readFilter(query.filter);
  const within = query.within === undefined ? undefined : readGround(query.within);
  if (filter !== undefined && 'code' in filter) return refuse(filter);
  if (within !== undefined && 'code' in within) return refuse(within);
  return { ...(filter === undefined ? {} : { filter }), ...(within === undefined ? {} : { within }) };
}

/** The properties of a kind that the filter asks about. */
export function propertiesAsked({ filter = [] }: Narrowed): readonly string[] {
  return filter
    .map((condition) => condition.property)
    .filter((name) => !Object.hasOwn(everyItem, name) && !Object.hasOwn(everyPlaced, name));
}

export const columnsText = Type.String({
  pattern: '^[a-z][a-z0-9_]*(,[a-z][a-z0-9_]*)*$',
  maxLength: 4000,
  description: 'properties, parted by commas',
});
