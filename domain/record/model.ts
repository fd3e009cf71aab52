/**
 * The kinds and code lists as they hold for one programme: the built-in ones and what its rules add (design §6, *A
 * programme adds its own properties*). Own properties and codes have the same shape as ours and take part in everything.
 * A function of the set of rules alone: their order does not matter.
 *
 * `own-property`, key `<kind>.<property>`, value as own-property.ts reads it, null to take it back. On a built-in property
 * it may only relabel and raise the sensitivity. Contested: heads that agree on what is stored make one property, under
 * the most secret of their sensitivities; those that do not are kept side by side, the later ones as `<property>_2`, `_3`
 * in order of id. A property taken back by one head and kept by another is kept.
 */

import { canonical } from '../report/canonical.ts';
import type { Rule } from '../report/entry.ts';
import type { CodeList, Kind, Model, Property } from './kind.ts';
import { builtIn } from './kinds.ts';
import { withOwnCodes, withSpellings } from './own-codes.ts';
import { isUnreadable, moreSecret, PROPERTY_NAME, readOwnProperty } from './own-property.ts';
import { ruleHeads } from './rule-heads.ts';

/** What the rules of one programme make of the built-in model. Rules that can't be read add nothing. */
export function modelOf(rules: readonly Rule[]): Model {
  const own = ruleHeads(rules, 'own-property');
  const codes = ruleHeads(rules, 'own-codes');
  const maps = ruleHeads(rules, 'code-map');
  if (own.size + codes.size + maps.size === 0) return builtIn;
  return { kinds: kindsWith(own), lists: listsWith(codes, maps) };
}

type Heads = ReadonlyMap<string, readonly Rule[]>;

function listsWith(codes: Heads, maps: Heads): ReadonlyMap<string, CodeList> {
  const lists = new Map(builtIn.lists);
  for (const [name, heads] of codes) {
    const list = withOwnCodes(name, lists.get(name), heads);
    if (list !== undefined) lists.set(name, list);
  }
  for (const [name, heads] of maps) {
    const list = lists.get(name);
    if (list !== undefined) lists.set(name, withSpellings(list, heads));
  }
  return lists;
}

function kindsWith(own: Heads): ReadonlyMap<string, Kind> {
  const kinds = new Map(builtIn.kinds);
  for (const [key, heads] of [...own].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const [kindName = '', name = ''] = key.split('.');
    const kind = kinds.get(kindName);
    if (kind === undefined || !PROPERTY_NAME.test(name)) continue;
    const stated = heads.map((h) => readOwnProperty(h.value)).filter((p): p is Property => !isUnreadable(p));
    const before = Object.hasOwn(kind.properties, name) ? kind.properties[name] : undefined;
    const added =
      before === undefined || before.own
        ? sideBySide(kind, name, stated)
        : [[name, reclassed(before, stated)] as const];
    kinds.set(kindName, { ...kind, properties: { ...kind.properties, ...Object.fromEntries(added) } });
  }
  return kinds;
}

function reclassed(before: Property, stated: readonly Property[]): Property {
  const labels = stated.find((p) => p.labels !== undefined)?.labels;
  const [first] = stated;
  return {
    ...before,
    ...(first !== undefined && { label: first.label }),
    ...(labels !== undefined && { labels }),
    sensitivity: stated.reduce((most, p) => moreSecret(most, p.sensitivity), before.sensitivity),
  };
}

function sideBySide(
  kind: Kind,
  name: string,
  stated: readonly Property[],
): readonly (readonly [string, Property])[] {
  const [first] = stated;
  if (first === undefined) return [];
  const sensitivity = stated.reduce((most, p) => moreSecret(most, p.sensitivity), first.sensitivity);
  const byStorage = new Map<string, Property>();
  for (const p of stated) {
    const { type, fold, unit, codes, to, shapes, definition } = p;
    const stored = canonical([
      type,
      fold,
      unit ?? null,
      codes ?? null,
      to ?? null,
      shapes ?? null,
      definition ?? null,
    ]);
    if (!byStorage.has(stored)) byStorage.set(stored, { ...p, sensitivity });
  }
  const taken = new Set(Object.keys(kind.properties));
  return [...byStorage.values()].map((p, i) => {
    let free = i === 0 ? name : `${name}_${i + 1}`;
    while (i > 0 && taken.has(free)) free = `${free}_${i + 1}`;
    taken.add(free);
    return [free, p] as const;
  });
}
