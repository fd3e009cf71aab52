/**
 * Acts of states under a treaty that several lists tell, each as an item of its own: what they say of the day of one act, set
 * side by side. Which items are one act is told by domain/treaty.
 */
import { actsSaid } from '../treaty/acts-said.ts';
import { alignActs } from '../treaty/align-acts.ts';
import { byState } from '../treaty/status-of-states.ts';
import { treatyNames } from '../treaty/treaty-named.ts';
import type { Spoken, Told } from './told.ts';

export const ACT_KIND = 'treaty-act';

/** One act that more than one item tells, by the first of them, and what each says of one property. */
export interface ActTold {
  readonly first: Spoken;
  readonly property: 'done_on' | 'effective_on';
  readonly told: readonly Told[];
}

export function actsOf(items: readonly Spoken[]): readonly ActTold[] {
  const acts = new Map(items.flatMap((i) => (i.kind === ACT_KIND ? [[i.id, i] as const] : [])));
  const said = actsSaid(
    [...acts.values()],
    items.filter((i) => i.kind === 'treaty'),
  ).acts;
  return treatyNames.flatMap((treaty) =>
    byState(said.filter((a) => a.treaty === treaty)).flatMap((list) =>
      alignActs(list).flatMap(({ class: of, told }) => {
        const property = of === 'entry' || of === 'effect' ? 'effective_on' : 'done_on';
        const tellers = [...new Set(told.map((t) => t.item))].sort().flatMap((id) => acts.get(id) ?? []);
        const [first] = tellers;
        if (first === undefined || tellers.length < 2) return [];
        const days = tellers.flatMap((item) =>
          item.sayings
            .filter((s) => s.property === property && s.place !== 'earlier')
            .map((saying) => ({ item: item.id, kind: item.kind, saying })),
        );
        return days.length < 2 ? [] : [{ first, property, told: days }];
      }),
    ),
  );
}
