/**
 * Whether an accident was acted on: it was investigated, or an inquiry is on record. An accident that did not happen during
 * demining counts as acted on also when the hazardous area it happened in is on record, unless it happened in released land:
 * then the release is in question and somebody has to look (IMAS 10.60 on investigation; IMAS 07.11 on residual risk).
 */
import { stands, type Values } from './stands.ts';

export type AccidentStage = 'to-investigate' | 'place-not-recorded' | 'in-released-land' | 'acted-on';

/** Properties the answer depends on. */
export const accidentProperties = [
  'investigated',
  'inquiry',
  'accident_kind',
  'hazard',
  'released_land',
] as const;

export function accidentStage(values: Values): AccidentStage {
  if (stands(values, 'investigated') === true || stands(values, 'inquiry') !== null) return 'acted-on';
  // a release in question counts as soon as anybody says it
  if (values.released_land != null) return 'in-released-land';
  if (values.accident_kind === 'demining') return 'to-investigate';
  return stands(values, 'hazard') === null ? 'place-not-recorded' : 'acted-on';
}
