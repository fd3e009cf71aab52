/** What the map can draw, in the order of its control: what is always drawn, what can be switched off, what on. */

/** Points with a sign of their own. */
export const pointKinds = ['evidence-point', 'quality-visit', 'find', 'accident', 'hazard-report'] as const;
export type PointKind = (typeof pointKinds)[number];

/** Points that are gathered with their count from afar. A hazard report is a danger somebody reported: each is drawn. */
export const gatheredKinds: ReadonlySet<string> = new Set([
  'evidence-point',
  'quality-visit',
  'find',
  'accident',
]);

/** Kinds that are drawn only when asked for: work on land, which says nothing about what is in it. */
export const askedForKinds = ['activity', 'task', 'quality-visit'] as const;

/** Kinds the map has a drawing for; of these only those the programme has and the reader may see. */
export const drawnKinds = [
  'place',
  'survey-result',
  'released-land',
  'activity',
  'task',
  'hazardous-area',
  ...pointKinds,
] as const;

/** What is reported and not reviewed yet, of every kind but hazards, which are drawn in any case. */
export const REPORTED = 'reported';

/** From this zoom on points stand for themselves. */
export const APART = 9;

/** Whether a kind is drawn: switched on if it has to be, not switched off, or listed beside the map. */
export function isDrawn(
  kind: string,
  { hidden, also, listed }: { hidden: ReadonlySet<string>; also: ReadonlySet<string>; listed: string | null },
): boolean {
  if (kind === 'hazardous-area') return true;
  if (askedForKinds.some((k) => k === kind)) return also.has(kind) || listed === kind;
  return !hidden.has(kind);
}
