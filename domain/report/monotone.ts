/**
 * Fold kind *monotone*: a cumulative count. As latest, and disputed when a later-dated claim is lower beyond precision,
 * whoever says it (design, *The fold, precisely*; law 4: a cumulative count that falls is a disagreement). Any two live
 * claims count, also when a third has since risen above both: the fall is still unexplained. All claims of a fall remain
 * beside the head, so that a person sees them and can choose; a fall between claims that a choice saw is settled for good.
 */
import { isLower, rangeOf } from './disagree.ts';
import { type Choice, type Folded, type Folding, liveOf, notLive } from './folded.ts';
import type { Held } from './held.ts';
import { comparedState, remainOf, settleBetween } from './latest.ts';

export function monotone(all: readonly Held[], folding: Folding): Folded {
  const live = liveOf(all);
  if (live.length === 0) return notLive(all);
  const { head, beside } = remainOf(live);
  const compared = comparedState(head, beside, folding);
  const of = (fallen: ReadonlySet<Held>): Folded => {
    const state = fallen.size > 0 ? 'disputed' : sealed && compared === 'settled' ? 'sealed' : compared;
    const kept = new Set([...beside, ...fallen]);
    const remain = fallen.size === 0 ? beside : live.filter((h) => h !== head && kept.has(h));
    return settleBetween(all, head, remain, state, folding);
  };
  const sealed = live.some((h) => isSealedFrom(h, head));
  const every = of(fallsAmong(live, () => false));
  if (every.state !== 'disputed' || every.lapsed === undefined) return every;
  // new figures came since a person chose: what the choice saw is not asked again
  return of(fallsAmong(live, seenBy(folding.choice)));
}

function isSealedFrom(h: Held, head: Held): boolean {
  const [a, b] = [h.claim.value, head.claim.value];
  return a.type === 'personal' && b.type === 'personal' && a.commitment !== b.commitment;
}

function seenBy(choice: Choice): (h: Held) => boolean {
  const seen = new Set(
    choice.heads.flatMap(({ decision }) =>
      decision.act === 'choose' ? decision.saw.map((s) => `${s.report}/${s.n}`) : [],
    ),
  );
  return (h) => seen.has(`${h.id}/${h.n}`);
}

/**
 * The claims (of those in order) that are one side of a fall, but for falls between two that were `seen`. Two passes with
 * the highest so far and the lowest still to come, so that thousands of claims cost no more than reading them.
 */
function fallsAmong(live: readonly Held[], seen: (h: Held) => boolean): ReadonlySet<Held> {
  const falls = new Set<Held>();
  let [highest, highestUnseen] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const h of live) {
    const range = rangeIn(h);
    if (range === null) continue;
    const was = seen(h);
    if (isLower(range[1], was ? highestUnseen : highest)) falls.add(h);
    highest = Math.max(highest, range[0]);
    if (!was) highestUnseen = Math.max(highestUnseen, range[0]);
  }
  let [lowest, lowestUnseen] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = live.length - 1; i >= 0; i--) {
    const h = live[i] as Held;
    const range = rangeIn(h);
    if (range === null) continue;
    const was = seen(h);
    if (isLower(was ? lowestUnseen : lowest, range[0])) falls.add(h);
    lowest = Math.min(lowest, range[1]);
    if (!was) lowestUnseen = Math.min(lowestUnseen, range[1]);
  }
  return falls;
}

function rangeIn(h: Held): readonly [number, number] | null {
  return h.claim.value.type === 'number' ? rangeOf(h.claim.value) : null;
}
