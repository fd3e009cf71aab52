/**
 * The shapes of what the server answers under /api: the store's own shapes (store/store.ts) as they read in JSON. `web`
 * may not import the store, so they are written down here once.
 */
import type { Code, CodeList, Kind, Sensitivity } from '@tilth/domain/record/kind';
import type { Entry, Geometry, Id, Ref, Report } from '@tilth/domain/report/entry';
import type { ItemView, Standing } from '@tilth/domain/report/view';

export type { Code, CodeList, Entry, Geometry, Id, ItemView, Kind, Ref, Report, Sensitivity, Standing };

export type Role = 'viewer' | 'collector' | 'reviewer' | 'administrator';

export interface Me {
  readonly person: { readonly id: Id; readonly name: string } | null;
  readonly programmes: readonly {
    readonly programme: string;
    readonly role: Role;
    /** of report, decide, rule, invite */
    readonly may: readonly string[];
  }[];
}

export interface Programme {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly invented: boolean;
  readonly extent: readonly [number, number, number, number] | null;
}

export interface Stamp {
  readonly office: string;
  readonly programme: string;
  readonly number: number;
  readonly fold: number;
  readonly at: string;
  readonly known: string | number | null;
  readonly pending: number;
}

/** A kind as this reader may read it. */
export type OpenKind = Kind & { readonly level: Sensitivity | null };

export interface Kinds {
  readonly programmes: readonly {
    readonly programme: string;
    readonly kinds: readonly OpenKind[];
    readonly lists: Readonly<Record<string, CodeList>>;
  }[];
}

export interface Row {
  readonly id: Id;
  readonly programme: string;
  readonly kind: string;
  readonly standing: ItemView['standing'];
  readonly disputed: boolean;
  readonly geometry: Geometry | null;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Every answer over several programmes carries one stamp for each; ours always ask for one. */
export interface Page {
  readonly stamps: readonly Stamp[];
  readonly matched: number;
  readonly rows: readonly Row[];
}

export interface Received {
  readonly ref: Ref;
  readonly number: number;
  readonly instant: string;
  readonly entry: Entry;
}

export interface ItemPage {
  readonly stamp: Stamp;
  readonly view: ItemView;
  readonly entries: readonly Received[];
}

export interface Totals {
  readonly programme: string;
  readonly sum: number;
  readonly once: number;
  readonly sha: number;
  readonly cha: number;
  /** between what and what each figure lies, where what it counts is disputed */
  readonly range: Readonly<
    Record<'sum' | 'once' | 'sha' | 'cha', { readonly least: number; readonly most: number }>
  >;
  readonly items: number;
  readonly unmeasured: number;
  readonly to_locate: number;
  /** closed according to an earlier system, papers not held: in none of the figures above */
  readonly papers_not_held: { readonly items: number; readonly m2: number };
  readonly stamp: Stamp;
}

export interface Overlap {
  readonly a: Id;
  readonly b: Id;
  readonly m2: number;
}
