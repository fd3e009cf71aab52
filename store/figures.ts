/** What the store answers about figures: run for a period, and compared with what they were when a sheet was sent. */
import type { Period } from '@tilth/domain/figures/period';
import type { Cause } from '@tilth/domain/products/cause';
import type { Line, NamedDefinition } from '@tilth/domain/products/definition';
import type { Difference } from '@tilth/domain/products/difference';
import type { Sheet, SheetLine } from '@tilth/domain/products/sheet';
import type { Review } from '@tilth/domain/record/review';
import type { Day, Id, Instant } from '@tilth/domain/report/entry';
import type { Stamp, Times } from './store.ts';

/**
 * Flows count all that is known of their period, whatever day it was told; `at` takes of both only what is dated up to a
 * day, `stocks_at` of stocks alone.
 */
export interface LinesQuery extends Times {
  readonly stocks_at?: Day;
  readonly lines: readonly Line[];
  readonly period: Period;
  /** only items with these values, by property: keys of a breakdown. `pcode` takes also the units within the one named */
  readonly where?: Readonly<Record<string, string>>;
  /** withholds small numbers about people, as for a sheet that leaves the programme */
  readonly suppressed?: boolean;
}

export interface LinesAnswer {
  readonly stamp: Stamp;
  readonly lines: readonly SheetLine[];
  /** what `where` came to: every value that was taken */
  readonly where: Readonly<Record<string, readonly string[]>>;
}

/** An entry behind a difference: what it is and of what, never in whose words. */
export interface EntryBrief {
  readonly id: Id;
  readonly number: number;
  readonly instant: Instant;
  /** `report`, `rule`, or the act of a decision */
  readonly act: string;
  /** information date of a report */
  readonly date: string | null;
  /** why, for who may read it */
  readonly reason: string;
}

export interface LineChange {
  readonly figure: string;
  readonly by: string | null;
  /** null where then or now is kept back */
  readonly total: Difference | null;
  readonly cells: readonly ({ readonly key: string } & Difference)[];
  /** behind each cause that changed anything: its entries (the first hundred) and the items whose part changed */
  readonly behind: readonly {
    readonly cause: Cause;
    readonly entries: readonly EntryBrief[];
    readonly more: number;
    readonly items: readonly { readonly id: Id; readonly kind: string }[];
  }[];
}

export interface FigureChanges {
  readonly stamp: Stamp;
  readonly lines: readonly LineChange[];
}

/** `at`: the day whose state stocks are compared with; the sheet's own unless given. */
export interface ChangesQuery extends Times {
  readonly sheet: Sheet;
}

/** What a programme's rules say of reports that are issued. */
export interface ReportSettings {
  readonly definitions: readonly NamedDefinition[];
  /** how an issued one is numbered */
  readonly pattern: string | null;
  /** the review that the entry on an issued one has to pass */
  readonly review: Review;
}
