/**
 * Why a figure is not what it was: what was received since is sorted by cause, and the causes are let in one after the
 * other, in the order below. The figure after each, less the figure before, is that cause's part of the difference, so
 * the parts add up to it exactly whatever the figure is, also where land is counted once.
 *
 * A report belongs with the decisions of review on it: a report that came late counts as late when it is approved, and an
 * approval of it is no cause of its own. So one decision on several reports may be let in by parts.
 */
import type { Day, Decision, Id, Report } from '../report/entry.ts';
import type { Named } from '../report/mentions.ts';

/** `program`: another version of the fold or of the figure. `time`: days went by, and what is dated in them. */
export const causes = [
  'program',
  'time',
  'late',
  'correction',
  'approval',
  'choose',
  'merge',
  'void',
  'withdraw',
  'move',
  'lower',
  'settle',
  'rule',
] as const;
export type Cause = (typeof causes)[number];

/** An entry of the log and whether it was known when the figure was first worked out. */
export interface Dated extends Named {
  readonly known: boolean;
}

/** Sorts what was received since. `at`: the day the figure was first worked out for. */
export class Causes {
  readonly #entries: readonly Dated[];
  readonly #ofReport = new Map<Id, Cause | null>();

  constructor(entries: readonly Dated[], at: Day) {
    this.#entries = entries;
    for (const { entry, known } of entries)
      if (entry.type === 'report') {
        const cause = known ? null : causeOfReport(entry, at);
        // one id with two digests: known as soon as one of them was
        const before = this.#ofReport.get(entry.id);
        this.#ofReport.set(entry.id, before === null ? null : cause);
      }
  }

  /** The causes an entry belongs to; none: it was known. */
  of({ entry, known }: Dated): readonly Cause[] {
    if (known) return [];
    if (entry.type === 'report') return [this.#ofReport.get(entry.id) ?? 'late'];
    if (entry.type === 'rule') return ['rule'];
    if (isReview(entry)) return [...new Set(entry.reports.map((r) => this.#reviewed(r.id)))].sort();
    return [causeOf(entry)];
  }

  /** What had been let in once `cause` was: everything known, and what belongs to it or to a cause before it. */
  upTo(cause: Cause): readonly Named[] {
    const last = causes.indexOf(cause);
    const isIn = (c: Cause) => causes.indexOf(c) <= last;
    return this.#entries.flatMap((one): readonly Named[] => {
      if (one.known) return [one];
      const { entry } = one;
      if (entry.type !== 'decision' || !isReview(entry)) return this.of(one).every(isIn) ? [one] : [];
      const reports = entry.reports.filter((r) => isIn(this.#reviewed(r.id)));
      if (reports.length === entry.reports.length) return [one];
      return reports.length === 0 ? [] : [{ ref: one.ref, entry: { ...entry, reports } }];
    });
  }

  #reviewed(report: Id): Cause {
    return this.#ofReport.get(report) ?? 'approval';
  }
}

type Review = Decision & { readonly act: 'approve' | 'return' | 'reject' };

function isReview(d: Decision): d is Review {
  return d.act === 'approve' || d.act === 'return' || d.act === 'reject';
}

function causeOfReport(report: Report, at: Day): Cause {
  if (report.corrects !== undefined && report.corrects.length > 0) return 'correction';
  const begins = (from: Day | null) => from !== null && from > at;
  const after =
    report.claims.length > 0
      ? report.claims.every((c) => begins((c.when ?? report.when).from))
      : begins(report.when.from);
  return after ? 'time' : 'late';
}

function causeOf(d: Exclude<Decision, Review>): Cause {
  switch (d.act) {
    case 'choose':
      return 'choose';
    case 'merge':
    case 'unmerge':
      return 'merge';
    case 'void':
    case 'confirm':
      return 'void';
    case 'withdraw':
      return 'withdraw';
    case 'retarget':
    case 'split':
      return 'move';
    case 'lower':
      return 'lower';
    case 'settle-id':
      return 'settle';
    default:
      return 'approval';
  }
}
