/** A rule of what a clause is of: its words, and the kind of record with property and code that they point to. */

export interface About {
  /** a record kind */
  readonly kind: string;
  /** property and code of that kind */
  readonly property: string | null;
  readonly code: string | null;
}

export type AboutRule = readonly [RegExp, About];

export const of = (kind: string, property: string | null = null, code: string | null = null): About => ({
  kind,
  property,
  code,
});

export const WEAPON =
  '(?:land)?mines?|munitions?|submunitions?|bomblets?|missiles?|rockets?|shells?|weapons?|arms|ammunition|ATACMS|HIMARS|Claymores?|bombs?|stockpiles?|explosive devices?|components';
