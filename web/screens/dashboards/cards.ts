/** The cards of the dashboard, in order: which figure, by what, and how it is drawn. */
export interface FigureCard {
  readonly figure: string;
  readonly by: string;
  /** `time`: months from left to right, in colours by what else it is by; `bars`: one bar each, the longest first */
  readonly shape: 'time' | 'bars';
}

export const cards: readonly FigureCard[] = [
  { figure: 'released', by: 'month+method', shape: 'time' },
  { figure: 'hazard-outlines', by: 'pcode', shape: 'bars' },
  { figure: 'accidents', by: 'month', shape: 'time' },
  { figure: 'casualties', by: 'month+outcome', shape: 'time' },
  { figure: 'victims', by: 'age_group+sex', shape: 'bars' },
  { figure: 'victims', by: 'activity', shape: 'bars' },
  { figure: 'disposed', by: 'category', shape: 'bars' },
  { figure: 'survey-results', by: 'month+outcome', shape: 'time' },
  { figure: 'eore-attendances', by: 'month', shape: 'time' },
  { figure: 'eore-attendances', by: 'attended', shape: 'bars' },
  { figure: 'beneficiaries', by: 'beneficiary_group', shape: 'bars' },
  { figure: 'hazard-reports', by: 'month', shape: 'time' },
];
