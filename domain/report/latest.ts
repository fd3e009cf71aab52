/**
 * Fold kind *latest* (design, *The fold, precisely*). The live claims in order; the last is the head. Those whose span does
 * not overlap the head's are superseded; of the others the last of each voice remains. If one that remains disagrees with
 * the head, the property is disputed, until a person chooses. Personal claims of several voices are *sealed*: only who may
 * read the values can tell whether they agree.
 */
import { chosenAmong } from './choose.ts';
import { disagree } from './disagree.ts';
import { type Folded, type Folding, liveOf, notLive, refOfClaim, without } from './folded.ts';
import { type Held, showAll } from './held.ts';
import { overlaps } from './span.ts';
import type { State } from './view.ts';

export interface Remain {
  readonly head: Held;
  /** in order, without the head */
  readonly beside: readonly Held[];
}

/** The head of the live claims (in order, at least one) and what remains beside it. */
export function remainOf(live: readonly Held[]): Remain {
  const head = live[live.length - 1] as Held;
  if (live.length === 1) return { head, beside: [] };
  const voices = new Set([head.voice]);
  const beside: Held[] = [];
  for (let i = live.length - 2; i >= 0; i--) {
    const h = live[i] as Held;
    if (voices.has(h.voice) || !overlaps(h, head)) continue;
    voices.add(h.voice);
    beside.push(h);
  }
  return { head, beside: beside.reverse() };
}

/** Folds the claims on one property, in order. */
export function latest(all: readonly Held[], folding: Folding): Folded {
  const live = liveOf(all);
  if (live.length === 0) return notLive(all);
  const { head, beside } = remainOf(live);
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
