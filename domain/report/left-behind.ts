/**
 * What a claim that was moved to another item leaves behind (design, law 6: a retarget never shrinks the drawn hazard). Its
 * land keeps drawn on the hazard it was reported on, and what it says a release must cover is still asked for there.
 */
import type { Claim, Id, Report } from './entry.ts';
import type { Filed } from './gather.ts';
import { type Ground, isOutline } from './item.ts';
import { isNeed } from './needs.ts';
import { everTargets } from './target.ts';

/**
 * The items where claim `n`, which points to `now`, still counts for danger: the hazard it was reported on. Land reported
 * on what its report calls no hazard keeps drawn on every item it was ever moved to as well, for there it was drawn as one.
 * The report's own word decides, not what others call the item: else a report on one item would change another's view.
 */
export function leftBehind(filed: Filed, n: number, now: Id, ground: Ground): readonly Id[] {
  const claim = filed.report.claims[n] as Claim;
  const put = filed.report.items[claim.on] as Report['items'][number];
  const kind = ground.model.kinds.get(put.kind);
  const here = isOutline(claim, put.kind, kind, ground.model) || isNeed(claim, kind);
  const elsewhere = here || claim.value.type !== 'geometry' ? [] : everTargets(ground.log, filed, put.id, n);
  return [put.id, ...elsewhere.filter((item) => item !== put.id)].filter((item) => item !== now);
}
