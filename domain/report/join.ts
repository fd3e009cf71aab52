/**
 * Which items are one (design, *Items*): those joined by merges that stand, of one kind. Joined items show under the
 * smallest id. A contested pair is two items. Un-merging names every pair that joins them.
 */
import type { Id } from './entry.ts';
import { type Log, read } from './gather.ts';
import type { ItemKinds } from './kinds-of-items.ts';

export interface Joined {
  /** the id an item shows under: its own when it is joined with none */
  shownAs(item: Id): Id;
  /** all ids joined under a shown id, in order */
  members(shown: Id): readonly Id[];
  /** contested pairs an item is in */
  contested(item: Id): readonly string[];
}

export function join(log: Log, kinds: ItemKinds): Joined {
  const parent = new Map<Id, Id>();
  const contested = new Map<Id, string[]>();
  const find = (id: Id): Id => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = id; at !== root; ) {
      const next = parent.get(at) ?? root;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  for (const [name, placed] of log.registers) {
    if (!name.startsWith('pair/')) continue;
    const [, a, b] = name.split('/');
    if (a === undefined || b === undefined) continue;
    const reading = read(placed);
    if (reading.contested)
      for (const id of [a, b]) contested.set(id, [...(contested.get(id) ?? []), name].sort());
    if (reading.sets !== 'joined' || kinds.kindOf(a) === undefined || kinds.kindOf(a) !== kinds.kindOf(b))
      continue;
    const [x, y] = [find(a), find(b)];
    // the smaller id is the root, so the root of a group is its smallest
    if (x < y) parent.set(y, x);
    else if (y < x) parent.set(x, y);
  }
  const groups = new Map<Id, Id[]>();
  for (const id of parent.keys()) {
    const root = find(id);
    const group = groups.get(root) ?? [root];
    if (id !== root) group.push(id);
    groups.set(root, group);
  }
  for (const group of groups.values()) group.sort();
  return {
    shownAs: (item) => (parent.size === 0 ? item : find(item)),
    members: (shown) => groups.get(shown) ?? [shown],
    contested: (item) => contested.get(item) ?? [],
  };
}
