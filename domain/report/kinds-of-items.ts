/**
 * Of what kind each item is: what the reports that speak of it declare; an item made by a split is of the kind its claims
 * came from. Where reports declare several, a hazard goes before a danger, that before the rest (the more dangerous
 * reading, law 6), then the first name; and the item is contested under `kind/<item>`.
 */
import type { Kind, Model } from '../record/kind.ts';
import type { Id } from './entry.ts';
import { type Log, read } from './gather.ts';

export interface ItemKinds {
  kindOf(item: Id): string | undefined;
  /** every kind declared, when there are several */
  declared(item: Id): ReadonlySet<string> | undefined;
}

const rank: Readonly<Record<Kind['drawing'], number>> = { hazard: 3, danger: 2, release: 1, plain: 0 };

export function kindsOfItems(log: Log, model: Model): ItemKinds {
  const kinds = new Map<Id, string>();
  const several = new Map<Id, Set<string>>();
  const declare = (item: Id, kind: string): void => {
    const known = kinds.get(item);
    if (known === kind) return;
    if (known === undefined) {
      kinds.set(item, kind);
      return;
    }
    const all = several.get(item) ?? new Set([known]);
    all.add(kind);
    several.set(item, all);
    kinds.set(
      item,
      [...all].sort((a, b) => danger(model, b) - danger(model, a) || (a < b ? -1 : 1))[0] as string,
    );
  };
  for (const { report } of log.reports) for (const item of report.items) declare(item.id, item.kind);
  const stated = new Set(kinds.keys());
  for (const filed of log.reports) {
    for (const name of log.moves.get(filed.ref.id)?.keys() ?? []) {
      const to = read(log.registers.get(name), filed.ref).sets;
      if (to === '' || stated.has(to)) continue;
      const [what, , from] = name.split('/');
      const item =
        what === 'claims' ? from : filed.report.items[filed.report.claims[Number(from)]?.on ?? -1]?.id;
      const kind = filed.report.items.find((i) => i.id === item)?.kind;
      if (kind !== undefined) declare(to, kind);
    }
  }
  return { kindOf: (item) => kinds.get(item), declared: (item) => several.get(item) };
}

function danger(model: Model, kind: string): number {
  return rank[model.kinds.get(kind)?.drawing ?? 'plain'];
}
