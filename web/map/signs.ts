/** Which signs a map shows, read off what is drawn: the legend of a printed sheet names those and no others. */
import { GATHERED } from './style.ts';

interface Feature {
  readonly source: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** In the order of the legend. */
export const signOrder = [
  'cha',
  'sha',
  'reported',
  'position',
  'unsupported',
  'disputed',
  'papers-not-held',
  'cancelled',
  'reduced',
  'cleared',
  'accident',
  'find',
  'hazard-report',
  'evidence-point',
  'quality-visit',
  'waiting',
  'reach',
  'gathered',
  'survey-result',
  'unsurveyed',
  'activity',
  'task',
  'place',
] as const;
export type SignId = (typeof signOrder)[number];

export interface Shown {
  readonly id: SignId;
  /** how many items of it lie on the sheet; null: not counted */
  readonly items: number | null;
}

export function signsOf(features: readonly Feature[]): readonly Shown[] {
  const items = new Map<SignId, Set<string>>();
  const see = (id: SignId, item: unknown) => {
    const there = items.get(id) ?? new Set<string>();
    items.set(id, there);
    if (typeof item === 'string') there.add(item);
  };
  for (const { source, properties: p } of features) {
    if (source.endsWith(GATHERED) && Number(p.count) > 1) see('gathered', null);
    for (const id of signsOfOne(source.replace(GATHERED, ''), p)) see(id, p.id);
  }
  items.set('unsurveyed', new Set());
  return signOrder.flatMap((id) => {
    const there = items.get(id);
    return there === undefined ? [] : [{ id, items: there.size === 0 ? null : there.size }];
  });
}

function signsOfOne(source: string, p: Feature['properties']): readonly SignId[] {
  const reach: readonly SignId[] = p.reach === undefined ? [] : ['reach'];
  if (source === 'hazardous-area') return [...hazardSigns(p), ...reach];
  if (source === 'released-land') return signOrder.filter((id) => id === p.method);
  const known = signOrder.filter((id) => id === source);
  const waiting: readonly SignId[] = p.standing === 'reported' && known.length > 0 ? ['waiting'] : [];
  return [...known, ...waiting, ...(known.length > 0 ? reach : [])];
}

function hazardSigns(p: Feature['properties']): readonly SignId[] {
  if (p.hazard_status === 'closed-papers-not-held') return ['papers-not-held'];
  return [
    p.hazard_class === 'sha' ? 'sha' : 'cha',
    ...(p.standing === 'reported' || p.reported === true ? (['reported'] as const) : []),
    ...(p.count === undefined ? [] : (['position'] as const)),
    ...(p.standing === 'unsupported' ? (['unsupported'] as const) : []),
    ...(p.disputed === true ? (['disputed'] as const) : []),
  ];
}
