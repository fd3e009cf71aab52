/**
 * Fold kind *latest* (design, *The fold, precisely*). The live claims in order; the last is the head. Those whose span does
 * not overlap the head's are superseded; of the others the last of each voice remains. If one that remains disagrees with
 * the head, the property is disputed, until a person chooses. Personal claims of several voices are *sealed*: only who may
 * read the values can tell whether they agree.
 *
 * A value stands for the set of values it allows. What is unknown allows every value, the one on record too: it adds
 * nothing to it, so it never becomes head beside a known value, however late it is said ("not recorded" in a new list does
 * not unsay what a survey measured). It remains beside the head, so that a person may still choose it.
 */
import { chosenAmong } from './choose.ts';
import { allowsAll, disagree, statesExtent } from './disagree.ts';
import { type Folded, type Folding, liveOf, notLive, refOfClaim, without } from './folded.ts';
import { type Held, showAll } from './held.ts';
import { overlaps } from './span.ts';
import type { State } from './view.ts';

export interface Remain {
  readonly head: Held;
  /** in order, without the head */
  readonly beside: readonly Held[];
}

/** True for a claim that says nothing which another could be superseded by. */
export type SaysNothing = (h: Held) => boolean;

const isUnknown: SaysNothing = (h) => allowsAll(h.claim.value);

/** Of outlines also those of unknown extent: a later position without its size does not take the measured land's place. */
export const isOfUnknownExtent: SaysNothing = (h) => !statesExtent(h.claim.value);

/**
 * The head of the live claims (in order, at least one) and what remains beside it. `vague`: claims that take no part in
 * finding the head while others are there; of those that are not older than it, the last of each voice remains.
 */
export function remainOf(live: readonly Held[], vague: SaysNothing = isUnknown): Remain {
  const last = live[live.length - 1] as Held;
  if (live.length === 1) return { head: last, beside: [] };
  const at = live.findLastIndex((h) => !vague(h));
  const head = at < 0 ? last : (live[at] as Held);
  const voices = new Set([head.voice]);
  const unsure = new Set<string>();
  const beside: Held[] = [];
  for (let i = live.length - 1; i >= 0; i--) {
    const h = live[i] as Held;
    if (h === head || (i < at && !overlaps(h, head))) continue;
    const heard = at >= 0 && vague(h) ? unsure : voices;
    if (heard.has(h.voice)) continue;
    heard.add(h.voice);
    beside.push(h);
  }
  return { head, beside: beside.reverse() };
}

/** Folds the claims on one property, in order. */
export function latest(all: readonly Held[], folding: Folding): Folded {
  const live = liveOf(all);
  if (live.length === 0) return notLive(all);
  const { head, beside } =
    folding.property?.fold === 'perimeter' ? remainOf(live, isOfUnknownExtent) : remainOf(live);
  return settleBetween(all, head, beside, comparedState(head, beside, folding), folding);
}

/** Whether those beside the head agree with it. */
export function comparedState(head: Held, beside: readonly Held[], folding: Folding): State {
  let state: State = 'settled';
  for (const h of beside) {
    const [a, b] = [h.claim.value, head.claim.value];
    if (a.type === 'personal' && b.type === 'personal') {
      if (a.commitment !== b.commitment && state === 'settled') state = 'sealed';
    } else if (disagree(a, b, folding)) state = 'disputed';
  }
  return state;
}

/** The view of a property whose head, rivals and state are known: a choice that holds goes before. */
export function settleBetween(
  all: readonly Held[],
  head: Held,
  beside: readonly Held[],
  state: State,
  folding: Folding,
): Folded {
  const remain = [...beside, head];
  const { taken, lapsed } = chosenAmong(remain, folding.choice);
  const shown = taken ?? head;
  return {
    value: shown.claim.value,
    state: taken ? 'chosen' : folding.choice.contested ? 'disputed' : state,
    claim: refOfClaim(shown),
    remaining: showAll(remain.filter((h) => h !== shown)),
    earlier: showAll(without(all, remain)),
    ...(lapsed !== undefined && { lapsed }),
  };
}
