/**
 * Age bands are data, because no two sources agree (no bands are printed in the public MDR draft). Every band rolls up
 * to child (under 18) or adult by its `within` code, so that figures of different schemes can still be compared there.
 */

/** Whole years, both included; `to` null: no upper end. */
export interface AgeBand {
  readonly code: string;
  readonly from: number;
  readonly to: number | null;
}

export interface AgeBandScheme {
  readonly name: string;
  readonly label: string;
  readonly source: string;
  /** in rising order, none overlapping; ages below the first are not counted by the scheme */
  readonly bands: readonly AgeBand[];
}

export const ageBandSchemes: readonly AgeBandScheme[] = [
  {
    name: 'child-adult',
    label: 'Under 18, 18 and over',
    source: 'Child is under 18; Colombia open victim data',
    bands: [
      { code: 'child', from: 0, to: 17 },
      { code: 'adult', from: 18, to: null },
    ],
  },
  {
    name: 'syria-2019',
    label: '5 to 12, 13 to 17, 18 and over',
    source: 'IMSMA Core, Syria risk education form 2019',
    bands: [
      { code: 'age-5-12', from: 5, to: 12 },
      { code: 'age-13-17', from: 13, to: 17 },
      { code: 'age-18-plus', from: 18, to: null },
    ],
  },
  {
    name: 'five-bands',
    label: '0 to 4, 5 to 12, 13 to 17, 18 to 59, 60 and over',
    source: 'Default of Tilth, splitting the Syria bands',
    bands: [
      { code: 'age-0-4', from: 0, to: 4 },
      { code: 'age-5-12', from: 5, to: 12 },
      { code: 'age-13-17', from: 13, to: 17 },
      { code: 'age-18-59', from: 18, to: 59 },
      { code: 'age-60-plus', from: 60, to: null },
    ],
  },
];

/** The scheme's band for an age in years, or null when the scheme has none. */
export function ageBandOf(scheme: AgeBandScheme, years: number): string | null {
  const whole = Math.floor(years);
  return scheme.bands.find((b) => whole >= b.from && (b.to === null || whole <= b.to))?.code ?? null;
}
