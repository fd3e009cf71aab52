/**
 * All that is said of treaties, of what states did under them and of what was decided under them, each by its speaker: what
 * domain/treaty works out statuses and deadlines from.
 */
import type { Spoken } from '@tilth/domain/treaty/acts-said';
import type { Asker, Stamp, Times } from '../store.ts';
import { type Keeper, reading } from './keeper.ts';
import { type Said, saidOf } from './said.ts';
import { sceneOf } from './scene.ts';

const parts = { treaties: 'treaty', acts: 'treaty-act', decisions: 'treaty-decision' } as const;
type Part = keyof typeof parts;

export interface TreatyRecord extends Readonly<Record<Part, readonly Spoken[]>> {
  readonly stamp: Stamp;
  /** acts of which no report counts yet */
  readonly pending: number;
}

/** Kinds that are not for the asker are empty. */
export async function treatyRecord(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  times: Times = {},
): Promise<TreatyRecord> {
  const scene = await reading(keeper, asker, programme, (tx) => sceneOf(keeper, tx, asker, programme, times));
  const said = (part: Part) => saidOf(keeper, asker, scene, parts[part]);
  const acts = await said('acts');
  return {
    stamp: scene.stamp,
    pending: acts.items.filter((i) => i.standing === 'reported').length,
    treaties: live(await said('treaties')),
    acts: live(acts),
    decisions: live(await said('decisions')),
  };
}

function live({ items }: Said): readonly Spoken[] {
  return items.filter((i) => i.standing === 'live');
}
