/**
 * What a record kind is made of. Each kind is one file of this folder and plain data: from it come JSON Schema, form,
 * table, CSV/HXL columns, feature schema, labels and documentation. A programme's own properties have the same shape and
 * are read from its log at run time.
 */

/** Who may see it, in rising secrecy. `personal` values never stand in an entry in clear (law 9). */
export type Sensitivity = 'public' | 'partner' | 'restricted' | 'personal';

/**
 * How claims on a property add up (design, *the fold, precisely*).
 * latest: last by information date; disagreeing voices make it disputed. sum: parts added. set: each member a yes/no of
 * kind latest. monotone: latest, disputed when a later figure is lower. guarded: may only rise in danger by a claim.
 * geometry: latest. perimeter: union of all outlines less what was released or voided. release: only feeds `perimeter`.
 */
export type FoldKind =
  | 'latest'
  | 'sum'
  | 'set'
  | 'monotone'
  | 'guarded'
  | 'geometry'
  | 'perimeter'
  | 'release';

export type PropertyType =
  | 'text'
  | 'code'
  | 'yesno'
  | 'number'
  | 'date'
  | 'geometry'
  | 'link'
  | 'identifier'
  | 'release';

/** Canonical units: what is stored. Others are converted on the way in and kept as typed. */
export type Unit =
  | 'm2'
  | 'm'
  | 'mm'
  | 'kg'
  | 'count'
  | 'days'
  | 'hours'
  | 'years'
  | 'percent'
  | 'degrees'
  | 'money'
  | 'per-km2';

/** That another property of the same item has been answered, with one of these if any are named. */
export interface Condition {
  readonly property: string;
  /** codes (narrower ones count too), or `yes` and `no`; missing: whatever the answer is */
  readonly is?: readonly string[];
}

export interface Property {
  readonly label: string;
  readonly description: string;
  readonly type: PropertyType;
  readonly fold: FoldKind;
  readonly sensitivity: Sensitivity;
  /** for `number` */
  readonly unit?: Unit;
  /** for `code`: the name of a list in code-lists.ts or of the programme's own */
  readonly codes?: string;
  /** for `link`: the kinds it may point to; empty means any */
  readonly to?: readonly string[];
  /** for `geometry`: what it may be */
  readonly shapes?: readonly ('point' | 'line' | 'polygon')[];
  /** the definition meant when a claim names none */
  readonly definition?: string;
  /** MDR, IMSMA, treaty article … as `MDR18 A`, `IMSMA NG land.status`, `APMBC 7(1)c` */
  readonly standard?: string;
  /** HXL hashtag and attributes for export */
  readonly hxl?: string;
  /** hours or days of work: an amount, never told as a length of time */
  readonly effort?: true;
  /** free text that takes more than a line */
  readonly long?: true;
  /** it makes no sense without this: a form asks for it only then (applies.ts) */
  readonly only_with?: Condition;
  /** a programme's own labels by language tag; those of built-in properties stand in words/ */
  readonly labels?: Readonly<Record<string, string>>;
  /** a programme's own property, kept in the `own` column of the view */
  readonly own?: true;
}

export interface Kind {
  /** kebab-case, as in addresses and tables */
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly description: string;
  /** the level of the bare fact that such an item exists */
  readonly sensitivity: Sensitivity;
  readonly standard: readonly string[];
  /**
   * What drawing it means. `hazard`: a danger that counts when reported and never vanishes but by release or void (law 6).
   * `danger`: drawn as reported too (accident, hazard report, find, evidence point), but no land is held by it.
   * `release`: safety, drawn below hazards and only when accepted. `plain`: neither.
   */
  readonly drawing: 'hazard' | 'danger' | 'release' | 'plain';
  /** the property whose value places the item, if the kind has a place */
  readonly place?: string;
  /** the property that says when it happened or was observed, for `datetime` filters */
  readonly date?: string;
  /** the property shown as its short description in lists */
  readonly title?: string;
  /** what one report may record several of beside an item of this kind: each an item of its own that `by` links back */
  readonly parts?: readonly { readonly kind: string; readonly by: string }[];
  readonly properties: Readonly<Record<string, Property>>;
}

export interface Code {
  readonly label: string;
  readonly description?: string;
  /** the wider code it is a case of */
  readonly within?: string;
  /** rank of danger in a guarded list; higher is more dangerous */
  readonly danger?: number;
  /** guarded lists: says that land is released; a claim alone never settles it, it is shown as *claimed* */
  readonly towards_release?: true;
  /** other spellings an importer accepts, lower case */
  readonly also?: readonly string[];
}

export interface CodeList {
  readonly name: string;
  readonly label: string;
  readonly source: string;
  readonly codes: Readonly<Record<string, Code>>;
}

/** Kinds and lists as they hold for one programme: the built-in ones and its own. Made by model.ts. */
export interface Model {
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly lists: ReadonlyMap<string, CodeList>;
}
