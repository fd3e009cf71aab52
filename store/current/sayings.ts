/** What is said of the items of some kinds, claim by claim, each by its speaker, at any time. */
import type { SpokenItem } from '@tilth/domain/report/sayings';
import type { Asker, Stamp, Times } from '../store.ts';
import { type Keeper, reading } from './keeper.ts';
import { saidOf } from './said.ts';
import { type Scene, sceneOf } from './scene.ts';

/** Items of a kind that are given at most, by id; of more the rest is counted. */
const MOST_OF_A_KIND = 2_000;

export interface Sayings {
  readonly stamp: Stamp;
  readonly items: readonly SpokenItem[];
  /** kinds of which there are more items than are given, with how many are not */
  readonly left_off: readonly { readonly kind: string; readonly items: number }[];
}

/** Kinds that the asker may not read are left out. Refuses `kind-unknown`. */
export async function sayings(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  kinds: readonly string[],
  times: Times = {},
): Promise<Sayings> {
  const scene = await reading(keeper, asker, programme, (tx) => sceneOf(keeper, tx, asker, programme, times));
  return { stamp: scene.stamp, ...(await saidOfKinds(keeper, asker, scene, kinds)) };
}

/** As `sayings`, for a scene that is set. */
export async function saidOfKinds(
  keeper: Keeper,
  asker: Asker,
  scene: Scene,
  kinds: readonly string[],
): Promise<Omit<Sayings, 'stamp'>> {
  const items: SpokenItem[] = [];
  const leftOff: Sayings['left_off'][number][] = [];
  for (const name of new Set(kinds)) {
    const found = await saidOf(keeper, asker, scene, name, MOST_OF_A_KIND);
    for (const item of found.items) items.push(item);
    if (found.more > 0) leftOff.push({ kind: name, items: found.more });
  }
  return { items, left_off: leftOff };
}
