/**
 * Which words of release take land off the map (design, law 6 and *perimeter*). Each outcome needs its own process:
 * cancelled only by non-technical survey, reduced only by technical survey, cleared only by clearance to a stated depth.
 * It counts when its report is live, it was accepted (inspection passed, or the authority's written decision that none was
 * needed) and handed over. It takes from an outline it names, or one that ended before it began; never from a hazard of
 * which a known category of ordnance is outside what it covers.
 */
import type { Kind } from '../record/kind.ts';
import { isWithin } from './disagree.ts';
import type { Day, Value } from './entry.ts';
import type { Held } from './held.ts';
import type { Needs } from './needs.ts';
import { byOrder } from './order.ts';
import { beginsAfter } from './span.ts';

export type ReleaseValue = Extract<Value, { type: 'release' }>;

const processOf = { cancelled: 'nts', reduced: 'ts', cleared: 'clearance' } as const;

/** The release a claim states when it counts at the day asked for (null: today), else null. */
export function acceptedRelease(h: Held, at: Day | null): ReleaseValue | null {
  const v = h.claim.value;
  if (v.type !== 'release' || h.standing !== 'live' || h.adrift) return null;
  if (v.process !== processOf[v.method] || v.accepted === undefined) return null;
  if (v.method === 'cleared' && !(v.depth_mm !== undefined && v.depth_mm > 0)) return null;
  if (v.land.type !== 'Polygon' && v.land.type !== 'MultiPolygon') return null;
  // a handover still to come, or one the report could not know of, is none yet
  if (v.handed_over === undefined || v.handed_over > h.report.date) return null;
  if (at !== null && (v.handed_over > at || h.to > at)) return null;
  return v;
}

/** True when an accepted release takes its land from an outline of a hazard with these needs. */
export function takesFrom(by: Held, release: ReleaseValue, outline: Held, needs: Needs): boolean {
  const named =
    outline.sole && (release.outlines?.some((o) => o.report === outline.id && o.n === outline.n) ?? false);
  const dealt = named ? outline.from === null || outline.from <= by.to : beginsAfter(by, outline);
  if (!dealt || (release.method === 'cleared' && (release.depth_mm ?? 0) < needs.depth)) return false;
  return needs.categories.every((c) => release.categories?.some((wide) => isWithin(c, wide, needs.list)));
}

/** The code list that says how a release was accepted. */
const acceptanceList = 'release-acceptance';

/** True when the last live word on an item of released land says how it was accepted: only then is it drawn as released. */
export function isAccepted(claims: readonly Held[], kind: Kind): boolean {
  const words = claims.filter(
    (h) => h.standing === 'live' && kind.properties[h.claim.property]?.codes === acceptanceList,
  );
  return words.sort(byOrder).at(-1)?.claim.value.type === 'code';
}
