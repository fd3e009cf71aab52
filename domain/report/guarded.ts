/**
 * Fold kind *guarded* (class and status of land; design, *The fold, precisely*, laws 5 and 6). A claim alone may only raise
 * danger, and does so from the moment it is reported. It goes down only by an accepted release of the whole, or by a
 * person's decision to lower it, which overrules the claims that end before it begins. A later claim of less danger, or a
 * word of release without its papers, is kept and shown as *claimed*.
 */
import { chosenAmong } from './choose.ts';
import type { Id, Span, Value } from './entry.ts';
import { type Folded, type Folding, liveOf, notLive, refOfClaim, without } from './folded.ts';
import { type Held, isReported, showAll } from './held.ts';
import { comparedState, remainOf } from './latest.ts';
import { beginsAfter } from './span.ts';

/** A decision to lower that stands. */
export interface Lowered {
  readonly item: Id;
  readonly value: Value;
  readonly when: Span;
}

export function guarded(
  all: readonly Held[],
  lowered: readonly Lowered[],
  whole: boolean,
  folding: Folding,
): Folded {
  const danger = (v: Value): number => dangerOf(v, folding);
  const holds = (h: Held): boolean => !lowered.some((l) => l.item === h.item && beginsAfter(l.when, h));
  const live = liveOf(all).filter(holds);
  const low = mostDangerous(lowered, (l) => danger(l.value));
  if (live.length === 0 && low === undefined) {
    const worst = mostDangerous(
      all.filter((h) => isReported(h.standing)),
      (h) => danger(h.claim.value),
    );
    if (worst === undefined) return notLive(all);
    // a word of release that nobody reviewed is heard only in the history: nothing is shown as closed by it
    if (isRelease(worst, folding))
      return { value: null, state: 'pending', claim: null, remaining: [], earlier: showAll(all) };
    return given(all, worst, [], 'pending');
  }
  const last = live.length === 0 ? null : remainOf(live);
  const beside = last === null ? [] : [...last.beside, last.head];
  // with the whole released, what was said before the last word no longer holds it up
  const worst = mostDangerous(whole ? beside : live, (h) => danger(h.claim.value));
  const worstDanger = worst === undefined ? Number.NEGATIVE_INFINITY : danger(worst.claim.value);
  const lowDanger = low === undefined ? Number.NEGATIVE_INFINITY : danger(low.value);
  const raised = mostDangerous(
    all.filter(
      (h) => isReported(h.standing) && holds(h) && danger(h.claim.value) > Math.max(worstDanger, lowDanger),
    ),
    (h) => danger(h.claim.value),
  );
  if (raised !== undefined) return given(all, raised, beside, 'pending');
  if (worst === undefined || last === null || (low !== undefined && lowDanger > worstDanger))
    return {
      value: (low as Lowered).value,
      state: 'chosen',
      claim: null,
      remaining: showAll(beside),
      earlier: showAll(without(all, beside)),
    };
  const { taken, lapsed } = chosenAmong(beside, folding.choice);
  const compared = comparedState(last.head, last.beside, folding);
  const claimed =
    danger(last.head.claim.value) < worstDanger || (!whole && low === undefined && isRelease(worst, folding));
  // a choice settles who is right, but never lowers: that takes a decision of its own
  const chosen = taken !== undefined && danger(taken.claim.value) >= worstDanger;
  const state = chosen
    ? 'chosen'
    : compared === 'disputed' || folding.choice.contested
      ? 'disputed'
      : claimed
        ? 'claimed'
        : compared;
  return {
    ...given(all, chosen ? taken : worst, beside, state),
    ...(lapsed !== undefined && { lapsed }),
  };
}

function given(all: readonly Held[], by: Held, beside: readonly Held[], state: Folded['state']): Folded {
  const others = beside.filter((h) => h !== by);
  return {
    value: by.claim.value,
    state,
    claim: refOfClaim(by),
    remaining: showAll(others),
    earlier: showAll(without(all, [...others, by])),
  };
}

/** The last in order of those with the greatest danger. */
function mostDangerous<T>(among: readonly T[], danger: (one: T) => number): T | undefined {
  let worst: T | undefined;
  for (const one of among) if (worst === undefined || danger(one) >= danger(worst)) worst = one;
  return worst;
}

/** The rank of danger in the property's list; what can't be ranked stands between release and danger. */
function dangerOf(v: Value, folding: Folding): number {
  const code = v.type === 'code' ? folding.list?.codes[v.code] : undefined;
  if (code?.towards_release) return (code.danger ?? 0) - 1e6;
  return code?.danger ?? -1;
}

function isRelease(h: Held, folding: Folding): boolean {
  const v = h.claim.value;
  return v.type === 'code' && folding.list?.codes[v.code]?.towards_release === true;
}
