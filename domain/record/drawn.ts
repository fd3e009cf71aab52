/**
 * Which kinds a map draws, and how: what the app's map, a printed sheet and the map of an issued report have in common. A
 * hazard is drawn in any case (design, laws 5 and 6).
 */
import { mayRead } from '../access/level.ts';
import type { Kind, Sensitivity } from './kind.ts';

/** Points with a sign of their own. */
export const pointKinds = ['evidence-point', 'quality-visit', 'find', 'accident', 'hazard-report'] as const;

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

/** From this zoom on points stand for themselves. */
export const APART = 9;

/** Side of the squares, in pixels, in which points are gathered from afar. */
export const CELL = 64;

/** Whether a reader of this level may know where items of a kind lie: a map for who may not has none of them, hazards neither. */
export function isPlacedFor(kind: Kind, level: Sensitivity | null): boolean {
  const place = kind.place === undefined ? undefined : kind.properties[kind.place];
  return place !== undefined && place.sensitivity !== 'personal' && mayRead(level, place.sensitivity);
}
