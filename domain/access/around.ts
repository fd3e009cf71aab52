/**
 * What stands around the entries of an item's history and decides who may read their words: the kinds that each decision
 * speaks of, since its reason may name whom it is about, and which reports are live.
 */
import type { Entry, Id } from '../report/entry.ts';
import { mentionsOf } from '../report/mentions.ts';
import type { ItemView } from '../report/view.ts';

export interface Around {
  /** the kinds that an entry or item is about, by id */
  readonly kinds: ReadonlyMap<Id, ReadonlySet<string>>;
  readonly live: ReadonlySet<Id>;
}

export const NOTHING_AROUND: Around = { kinds: new Map(), live: new Set() };

/** `entries`: the item's history, reports with the items they speak of. */
export function aroundOf(view: ItemView, entries: readonly Entry[]): Around {
  const kinds = new Map<Id, Set<string>>([view.id, ...view.joined].map((id) => [id, new Set([view.kind])]));
  const add = (id: Id, kind: string) => {
    const known = kinds.get(id);
    if (known) known.add(kind);
    else kinds.set(id, new Set([kind]));
  };
  for (const entry of entries) {
    if (entry.type !== 'report') continue;
    for (const item of entry.items) for (const id of [item.id, entry.id]) add(id, item.kind);
  }
  const decisions = entries.filter((e) => e.type === 'decision');
  // twice: a decision may speak of a decision, such as the one that confirms a void
  for (const entry of [...decisions, ...decisions])
    for (const id of mentionsOf(entry))
      if (id !== entry.id) for (const kind of kinds.get(id) ?? []) add(entry.id, kind);
  const live = view.reports.filter((r) => r.standing === 'live').map((r) => r.id);
  return { kinds, live: new Set(live) };
}
