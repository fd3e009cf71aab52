/** Which signs a map shows, read off what is drawn: the legend of a printed sheet names those and no others. */
import { GATHERED } from './style.ts';

interface Feature {
  readonly source: string;
  readonly geometry?: unknown;
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

/** A feature that several layers draw is one; a mark stands for as many items as it counts. */
export function signsOf(features: readonly Feature[], zoom: number): readonly Shown[] {
  const items = new Map<SignId, Map<string, number>>();
  const see = (id: SignId, item: string, count: number) => {
    const there = items.get(id) ?? new Map<string, number>();
    items.set(id, there);
    there.set(item, Math.max(count, there.get(item) ?? 0));
  };
  for (const { source, properties: p, geometry } of features) {
    const gathered = source.endsWith(GATHERED);
    const count = typeof p.count === 'number' ? p.count : 1;
    const item = typeof p.id === 'string' ? p.id : JSON.stringify(geometry);
    if (gathered && count > 1) see('gathered', item, 0);
    for (const id of signsOfOne(source.replace(GATHERED, ''), p, zoom))
      see(id, item, id === 'reach' ? 0 : count);
  }
  items.set('unsurveyed', new Map());
  return signOrder.flatMap((id) => {
    const there = items.get(id);
    if (there === undefined) return [];
    const n = [...there.values()].reduce((sum, one) => sum + one, 0);
    return [{ id, items: n === 0 ? null : n }];
  });
}

/** From this zoom on a hazard that is no outline has the sign of a position: from further off small ones are dots too. */
const NEAR = 10;

function signsOfOne(source: string, p: Feature['properties'], zoom: number): readonly SignId[] {
  const reach: readonly SignId[] = p.reach === undefined ? [] : ['reach'];
  if (source === 'hazardous-area') return [...hazardSigns(p, zoom), ...reach];
  if (source === 'released-land') return signOrder.filter((id) => id === p.method);
  const known = signOrder.filter((id) => id === source);
  const waiting: readonly SignId[] = p.standing === 'reported' && known.length > 0 ? ['waiting'] : [];
  return [...known, ...waiting, ...(known.length > 0 ? reach : [])];
}

function hazardSigns(p: Feature['properties'], zoom: number): readonly SignId[] {
  if (p.hazard_status === 'closed-papers-not-held') return ['papers-not-held'];
  return [
    p.hazard_class === 'sha' ? 'sha' : 'cha',
    ...(p.standing === 'reported' || p.reported === true ? (['reported'] as const) : []),
    ...(p.count === undefined || zoom < NEAR ? [] : (['position'] as const)),
    ...(p.standing === 'unsupported' ? (['unsupported'] as const) : []),
    ...(p.disputed === true ? (['disputed'] as const) : []),
  ];
}
