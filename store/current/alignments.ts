/** What several sources say of one thing, side by side, at any time: domain/contradiction over what is said of each item. */
import { align, alignedKinds } from '@tilth/domain/contradiction/align';
import type { Alignment } from '@tilth/domain/contradiction/told';
import type { Id } from '@tilth/domain/report/entry';
import type { SpokenItem } from '@tilth/domain/report/sayings';
import type { Asker, Stamp, Times } from '../store.ts';
import { type Keeper, reading } from './keeper.ts';
import { seenBy } from './said.ts';
import { saidOfKinds } from './sayings.ts';
import { sceneOf } from './scene.ts';

/** Alignments given at most, those that ask most for a person first. */
const MOST = 500;

export interface Alignments {
  readonly stamp: Stamp;
  /** how many there are */
  readonly matched: number;
  readonly alignments: readonly Alignment[];
  /** what the items in them are called, where they have a name */
  readonly names: Readonly<Record<Id, string>>;
}

/** Kept as `saidOf` keeps what they are made of. */
export async function alignments(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  times: Times = {},
): Promise<Alignments> {
  const scene = await reading(keeper, asker, programme, (tx) => sceneOf(keeper, tx, asker, programme, times));
  const found = await keeper.aligned.get(seenBy(scene), async () => {
    const { items } = await saidOfKinds(keeper, asker, scene, alignedKinds);
    const all = align(items, scene.model, keeper.overlay);
    const shown = all.slice(0, MOST);
    const among = new Set(shown.flatMap((a) => a.told.map((t) => t.item)));
    const value = {
      matched: all.length,
      alignments: shown,
      names: Object.fromEntries(items.filter((i) => among.has(i.id)).flatMap(named)),
    };
    return { value, weight: JSON.stringify(value).length };
  });
  return { stamp: scene.stamp, ...found };
}

function named({ id, sayings }: SpokenItem): readonly (readonly [Id, string])[] {
  const name = sayings.find((s) => s.property === 'name' && s.place === 'stands')?.value;
  return name?.type === 'text' ? [[id, name.text]] : [];
}
