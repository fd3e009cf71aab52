/**
 * What CCW Amended Protocol II, Technical Annex 3(a), requires of remotely delivered anti-personnel mines: at most 10 % of
 * activated mines fail to destroy themselves within 30 days, and with the back-up at most one in a thousand functions as a
 * mine 120 days after emplacement. A design limit, not a measured rate: it is drawn beside what is claimed.
 */
import type { Scenario } from './envelope.ts';

export const legalCeiling: Scenario & { readonly article: string } = {
  article: 'CCW AP II, Technical Annex 3(a)',
  selfDestruct: { byDay: 30, fails: { low: 0, high: 0.1 } },
  together: { byDay: 120, functions: { low: 0, high: 0.001 } },
};
