/** What the fold returns: the current view of items, plain JSON, the same byte for byte on every engine. */
import type { ClaimRef, Day, Geometry, Id, Party, Span, Sureness, Value } from './entry.ts';

/**
 * settled: one answer. chosen: a person settled a dispute. disputed: live claims disagree. pending: only claims not yet
 * live. claimed: a status towards release that no process report backs (drawn as hazard). sealed: personal claims of
 * several voices, which only those who may read the values can compare.
 */
export type State = 'settled' | 'chosen' | 'disputed' | 'pending' | 'claimed' | 'sealed';

/** A claim as the view shows it. */
export interface Shown {
  readonly claim: ClaimRef;
  readonly value: Value;
  readonly when: Span;
  readonly voice: string;
  readonly said?: Party;
  readonly published?: Party;
  readonly source: string;
  readonly sure?: Sureness;
  readonly standing: Standing;
}

/** Standing of a report. `live` counts; `reported` (pending, returned, rejected, contested) counts only for danger. */
export type Standing = 'live' | 'pending' | 'returned' | 'rejected' | 'contested' | 'corrected' | 'void';

export interface PropertyView {
  readonly property: string;
  readonly definition: string;
  readonly value: Value | null;
  readonly state: State;
  /** the claim that gave the value; null for worked-out values (sum, set, perimeter) */
  readonly claim: ClaimRef | null;
  /** live claims that remain beside it, last first: what disputes or supports it */
  readonly remaining: readonly Shown[];
  /** live claims superseded by later ones, and claims not live; for the history */
  readonly earlier: readonly Shown[];
  /** a choice that no longer holds because new claims came */
  readonly lapsed?: Id;
  /** fold kind *set* only (its `value` is null): the members that stand or are disputed, in order of their canonical form */
  readonly members?: readonly {
    readonly value: Value;
    readonly state: State;
    readonly claim: ClaimRef;
  }[];
}

/** What is drawn on the map for an item of drawing `hazard` or `danger`. */
export interface Drawing {
  /** null: cannot be drawn, stands on the to-locate list */
  readonly geometry: Geometry | null;
  /** the part of it that only reports not yet live hold up */
  readonly reported: Geometry | null;
  /** the part that no live report holds up any more, kept until a release or void covers it */
  readonly unsupported: Geometry | null;
  /** land taken off it by accepted releases, by method */
  readonly released: readonly {
    readonly method: 'cancelled' | 'reduced' | 'cleared';
    readonly geometry: Geometry;
    readonly by: ClaimRef;
  }[];
  /** m² on the WGS 84 ellipsoid, rounded to 0.01; null when it cannot be measured (no outline) */
  readonly m2: number | null;
  /** what is drawn reaches beyond what `m2` measures: points or lines of unknown extent lie beside the land */
  readonly measured_in_part?: true;
  /** `outline`, `line`, `position` (a point, extent unknown), `unit` (administrative unit only), `none` */
  readonly extent: 'outline' | 'line' | 'position' | 'unit' | 'none';
}

export interface ItemView {
  readonly id: Id;
  readonly kind: string;
  /** all ids joined under `id`, itself included, in order */
  readonly joined: readonly Id[];
  /** live: at least one live report. reported: none live yet. unsupported: had one, lost the last. void: recorded in error */
  readonly standing: 'live' | 'reported' | 'unsupported' | 'void';
  /** any property disputed, or any register of the item contested */
  readonly disputed: boolean;
  readonly contested: readonly string[];
  readonly properties: readonly PropertyView[];
  /** for kinds with a place */
  readonly drawing?: Drawing;
  /** why it stands on the to-locate list (a problem code), when it does */
  readonly to_locate?: string;
  /** the reports that speak of it, in order of id, with standing */
  readonly reports: readonly { readonly id: Id; readonly standing: Standing; readonly date: Day }[];
}

/** Raise it whenever the same entries would give another view. Every print and export carries it. */
export const FOLD_VERSION = 3;
