/** What a list is asked, and what is kept of the asking: shapes of the contract in store.ts. */
import type { Condition } from '@tilth/domain/filter/condition';
import type { Ground } from '@tilth/domain/filter/ground';
import type { Day, Id } from '@tilth/domain/report/entry';
import type { Stamp, Times } from './store.ts';

export interface ListQuery extends Times {
  readonly programme: string;
  readonly kind: string;
  /** WGS 84 west, south, east, north; west > east crosses the antimeridian */
  readonly bbox?: readonly [number, number, number, number];
  /** closed interval of days on the kind's date; for hazards: from known until closed. null is open */
  readonly during?: readonly [Day | null, Day | null];
  /** equality filters on properties (and `id`, `standing`, `disputed`), values as text */
  readonly where?: Readonly<Record<string, string>>;
  /** conditions that all have to be met; domain/filter has the language they are written in */
  readonly filter?: readonly Condition[];
  /** WGS 84: only items of which some lies on this ground */
  readonly within?: Ground;
  readonly text?: string;
  readonly limit: number;
  /** id of the last item of the page before */
  readonly after?: Id;
  readonly sort?: { readonly property: string; readonly descending: boolean };
  readonly offset?: number;
}

export interface ListExtent {
  readonly stamp: Stamp;
  /** how many of what matches are drawn */
  readonly placed: number;
  /** WGS 84 west, south, east, north */
  readonly extent: readonly [number, number, number, number] | null;
}

/** A list somebody comes back to; no part of the record. */
export interface SavedView {
  readonly id: Id;
  readonly kind: string;
  readonly name: string;
  /** with all who have a role in the programme */
  readonly shared: boolean;
  /** whether it is the asker's */
  readonly own: boolean;
  /** as its address says: filter, within, q, sort, columns */
  readonly asked: Readonly<Record<string, string>>;
}
