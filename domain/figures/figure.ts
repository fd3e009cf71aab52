/**
 * What a figure counts (design, *Counting*): of which kind, by which date, how much of each item, and by what it may be
 * broken down. The written definition of each stands in words/ under `figure.<id>.means`; these are the rules behind it.
 *
 * A *flow* counts what happened in a period; a *stock* what there was at its last day. Only what live reports say is
 * counted, and how many reports wait stands beside it; land is counted as it is drawn (land.ts).
 */

/** How much an item counts. `property`: its number; `or`: other numbers whose sum stands in where that one is not stated. */
export type Amount =
  | { readonly of: 'items' }
  /** m² of what is drawn of it */
  | { readonly of: 'm2' }
  | {
      readonly of: 'number';
      readonly property: string;
      readonly or?: readonly string[];
      /** counts as this where nothing is stated */
      readonly otherwise?: number;
    };

export interface Figure {
  readonly id: string;
  /** the kind counted; its properties below may be read only by who may read them */
  readonly kind: string;
  /** the date a flow counts by; null: a stock */
  readonly date: string | null;
  readonly amount: Amount;
  readonly unit: 'count' | 'm2';
  /** counts what is drawn as hazard, reported or live, as totals of land do (law 6), and not only what is live */
  readonly drawn?: true;
  /** counts only items whose property is one of these codes */
  readonly only?: { readonly property: string; readonly codes: readonly string[] };
  /** properties it may be broken down by; `month`, `age_group` and `attended` are worked out (breakdown.ts) */
  readonly by: readonly string[];
  /** cells that are of different things: they have no sum */
  readonly apart?: true;
}

const items: Amount = { of: 'items' };

/** The figures that count one kind. `casualties` and the figures of land are worked out in files of their own. */
export const figures: readonly Figure[] = [
  {
    id: 'hazard-items',
    kind: 'hazardous-area',
    date: null,
    amount: items,
    unit: 'count',
    drawn: true,
    by: ['hazard_class', 'pcode', 'responsible', 'work_status'],
  },
  {
    id: 'hazard-outlines',
    kind: 'hazardous-area',
    date: null,
    amount: { of: 'm2' },
    unit: 'm2',
    drawn: true,
    by: ['hazard_class', 'pcode', 'responsible'],
  },
  {
    id: 'released',
    kind: 'released-land',
    date: 'accepted_on',
    amount: { of: 'm2' },
    unit: 'm2',
    only: { property: 'acceptance', codes: ['inspection-passed', 'authority-decision'] },
    by: ['method', 'month', 'organisation', 'pcode'],
  },
  {
    id: 'accidents',
    kind: 'accident',
    date: 'occurred',
    amount: items,
    unit: 'count',
    by: ['month', 'accident_type', 'accident_kind', 'pcode'],
  },
  {
    id: 'victims',
    kind: 'victim',
    date: 'accident_date',
    amount: items,
    unit: 'count',
    by: ['sex', 'age_group', 'outcome', 'activity', 'month', 'pcode'],
  },
  {
    id: 'hazard-reports',
    kind: 'hazard-report',
    date: 'received_on',
    amount: items,
    unit: 'count',
    by: ['month', 'outcome', 'pcode'],
  },
  {
    id: 'finds',
    kind: 'find',
    date: 'found_on',
    amount: { of: 'number', property: 'quantity', otherwise: 1 },
    unit: 'count',
    by: ['category', 'context', 'month', 'organisation', 'pcode'],
  },
  {
    id: 'disposed',
    kind: 'find',
    date: 'disposed_on',
    amount: { of: 'number', property: 'quantity', otherwise: 1 },
    unit: 'count',
    by: ['category', 'disposal', 'month', 'organisation', 'pcode'],
  },
  {
    id: 'survey-results',
    kind: 'survey-result',
    date: 'surveyed_on',
    amount: items,
    unit: 'count',
    by: ['outcome', 'month', 'organisation', 'pcode'],
  },
  {
    id: 'surveyed-area',
    kind: 'survey-result',
    date: 'surveyed_on',
    amount: { of: 'number', property: 'area_covered' },
    unit: 'm2',
    by: ['outcome', 'month', 'organisation', 'pcode'],
  },
  {
    id: 'eore-sessions',
    kind: 'eore-session',
    date: 'held_on',
    amount: { of: 'number', property: 'sessions', otherwise: 1 },
    unit: 'count',
    by: ['month', 'method', 'organisation', 'pcode'],
  },
  {
    id: 'eore-attendances',
    kind: 'eore-session',
    date: 'held_on',
    amount: { of: 'number', property: 'total', or: ['women', 'men', 'girls', 'boys'] },
    unit: 'count',
    by: ['attended', 'month', 'method', 'organisation', 'pcode'],
  },
  {
    id: 'beneficiaries',
    kind: 'beneficiary-count',
    date: 'counted_on',
    amount: { of: 'number', property: 'people' },
    unit: 'count',
    by: ['beneficiary_group'],
    apart: true,
  },
];

/** Figures of land, as totals of hazards give them (store/current/totals.ts). All are stocks without a breakdown. */
export const landFigures = [
  'land-once',
  'land-cha',
  'land-sha',
  'land-sum',
  'hazards',
  'unmeasured',
  'to-locate',
  'papers-not-held',
] as const;
export type LandFigure = (typeof landFigures)[number];

export const isLandFigure = (id: string): id is LandFigure => landFigures.some((f) => f === id);

/** Whether a figure counts what happened in a period; the others say what there was on a day. */
export const isFlow = (id: string): boolean => offered.some((f) => f.id === id && f.flow);

/** By what each figure may be broken down, and its unit, in the order they are offered. */
export const offered: readonly {
  readonly id: string;
  readonly unit: Figure['unit'];
  readonly flow: boolean;
  readonly by: readonly string[];
}[] = [
  ...landFigures.map((id) => ({
    id,
    unit: /^(land-|papers)/.test(id) ? ('m2' as const) : ('count' as const),
    flow: false,
    by: [],
  })),
  ...figures.map(({ id, unit, date, by }) => ({ id, unit, flow: date !== null, by })),
  { id: 'casualties', unit: 'count', flow: true, by: ['outcome', 'month'] },
  { id: 'pending', unit: 'count', flow: false, by: [] },
];
