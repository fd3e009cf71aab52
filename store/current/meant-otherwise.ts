/**
 * What rules change of entries that are on record already: a report means something else only where a property it claims on,
 * or that property's list of codes, is another than before. All others keep their fold and are left alone: a programme
 * that adds a code to a list nobody uses yet waits for nothing.
 */
import type { Model, Property } from '@tilth/domain/record/kind';
import { canonical } from '@tilth/domain/report/canonical';
import type { Tx } from '../db.ts';

/** The numbers of the entries up to `upTo` that claim on a property whose meaning the rules changed, in order. */
export async function numbersMeantOtherwise(
  tx: Tx,
  programme: string,
  before: Model,
  now: Model,
  upTo: number,
): Promise<readonly number[]> {
  const properties = changedProperties(before, now);
  if (properties.size === 0) return [];
  // as claims write it: what stands in a text has its quotes escaped
  const written = [...properties].map((name) => `%"property":"${name.replace(/[\\_%]/g, '\\$&')}"%`);
  const rows = await tx.query<{ number: number }>(
    'SELECT number FROM log.entry WHERE programme = $1 AND number <= $2 AND body LIKE ANY ($3::text[]) ORDER BY number',
    [programme, upTo, written],
  );
  return rows.map((r) => r.number);
}

/** Names of properties, of whatever kind, that are defined otherwise or choose from a list that is another. */
export function changedProperties(before: Model, now: Model): ReadonlySet<string> {
  const changed = new Set<string>();
  const lists = new Set(
    [...new Set([...before.lists.keys(), ...now.lists.keys()])].filter(
      (name) => !same(before.lists.get(name), now.lists.get(name)),
    ),
  );
  for (const kind of new Set([...before.kinds.keys(), ...now.kinds.keys()])) {
    const was: Readonly<Record<string, Property>> = before.kinds.get(kind)?.properties ?? {};
    const is: Readonly<Record<string, Property>> = now.kinds.get(kind)?.properties ?? {};
    for (const name of new Set([...Object.keys(was), ...Object.keys(is)]))
      if (!same(was[name], is[name]) || lists.has(is[name]?.codes ?? '')) changed.add(name);
  }
  return changed;
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && canonical(a) === canonical(b));
}
