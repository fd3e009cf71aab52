/**
 * What a release must cover before it takes land off a hazardous area (design, law 6): every category of ordnance known of
 * the hazard, and for clearance the depth the authority requires. Unknown needs ask for nothing more than the release states.
 *
 * A category once reported, or a depth, is asked for until its report or claim is voided: were it dropped when the report is
 * rejected or corrected, the claim moved to another item, or a later word says no, that alone would take land off the map.
 */
import type { CodeList, Kind, Model } from '../record/kind.ts';
import { rangeOf } from './disagree.ts';
import type { Claim, Id } from './entry.ts';
import type { Held } from './held.ts';
import { isYes, memberOf } from './set.ts';

export interface Needs {
  /** codes of `list` */
  readonly categories: readonly string[];
  readonly list: CodeList | undefined;
  /** millimetres; 0 when none is required */
  readonly depth: number;
}

/** The code list that names categories of ordnance, and the property that holds the depth required. */
const categoryList = 'ordnance-category';
const depthProperty = 'required_depth';

/** A claim that says what a release of a hazard of this kind must cover. */
export function isNeed(claim: Claim, kind: Kind | undefined): boolean {
  if (kind?.drawing !== 'hazard') return false;
  return claim.property === depthProperty || kind.properties[claim.property]?.codes === categoryList;
}

/** The needs of one item, from the claims that speak of it and those that were moved from it to others. */
export function needsOf(item: Id, claims: readonly Held[], kind: Kind | undefined, model: Model): Needs {
  const categories = new Set<string>();
  let depth = 0;
  for (const h of claims) {
    if (h.item !== item || h.standing === 'void' || !isNeed(h.claim, kind)) continue;
    const value = memberOf(h.claim.value);
    if (value.type === 'code' && isYes(h.claim.value)) categories.add(value.code);
    if (value.type === 'number' && h.claim.property === depthProperty) {
      const [least, most] = rangeOf(value);
      depth = Math.max(depth, Number.isFinite(most) ? most : least);
    }
  }
  return { categories: [...categories].sort(), list: model.lists.get(categoryList), depth };
}
