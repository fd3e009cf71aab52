/**
 * Whether a property makes sense of an item yet: some do only with another's value (`only_with` of the definition), as the
 * day of death only with “killed”. A form asks for them then; a value stated without its ground is named, never refused: the
 * source may know better than the definition.
 */
import { type Problem, problem } from '../problem.ts';
import type { Claim, Value } from '../report/entry.ts';
import type { CodeList, Kind, Model } from './kind.ts';

/** `open`: what it depends on has not been answered, or is not known. */
export type Applies = 'yes' | 'no' | 'open';

/** The values stated or on record of a property of the item, members of sets among them. */
export type ValuesOf = (property: string) => readonly Value[];

/**
 * Whether `name` makes sense beside what is stated; a property without a condition always does. `chain`: the properties that
 * led here, since own properties may be set to depend on each other in a circle.
 */
export function applies(
  kind: Kind,
  name: string,
  valuesOf: ValuesOf,
  lists: Model['lists'],
  chain: readonly string[] = [],
): Applies {
  const needs = kind.properties[name]?.only_with;
  if (needs === undefined) return 'yes';
  if (chain.includes(name)) return 'yes';
  if (applies(kind, needs.property, valuesOf, lists, [...chain, name]) === 'no') return 'no';
  const stated = valuesOf(needs.property).map(plain);
  const known = stated.filter((v) => v !== null && v.type !== 'unknown');
  if (known.length === 0) return 'open';
  const { is } = needs;
  if (is === undefined) return 'yes';
  const list = lists.get(kind.properties[needs.property]?.codes ?? '');
  return known.some((v) => v !== null && meets(v, is, list)) ? 'yes' : 'no';
}

/** `value-without-ground` (a notice) for every claim on item `on` whose property does not apply beside the others. */
export function withoutGround(
  kind: Kind,
  claims: readonly Claim[],
  on: number,
  lists: Model['lists'],
): readonly Problem[] {
  const mine = claims.filter((c) => c.on === on);
  const valuesOf = (name: string) => mine.filter((c) => c.property === name).map((c) => c.value);
  return [...new Set(mine.map((c) => c.property))].flatMap((name) => {
    const needs = kind.properties[name]?.only_with;
    if (needs === undefined || applies(kind, name, valuesOf, lists) !== 'no') return [];
    return [problem('value-without-ground', { property: name, needs: needs.property })];
  });
}

/** What a member stands for; null for one that is taken out. */
function plain(value: Value): Value | null {
  if (value.type !== 'member') return value;
  return value.yes ? value.of : null;
}

function meets(value: Value, is: readonly string[], list: CodeList | undefined): boolean {
  if (value.type === 'yesno') return is.includes(value.yes ? 'yes' : 'no');
  if (value.type !== 'code') return false;
  // a narrower code is a case of the wider one; lists are short and hold no circles (model.ts)
  for (let code: string | undefined = value.code; code !== undefined; code = list?.codes[code]?.within)
    if (is.includes(code)) return true;
  return false;
}
