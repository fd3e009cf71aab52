/**
 * How far a hazard report has come: new, acknowledged (the informant was told that it arrived), assigned (somebody is to
 * look), acted on. It is acted on when its outcome is known, or when it led to something on record; being acknowledged or
 * assigned is not yet acting. “Waiting” is no outcome. An outcome that sources dispute or that nobody has reviewed does not
 * take it off the list. Source: record/hazard-report.ts; IMAS 08.10 and 12.10 on following reports up.
 */
import { stands, type Values } from './stands.ts';

export type HazardReportStage = 'new' | 'acknowledged' | 'assigned' | 'acted-on';

/** Properties the answer depends on: who may not read them gets none. */
export const stageProperties = ['outcome', 'led_to', 'assigned_on', 'acknowledged_on'] as const;

export function hazardReportStage(values: Values): HazardReportStage {
  const outcome = stands(values, 'outcome');
  if ((outcome !== null && outcome !== 'waiting') || stands(values, 'led_to') !== null) return 'acted-on';
  if (values.assigned_on != null) return 'assigned';
  return values.acknowledged_on != null ? 'acknowledged' : 'new';
}
