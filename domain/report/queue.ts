/** The review queue: what waits, what narrows it, what many decisions at once have done. */
import type { Look } from '../record/look.ts';
import type { Id, Instant, Ref, Report } from './entry.ts';
import type { LandMoved } from './preview.ts';
import type { ItemView, Standing } from './view.ts';

export interface Queued {
  readonly report: Report;
  readonly ref: Ref;
  readonly number: number;
  readonly standing: Standing;
  readonly waits: string | null;
  /** the step of review it waits at */
  readonly step: string | null;
  /** the rules on review steps that an approval has to name; none: there is the one step `review` */
  readonly under: readonly Ref[];
  /** why it can't be approved with many others; none: it is clean */
  readonly looks: readonly Look[];
  /** neither it nor the record says where an item is, nor why that is unknown */
  readonly lacking: boolean;
  readonly received: Instant;
}

/** What the queue can be narrowed by; each value as `QueueCounts` lists it. */
export interface QueueFilter {
  readonly look?: string;
  readonly kind?: string;
  readonly source?: string;
  readonly step?: string;
  readonly standing?: string;
  /** days since it was received, at least */
  readonly older?: string;
  /** one report alone */
  readonly report?: Id;
}

export interface QueueCounts {
  readonly office: string;
  /** the receipt number it was counted at */
  readonly number: number;
  readonly waiting: number;
  readonly matched: number;
  /** by facet and value: how many would match with this value and the other facets as asked */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** the names of the sources that `counts.source` lists */
  readonly sources: Readonly<Record<string, string>>;
}

/** What approving many at once would do, or has done. */
export interface ManyApproved {
  readonly number: number;
  /** reports that are clean and waited */
  readonly reports: number;
  /** reports left to a person, by the first reason why */
  readonly skipped: Readonly<Record<string, number>>;
  /** runs of receipt numbers to be approved one after the other */
  readonly batches: readonly { readonly from: number; readonly to: number; readonly reports: number }[];
  /** the decisions that were made */
  readonly decisions: readonly Ref[];
}

/** What the record would say once a report is approved. */
export interface WouldBe {
  readonly items: readonly {
    readonly before: ItemView | null;
    readonly after: ItemView | null;
    readonly gained: LandMoved | null;
    readonly lost: LandMoved | null;
  }[];
  /** of these items, what an approval has to name in `after` */
  readonly seen: readonly Ref[];
}
