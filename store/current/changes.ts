/**
 * What each report and decision changed of an item: the item folded as known before it and with it, entry by entry. The
 * difference is of what the asker may read; what changed above their level changed nothing for them.
 */
import { redactView } from '@tilth/domain/access/redact';
import { type Difference, differences } from '@tilth/domain/report/differences';
import type { Id } from '@tilth/domain/report/entry';
import { foldItems } from '@tilth/domain/report/fold';
import type { ItemView } from '@tilth/domain/report/view';
import type { Asker, Stamp, Times } from '../store.ts';
import { entriesOf } from './item.ts';
import { type Keeper, reading } from './keeper.ts';
import { levelIn, sceneOf } from './scene.ts';

/** Entries whose change is worked out: the last ones. A longer history is told without. */
const MOST = 100;

export interface Changed {
  readonly number: number;
  readonly properties: readonly Difference[];
  readonly standing: {
    readonly before: ItemView['standing'] | null;
    readonly after: ItemView['standing'] | null;
  };
  /** what is drawn, m²; null where nothing is measured, or not for this asker */
  readonly m2: { readonly before: number | null; readonly after: number | null };
  /** how many items show as one */
  readonly joined: { readonly before: number; readonly after: number };
}

export interface Changes {
  readonly stamp: Stamp;
  /** in order of number */
  readonly changes: readonly Changed[];
  /** entries before these, whose change is not told */
  readonly untold: number;
}

/** Null where there is no such item, or it is not for this asker. */
export async function changes(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  id: Id,
  times: Times = {},
): Promise<Changes | null> {
  return reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, times);
    const { items, entries } = await entriesOf(tx, scene, id);
    const told = entries.slice(-MOST);
    const viewAt = (number: number): ItemView | null => {
      const known = entries.filter((e) => e.number <= number);
      const views = foldItems([...scene.rules, ...known], items, scene.at, scene.model, keeper.overlay);
      const view = views.find((v) => v.joined.includes(id));
      const kind = view && scene.model.kinds.get(view.kind);
      return view && kind ? redactView(view, kind, levelIn(scene, view.kind)) : null;
    };
    if (viewAt(scene.number) === null) return null;
    let before = viewAt((told[0]?.number ?? 0) - 1);
    const changed = told.map(({ number }): Changed => {
      const after = viewAt(number);
      const one = changedBetween(number, before, after);
      before = after;
      return one;
    });
    return { stamp: scene.stamp, changes: changed, untold: entries.length - told.length };
  });
}

function changedBetween(number: number, before: ItemView | null, after: ItemView | null): Changed {
  return {
    number,
    properties: differences(before, after),
    standing: { before: before?.standing ?? null, after: after?.standing ?? null },
    m2: { before: before?.drawing?.m2 ?? null, after: after?.drawing?.m2 ?? null },
    joined: { before: before?.joined.length ?? 0, after: after?.joined.length ?? 0 },
  };
}
