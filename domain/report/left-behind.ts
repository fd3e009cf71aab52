/**
 * What a claim that was moved to another item leaves behind (design, law 6: a retarget never shrinks the drawn hazard). Its
 * land keeps drawn on the hazard it was reported on, and what it says a release must cover is still asked for there.
 */
import type { Claim, Id, Report } from './entry.ts';
import type { Filed } from './gather.ts';
import { type Ground, isOutline } from './item.ts';
import type { ItemKinds } from './kinds-of-items.ts';
import { isNeed } from './needs.ts';
import { everTargets } from './target.ts';

/**
 * The items where claim `n`, which points to `now`, still counts for danger: the hazard it was reported on. Land reported
 * on what is no hazard keeps drawn on every item it was ever moved to, for there it was drawn as one.
 */
export function leftBehind(
  filed: Filed,
  n: number,
  now: Id,
  ground: Ground,
  kinds: ItemKinds,
): readonly Id[] {
  const claim = filed.report.claims[n] as Claim;
  const put = filed.report.items[claim.on] as Report['items'][number];
  const kind = ground.model.kinds.get(kinds.kindOf(put.id) ?? put.kind);
  const here = isOutline(claim, put.kind, kind, ground.model) || isNeed(claim, kind);
  if (!here && claim.value.type !== 'geometry') return [];
  const left = here ? [put.id] : everTargets(ground.log, filed, put.id, n);
  return left.filter((item) => item !== now);
}
