/**
 * What a release must cover before it takes land off a hazardous area (design, law 6): every category of ordnance known of
 * the hazard, and for clearance the depth the authority requires. Unknown needs ask for nothing more than the release states.
 */
import type { CodeList, Kind, Model } from '../record/kind.ts';
import { rangeOf } from './disagree.ts';
import type { Id } from './entry.ts';
import { type Held, isReported } from './held.ts';
import { isYes, memberOf } from './set.ts';
import type { PropertyView } from './view.ts';

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

/** The needs of one item, from its claims in the light of its view. */
export function needsOf(
  item: Id,
  claims: readonly Held[],
  properties: readonly PropertyView[],
  kind: Kind | undefined,
  model: Model,
): Needs {
  const categories = new Set<string>();
  for (const h of claims) {
    if (h.item !== item || kind?.properties[h.claim.property]?.codes !== categoryList) continue;
    const member = memberOf(h.claim.value);
    if (member.type !== 'code' || !isYes(h.claim.value)) continue;
    // what is only reported counts; what is live counts until the view has settled that it is not there
    if (
      isReported(h.standing) ||
      (h.standing === 'live' && stillStands(member.code, h.claim.property, properties))
    )
      categories.add(member.code);
  }
  return {
    categories: [...categories].sort(),
    list: model.lists.get(categoryList),
    depth: depthOf(properties),
  };
}

function stillStands(code: string, property: string, properties: readonly PropertyView[]): boolean {
  return properties.some((p) => {
    if (p.property !== property) return false;
    if (p.members === undefined)
      return [p.value, ...p.remaining.map((s) => s.value)].some((v) => v?.type === 'code' && v.code === code);
    return p.members.some((m) => m.value.type === 'code' && m.value.code === code);
  });
}

/** The greatest depth that stands or that disputes what stands. */
function depthOf(properties: readonly PropertyView[]): number {
  let depth = 0;
  for (const p of properties) {
    if (p.property !== depthProperty) continue;
    for (const v of [p.value, ...p.remaining.map((s) => s.value)]) {
      if (v?.type !== 'number') continue;
      const [least, most] = rangeOf(v);
      depth = Math.max(depth, Number.isFinite(most) ? most : least);
    }
  }
  return depth;
}
