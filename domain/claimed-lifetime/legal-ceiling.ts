/**
 * What CCW Amended Protocol II, Technical Annex 3(a), requires of remotely delivered anti-personnel mines, and 3(b) of others
 * used outside marked areas: at most 10 % of activated mines fail to destroy themselves within 30 days, and with the back-up
 * at most one in a thousand functions as a mine 120 days after emplacement. A design limit, not a measured rate: it is drawn
 * beside what is claimed. For other mines the Protocol names no number (Article 6(3)), and for what is no mine no limit.
 */
import type { Scenario } from './envelope.ts';

export const legalCeiling: Scenario & {
  readonly article: string;
  readonly selfDestruct: NonNullable<Scenario['selfDestruct']>;
  readonly together: NonNullable<Scenario['together']>;
} = {
  article: 'CCW AP II, Technical Annex 3(a)',
  selfDestruct: { byDay: 30, fails: { low: 0, high: 0.1 } },
  together: { byDay: 120, functions: { low: 0, high: 0.001 } },
};

/** Whether the numbers are the limit of a munition of this category: of anti-personnel mines, and it may be of any mine. */
export function ceilingApplies(category: string | null): 'yes' | 'may' | 'no' {
  if (category === 'ap-mine') return 'yes';
  return category === null || category === 'mine' || category === 'improvised-mine' ? 'may' : 'no';
}
