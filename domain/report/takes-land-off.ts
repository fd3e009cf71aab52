/** Reports that can take land off the hazard map: those that claim a release (design, law 6). */
import type { Report } from './entry.ts';

/** Whether the report, once live, can take land off the hazard map. */
export function takesLandOff(report: Report): boolean {
  return report.claims.some((c) => c.value.type === 'release');
}
