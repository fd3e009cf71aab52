/**
 * Fold kind *monotone*: a cumulative count. As latest, and disputed when a later-dated claim is lower beyond precision,
 * whoever says it (design, *The fold, precisely*; law 4: a cumulative count that falls is a disagreement). Of the higher
 * earlier claims the last of each voice stays beside the head, so that a person can choose between them.
 */
import { isBelow } from './disagree.ts';
import { type Folded, type Folding, liveOf, notLive } from './folded.ts';
import type { Held } from './held.ts';
import { comparedState, remainOf, settleBetween } from './latest.ts';

export function monotone(all: readonly Held[], folding: Folding): Folded {
  const live = liveOf(all);
  if (live.length === 0) return notLive(all);
  const { head, beside } = remainOf(live);
  const state = comparedState(head, beside, folding);
  const higher: Held[] = [];
  const voices = new Set<string>();
  let sealed = false;
  for (let i = live.length - 2; i >= 0; i--) {
    const h = live[i] as Held;
    const [now, before] = [head.claim.value, h.claim.value];
    if (now.type === 'personal' && before.type === 'personal')
      sealed ||= now.commitment !== before.commitment;
    if (now.type !== 'number' || before.type !== 'number' || !isBelow(now, before)) continue;
    if (voices.has(h.voice) || beside.includes(h)) continue;
    voices.add(h.voice);
    higher.push(h);
  }
  if (higher.length === 0)
    return settleBetween(all, head, beside, sealed && state === 'settled' ? 'sealed' : state, folding);
  const kept = new Set([...beside, ...higher]);
  return settleBetween(
    all,
    head,
    live.filter((h) => kept.has(h)),
    'disputed',
    folding,
  );
}
