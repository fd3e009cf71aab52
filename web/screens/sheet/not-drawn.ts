/**
 * What was switched off on the map and is therefore missing on the sheet. A legend that lists only what is drawn would let a
 * team take a sheet without the marks of danger for one of ground that has none. Pure.
 */
import { pointKinds } from '@tilth/domain/record/drawn';
import { isDrawn, REPORTED } from '../../map/layers.ts';

/** Signs that can be switched off, in the order of the legend. */
const dangers = ['accident', 'find', 'hazard-report', 'evidence-point'] as const;
const methods = ['cancelled', 'reduced', 'cleared'] as const;
export type Missing =
  | (typeof dangers)[number]
  | (typeof methods)[number]
  | 'waiting'
  | 'survey-result'
  | 'place';

export interface NotDrawn {
  /** names the sign: the words of the legend */
  readonly sign: Missing;
  /** it speaks of danger: said as loudly as that absence of a record is no evidence */
  readonly danger: boolean;
  /** what would be drawn: kinds and filters on their properties */
  readonly counted: readonly { readonly kind: string; readonly where: Readonly<Record<string, string>> }[];
}

/** `also`: what is drawn only when asked for. Kinds that this reader does not see are not missing. */
export function notDrawn(
  hidden: readonly string[],
  also: readonly string[],
  kinds: ReadonlySet<string>,
): readonly NotDrawn[] {
  const off = new Set(hidden);
  const all = (kind: Missing, danger: boolean): readonly NotDrawn[] =>
    off.has(kind) && kinds.has(kind) ? [{ sign: kind, danger, counted: [{ kind, where: {} }] }] : [];
  const waiting = [...pointKinds, 'activity', 'task'].filter(
    (kind) => kinds.has(kind) && isDrawn(kind, { hidden: off, also: new Set(also), listed: null }),
  );
  return [
    ...dangers.flatMap((kind) => all(kind, true)),
    ...(off.has(REPORTED) && waiting.length > 0
      ? [
          {
            sign: 'waiting' as const,
            danger: true,
            counted: waiting.map((kind) => ({ kind, where: { standing: REPORTED } })),
          },
        ]
      : []),
    ...methods.flatMap((method): readonly NotDrawn[] =>
      off.has(method) && kinds.has('released-land')
        ? [{ sign: method, danger: false, counted: [{ kind: 'released-land', where: { method } }] }]
        : [],
    ),
    ...all('survey-result', false),
    ...all('place', false),
  ];
}
